import { cellOf, isAbsent } from "#services/documents/marks/cells.ts";

/** A row whose cells are set apart by single spaces or line breaks: "1 xã Thủ Sỹ 89,63 100". */
export interface CopiedRow {
  /** As written: "1", "1."; null = the list is not numbered. */
  readonly ordinal: string | null;
  readonly name: string;
  readonly cells: readonly string[];
}

const ORDINAL = /^\d{1,4}[.)]?$/u;
/** Longer lines are prose. */
const LONGEST = 300;
const MOST_WORDS_OF_A_CELL = 4;

/** The row a text may be, read from its end; null when it has no name or nothing like a cell. */
export function copiedRow(text: string): CopiedRow | null {
  if (text.length > LONGEST || !/\d/u.test(text)) return null;
  const words = text.split(" ").filter((word) => word !== "");
  const ordinal = words.length > 1 && ORDINAL.test(words[0] ?? "") ? (words.shift() ?? null) : null;
  const cells: string[] = [];
  while (words.length > 1) {
    const length = lengthOfLastCell(words);
    if (length === 0) break;
    cells.unshift(words.splice(-length).join(" "));
  }
  const name = words.join(" ");
  return isName(name) && cells.length > 0 ? { ordinal, name, cells } : null;
}

/** Words of the cell that stands last: "97", "97 điểm", "không phát sinh"; 0 = none does. */
function lengthOfLastCell(words: readonly string[]): number {
  for (let length = Math.min(MOST_WORDS_OF_A_CELL, words.length - 1); length >= 1; length -= 1) {
    const [first = "", ...rest] = words.slice(-length);
    if (rest.some((word) => /\d/u.test(word)) || (length > 1 && !isWhole(first, rest))) continue;
    if (length > 1 || isCell(first)) return length;
  }
  return 0;
}

/** Several words that are one cell: a number with its measure, or words for nothing given. */
function isWhole(first: string, rest: readonly string[]): boolean {
  const text = [first, ...rest].join(" ");
  return /\d/u.test(first) ? cellOf(text).kind === "number" : isAbsent(text);
}

/** A number, a damaged one ("8O,18"), or a mark for nothing given. */
export function isCell(word: string): boolean {
  const { kind } = cellOf(word);
  if (kind === "number" || kind === "absent") return true;
  return kind === "odd" && /^[\dOoIl.,%()+−–*'/-]+$/u.test(word) && word.split("/").length <= 2;
}

const MOST_WORDS = 14;

/** Words that can stand in a column of units: no sentence, no label, no date. */
export function isName(text: string): boolean {
  return (
    /^(?:\p{Lu}|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|thành phố)/u.test(text) &&
    /\p{L}{2,}/u.test(text) &&
    !/[:;.!?]$/u.test(text) &&
    text.split(" ").length <= MOST_WORDS
  );
}

const ORDINAL_AND_NAME = /^(?<number>\d{1,4})[.)]? (?<rest>\p{L}.*)$/u;

/** The number of the list at whose row a line begins; null when none does. */
export function ordinalAt(line: string, next: string): number | null {
  const { number, rest } = ORDINAL_AND_NAME.exec(line)?.groups ?? {};
  if (number !== undefined && isName(nameIn(rest ?? ""))) return Number(number);
  return ORDINAL.test(line) && isName(next) ? Number.parseInt(line, 10) : null;
}

/** The words before the first digit. */
function nameIn(text: string): string {
  return text.replace(/\s?\d.*$/u, "");
}
