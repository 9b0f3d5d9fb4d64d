import type { Figure } from "#services/documents/marks/figures.ts";
import { anyAt, hasAny, type Passage, passageOf, places } from "#services/documents/marks/passage.ts";
import { wordCost } from "#services/documents/scan/find-phrase.ts";
import { type Found, SCANNED } from "#services/documents/scan/found.ts";
import { countOfFirst } from "#services/text/in-order.ts";
import { oncePer } from "#services/text/once-per.ts";

/** What the words right before a figure make of it. */
export type Role = "value" | "rank" | "rise" | "fall" | "compared" | "average" | "bound" | "share";

const RANK = [
  "xep hang",
  "xep thu",
  "xep vi tri",
  "dung thu",
  "dung vi tri",
  "thu hang",
  "vi tri thu",
  "hang thu",
  "vi tri",
];
const COMPARED = [
  "so voi",
  "tuan truoc",
  "thang truoc",
  "ky truoc",
  "quy truoc",
  "nam truoc",
  "cung ky",
  "cao hon",
  "thap hon",
];
const AVERAGE = ["binh quan", "trung binh ca nuoc", "trung binh toan", "diem trung binh"];
const BOUND =
  /(?:^|[\s(])(tren|duoi|hon|khoang|gan|tu|den|toi thieu|it nhat|khong qua|vuot|qua|thang|toi da|moi|cong|tru|muc)\s$/u;
/** Names of indicators and turns of phrase whose last word sounds like one of these: "điện tử 97,3%". */
const NO_BOUND = /(?:^|\s)(?:dien tu|dich vu cong|ket qua|(?:tinh|giam|dat|tang) (?:den|toi))\s$/u;
const SHARE = /(?:chiem|chiem ty le|chiem ti le)\s$/u;

export function roleOf(passage: Passage, figure: Figure): Role {
  const before = passage.folded.slice(Math.max(0, figure.start - 90), figure.start);
  if (figure.measure !== "points" && figure.measure !== "rate" && isRank(passage, figure)) return "rank";
  const turn = turnOf(passage, before);
  if (turn) return turn;
  if (SHARE.test(before)) return "share";
  if (nearby(passage, figure, AVERAGE, 40)) return "average";
  if (nearby(passage, figure, COMPARED, 75)) return "compared";
  return BOUND.test(before) && !NO_BOUND.test(before) ? "bound" : "value";
}

/** Words right beside the number they belong to may be worse than others. */
const BESIDE_NUMBER = { ...SCANNED, perLetter: 0.21 };

/** The rank's words end right before the number: "xếp hạng 13/30", "xếp thứ: 8/12". */
function isRank(passage: Passage, figure: Figure): boolean {
  if (!/^\d{1,4}$/u.test(figure.written)) return false;
  const ends = rankEnds(passage);
  return ends
    .slice(
      countOfFirst(ends, (end) => end < figure.start - RANK_REACH),
      countOfFirst(ends, (end) => end <= figure.start),
    )
    .some((end) => BEFORE_RANK.test(passage.folded.slice(end, figure.start)));
}

/** Farthest that the number may stand behind the words, and what may stand between. */
const RANK_REACH = 12;
const BEFORE_RANK = /^[\s:]*(?:(?:thu|hang|la|so|1a|13|muc|vi tri|nhi)[\s:]*)?(?:(?:thu|la)[\s:]*)?$/u;

/** Where the words of a rank end in a passage, in order. */
const rankEnds = oncePer((passage: Passage): readonly number[] => {
  const tolerance = passage.scanned ? BESIDE_NUMBER : undefined;
  const cues = RANK.flatMap((phrase): readonly Found[] => places(passage, phrase, tolerance));
  return cues.map(({ end }) => end).sort((a, b) => a - b);
});

/** "tăng 0.31", "giảm nhẹ 1,2"; "giảm còn 56,11" is a value. */
function turnOf(passage: Passage, before: string): "rise" | "fall" | null {
  const words = before.trim().split(" ");
  const last = words.at(-1)?.replace(/^[^\p{L}]+/u, "") ?? "";
  const word = FILLERS.includes(last) ? (words.at(-2)?.replace(/^[^\p{L}]+/u, "") ?? "") : last;
  const limit = passage.scanned ? 0.6 : 0;
  if (wordCost("tang", word) <= limit) return "rise";
  return wordCost("giam", word) <= limit ? "fall" : null;
}

const FILLERS = ["them", "nhe", "manh", "duoc", "khoang", "di", "toi"];

/** One of the phrases stands before the figure in the same breath. */
function nearby(passage: Passage, figure: Figure, phrases: readonly string[], reach: number): boolean {
  const from = Math.max(0, figure.start - reach);
  const stretch = passage.text.slice(from, figure.start);
  const breath = stretch.slice(
    Math.max(...[",", ";", ". ", "% "].map((mark) => stretch.lastIndexOf(mark))) + 1,
  );
  return hasAny(passageOf(breath, passage.scanned), phrases);
}

/** "13/30 quận, huyện": nothing; "57 toàn quốc": the rank is of the whole country. */
export function rankOfCountry(passage: Passage, figure: Figure): boolean {
  return anyAt(passage, figure.end, ["toan quoc", "ca nuoc"]) !== null;
}
