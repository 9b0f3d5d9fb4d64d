import type { Figure } from "#services/documents/marks/figures.ts";
import { isPlaceInTurn } from "#services/documents/marks/ordinal-words.ts";
import { anyAt, type Passage, places } from "#services/documents/marks/passage.ts";
import { createPhraseIndex } from "#services/documents/marks/phrase-index.ts";
import { type Found, SCANNED } from "#services/documents/scan/found.ts";
import { countOfFirst } from "#services/text/in-order.ts";
import { oncePer } from "#services/text/once-per.ts";

const RANK = [
  "xep hang",
  "xep thu",
  "xep so",
  "xep o vi tri",
  "xep vi tri",
  "xep vi thu",
  "dung thu",
  "dung hang",
  "dung so",
  "dung vi tri",
  "dung vi thu",
  "o vi thu",
  "giu vi thu",
  "thu hang",
  "vi tri thu",
  "len hang",
  "xuong hang",
  "giu hang",
  "hang thu",
  "vi tri",
];

const ranksHeld = createPhraseIndex(RANK);

const WORDS_BEFORE = 40;
const WORDS_BEHIND = 20;

/** The rank's words end right before the number: "xếp hạng 13/30", "xếp thứ: 8/12", "xếp 11/34", "86,4 điểm, hạng 3". */
export function isRank(passage: Passage, figure: Figure): boolean {
  if (!/^\d{1,4}$/u.test(figure.written)) return false;
  const before = wordsBefore(passage, figure);
  if (figure.over !== null && (BARE_RANK.test(before) || isInBrackets(passage, figure, before))) return true;
  if (isBesideResult(passage, figure, before)) return true;
  if (isPlaceInTurn(passage, figure.start, figure.end)) return true;
  const ends = rankEnds(passage);
  return ends
    .slice(
      countOfFirst(ends, (end) => end < figure.start - RANK_REACH),
      countOfFirst(ends, (end) => end <= figure.start),
    )
    .some((end) => BEFORE_RANK.test(passage.folded.slice(end, figure.start)));
}

const wordsBefore = ({ folded }: Passage, { start }: Figure): string =>
  folded.slice(Math.max(0, start - WORDS_BEFORE), start);

/** "xếp 11/34", "vị thứ 11/34", "xếp cuối, 96/96". */
const BARE_RANK =
  /(?:^|[\s(])(?:(?:xep|dung|hang|vi thu|dung o|xep o)\s|(?:xep|dung) (?:cuoi|chot)(?: cung| bang)?\s?[,(]\s?)$/u;

/** "88,9 điểm (1/27)"; out of as many as points of a group are, it may be those. */
const MAXIMA = [10, 12, 18, 20, 22, 100];

function isInBrackets({ text }: Passage, { end, over }: Figure, before: string): boolean {
  return /diem\s?\($/u.test(before) && text.charAt(end) === ")" && over !== null && !MAXIMA.includes(over);
}

/** "93,12 điểm (thứ 1)", "86,4 điểm, hạng 3", "64,4 điểm - hạng 76", "92,3 điểm; vị thứ 1". */
const BESIDE_RESULT =
  /(?:diem|%|\d)\s?(?<joint>[(,;]|[-–]|\)\s?[,;]?)\s?(?:xep |dung |o )?(?<word>thu|hang|thu hang|vi thu|xep|dung thu)\s$/u;
/** Nothing that the number could count: "hạng 3 đô thị" is a class. */
const ENDS = /^\s?(?:[).,;]|$|(?:toan|trong|tren|ca nuoc|cap|khoi)(?!\p{L}))/u;

function isBesideResult({ folded }: Passage, { end }: Figure, before: string): boolean {
  const { joint, word } = BESIDE_RESULT.exec(before)?.groups ?? {};
  if (joint === undefined) return false;
  const behind = folded.slice(end, end + WORDS_BEHIND);
  if (joint === "(") return true;
  // "đạt 90 điểm; thứ 2, đôn đốc các xã": points of a list begin so too.
  return word === "thu" ? /^\s?(?:[).;]|$)/u.test(behind) : ENDS.test(behind);
}

/** Words right beside the number they belong to may be worse than others. */
const BESIDE_NUMBER = { ...SCANNED, perLetter: 0.21 };

/** Farthest that the number may stand behind the words, and what may stand between. */
const RANK_REACH = 12;
const BEFORE_RANK = /^[\s:]*(?:(?:thu|hang|la|so|1a|13|muc|vi tri|nhi)[\s:]*)?(?:(?:thu|la)[\s:]*)?$/u;

/** Where the words of a rank end in a passage, in order. */
const rankEnds = oncePer((passage: Passage): readonly number[] => {
  const tolerance = passage.scanned ? BESIDE_NUMBER : undefined;
  const cues = ranksHeld(passage).flatMap((phrase): readonly Found[] => places(passage, phrase, tolerance));
  return cues.map(({ end }) => end).sort((a, b) => a - b);
});

/** "hạng 7" in whatever words, "(5/96)" right behind a result: to be told where nobody's place could be read. */
export function isPlaceLike(passage: Passage, figure: Figure): boolean {
  if (figure.measure !== "plain") return false;
  const before = wordsBefore(passage, figure);
  return PLACE_WORDS.test(before) || (figure.over !== null && /(?:diem|%|\d)\s?\(\s?$/u.test(before));
}

const PLACE_WORDS = /(?:^|[\s(])(?:hang|thu hang|vi thu|top)\s(?:thu\s|so\s)?$/u;

/** "13/30 quận, huyện": nothing; "57 toàn quốc": the rank is of the whole country. */
export function rankOfCountry(passage: Passage, figure: Figure): boolean {
  return anyAt(passage, figure.end, ["toan quoc", "ca nuoc"]) !== null;
}
