/**
 * What comes in, as everything inside reads it: NFC; without what nobody sees; every kind of space as " ", of line end
 * as "\n", a page's end as an empty line; full-width, mathematical and keycap digits and letters as plain ones.
 *
 * What means something else stays: "²", "½", "①" and "ﬁ" (a note's mark is no part of a figure), "−" (a minus where a
 * hyphen may be a dash), quotes and dashes. Emoji lose what joins and colours them: a family is its members.
 */
export function clean(text: string): string {
  return UNUSUAL.test(text) ? replaced(text).normalize("NFC") : text;
}

/** Anything but what letters and messages consist of: plain marks and composed Latin letters, which stay as they are. */
const UNUSUAL =
  /[^\t\n -~\u00c0-\u00cf\u00d1-\u0188\u018a-\u024f\u1ea0-\u1ef9\u2013\u2014\u2018-\u201d\u2026]/;

const LINE_END = /\r\n?|[\v\u0085\u2028\u2029]/gu;
const PAGE_END = /\f/gu;
/** Braille's blank looks like a space, and is used as one. */
const SPACE = /[^ \P{Zs}]|\u2800/gu;
const HYPHEN = /[\u2010\u2011]/gu;
/** Icelandic and African letters that look like Đ, from converted fonts. */
const D_WITH_STROKE = /[\u00d0\u0189]/gu;
/** Small and full-width forms, mathematical letters and digits: NFKC of these is what they look like. */
const STYLED = /[\ufe50-\ufe6b\uff01-\uff5e\u{1d400}-\u{1d7ff}]/gu;
/** Control characters, default-ignorable ones, a keycap's frame, and what stands for an object that was not copied. */
const UNSEEN = /[^\t-\r\u0085\P{Cc}]|[\ufff9-\ufffc\p{DI}]|\u20e3/gu;

function replaced(text: string): string {
  const isOld = isLegacy(text);
  const seen = text.replace(UNSEEN, (mark) => (isOld && mark === SOFT_HYPHEN ? mark : ""));
  const plain = seen
    .replace(LINE_END, "\n")
    .replace(PAGE_END, "\n\n")
    .replace(SPACE, " ")
    .replace(STYLED, (letter) => letter.normalize("NFKC"))
    .replace(HYPHEN, "-");
  return isOld ? plain : plain.replace(D_WITH_STROKE, "Đ");
}

/** Vowels of TCVN3, the fonts of the years before Unicode; in it a soft hyphen is "ư" and "Ð" is "é": both are left. */
const LEGACY = /\p{L}[\u00a8-\u00ac\u00b5-\u00b9]|\u00ae[\p{L}\u00a8-\u00b9]/gu;
const LEAST_LEGACY = 3;
const SOFT_HYPHEN = "\u00ad";

function isLegacy(text: string): boolean {
  return (text.match(LEGACY)?.length ?? 0) >= LEAST_LEGACY;
}
