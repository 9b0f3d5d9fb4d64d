import { type OrdinalWord, ordinalsIn } from "#services/documents/marks/ordinal-words.ts";
import { anyAt, type Passage } from "#services/documents/marks/passage.ts";
import { oncePer } from "#services/text/once-per.ts";

/** What the words right after a number say it is; `plain` = nothing. */
export type FigureMeasure = "points" | "rate" | "count" | "places" | "plain";

/** A number as it stands in a passage. */
export interface Figure {
  readonly start: number;
  /** After the number, its denominator and its measure. */
  readonly end: number;
  /** As written: "68.38", "30.204". */
  readonly written: string;
  /** "13/30" → 30, "7,7/12" → 12. */
  readonly over: number | null;
  readonly measure: FigureMeasure;
  /** Counts: what is counted, folded ("ho so", "ban", "don vi"). */
  readonly noun: string | null;
}

/** Not glued to letters or to half-read digits; not part of a date or of a document's number. */
const NUMBER =
  /(?<![\p{L}\p{N}&$¢])(?<![\p{L}\p{N}][.,/])([+\u2212]|(?<=\s|\(|^)-)?\d+(?:\sphẩy\s\d+|(?:[.,]\d+)*)(?:\s?\/\s?\d+)?(?:(?=đ(?![\p{L}\p{N}]))|(?![\p{L}\p{N}&$¢]))(?!\s?\/\s?[\p{L}\p{N}])(?![.,]\d)(?!-[\p{Lu}\d])/gu;

const NOUNS: readonly string[] = ["ho so", "ban", "don vi", "thu tuc", "tthc", "phan anh", "luot", "dich vu"];
const PLACES: readonly string[] = ["bac", "thu bac"];
/** Places too, but behind a verb of moving alone: "vượt 4 vị trí"; "2 vị trí việc làm" are posts. */
const PLACES_MOVED: readonly string[] = ["vi tri", "thu hang", "hang"];
const MOVED =
  /(?:^|\s)(?:tang|giam|tut|vuot|len|xuong|nhay|roi|lui|thang|cai thien)(?:\s(?:them|len|xuong|duoc|toi|tan))?\s$/u;
const POINTS: readonly string[] = ["diem"];

/** Every number that could be a result, and every place in words, in order; what points are out of is part of them. */
export const figuresIn = oncePer((passage: Passage): readonly Figure[] => {
  const figures: Figure[] = [];
  for (const match of passage.text.matchAll(NUMBER)) {
    if (match.index < (figures.at(-1)?.end ?? 0) || isMoney(passage, match)) continue;
    figures.push(figureAt(passage, match.index, match[0]));
  }
  const ordinals = ordinalsIn(passage).map(placeAt);
  return ordinals.length === 0 ? figures : [...figures, ...ordinals].sort((a, b) => a.start - b.start);
});

/** "91,1đ" are points, "15.000đ" is money. */
function isMoney({ text }: Passage, { 0: number, index }: RegExpExecArray): boolean {
  return text.startsWith("đ", index + number.length) && !/^\d{1,3}(?:[.,]\d{1,2})?$/u.test(number);
}

function placeAt({ start, end, place }: OrdinalWord): Figure {
  return { start, end, written: String(place), over: null, measure: "plain", noun: null };
}

function figureAt(passage: Passage, start: number, number: string): Figure {
  const [said = "", over] = number.split("/").map((part) => part.trim());
  const written = said.replace(" phẩy ", ",");
  const figure = { start, written, over: over === undefined ? null : countOf(over), noun: null };
  const after = start + number.length;

  const percent = /^\s?(?:điểm\s)?(%|phần trăm)/u.exec(passage.text.slice(after));
  if (percent) return { ...figure, end: after + percent[0].length, measure: "rate" };

  const isShort = passage.text.startsWith("đ", after);
  const points = isShort ? { end: after + 1 } : anyAt(passage, after, POINTS);
  const whole = wholeOf(passage, points?.end ?? after, figure.over === null);
  if (whole && (points || whole.isPoints || /[.,]/u.test(written)))
    return { ...figure, over: whole.over, end: whole.end, measure: "points" };
  if (points) return { ...figure, end: points.end, measure: "points" };
  if (figure.over === 100) return { ...figure, end: after, measure: "points" };

  const isMoved = MOVED.test(passage.folded.slice(Math.max(0, start - LONGEST_MOVE), start));
  const steps = anyAt(passage, after, isMoved ? [...PLACES, ...PLACES_MOVED] : PLACES);
  if (steps) return { ...figure, end: steps.end, measure: "places" };

  for (const noun of NOUNS) {
    const counted = anyAt(passage, after, [noun]);
    if (counted && isSpelt(passage, counted.start, noun))
      return { ...figure, end: counted.end, measure: "count", noun };
  }
  return { ...figure, end: after, measure: "plain" };
}

const LONGEST_MOVE = 20;

/** Behind points, what they are out of: "15,4 điểm/18 điểm", "90,62 trên 100 điểm", "15,4 điểm trên tổng số 18 điểm". */
const WHOLE =
  /^\s?(?:\/\s?|tren\s(?:tong\s(?:so\s)?|thang diem\s|so diem toi da\s|toi da\s)?)(?<over>100|22|20|18|12|10)(?!\d|[.,]\d|%)(?<points>\s?diem)?/u;
const WHOLE_REACH = 40;

function wholeOf({ folded, scanned }: Passage, at: number, isOpen: boolean) {
  if (!isOpen || scanned) return null;
  const [all, over, points] = WHOLE.exec(folded.slice(at, at + WHOLE_REACH)) ?? [];
  return all === undefined
    ? null
    : { over: Number(over), end: at + all.length, isPoints: points !== undefined };
}

/** A number with a measure, or with a decimal comma as no date and no number of a document is written. */
export const isResultLike = ({ measure, written }: Figure): boolean =>
  measure !== "plain" || /\d,\d/u.test(written);

/** "bản" (copies) is not "ban" (a board): clean text is believed to the accent. */
function isSpelt(passage: Passage, at: number, noun: string): boolean {
  return noun !== "ban" || passage.scanned || passage.text.slice(at, at + 3).toLowerCase() === "bản";
}

/** No figure of an authority has more digits; a longer run of them is none. */
const LONGEST = 15;

/** "68.38", "88,03", "-0,80" → a number; null when it is written in a way that could mean two things. */
export function decimalOf(written: string): number | null {
  if (written.length > LONGEST) return null;
  const plain = written.replace("\u2212", "-").replace(/[–—]/u, "-").replace(/\s/gu, "");
  if (!/^[+-]?\d+([.,]\d+)?$/u.test(plain)) return null;
  return Number(plain.replace(",", "."));
}

/** "30.204", "343.894", "1 234" → a whole number; dots and commas can only group thousands here. */
export function countOf(written: string): number | null {
  if (written.length > LONGEST) return null;
  if (/^\d{1,3}([.,\s]\d{3})+$/u.test(written)) return Number(written.replace(/[.,\s]/gu, ""));
  return /^\d+$/u.test(written) ? Number(written) : null;
}
