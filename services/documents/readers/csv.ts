import { delimitedCells, oneLineEach } from "#services/text/delimited.ts";

const LONGEST_CELL = 120;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)*%?$/u;

/** Whether lines of values are a table: as many in each row, and numbers in most of them, not halves of decimals. */
export function isCsv(rows: readonly (readonly string[])[]): boolean {
  const width = rows[0]?.length ?? 0;
  if (width === 2) return isPairs(rows);
  const isNumeric = (row: readonly string[]): boolean => row.filter((cell) => NUMBER.test(cell)).length >= 2;
  return (
    width >= 3 &&
    rows.every((row) => row.length === width && row.every(({ length }) => length <= LONGEST_CELL)) &&
    rows.filter(isNumeric).length >= rows.length / 2
  );
}

const FEWEST_PAIRS = 2;

/** Heads, and under them nothing but a name and a number in each row. */
function isPairs([heads = [], ...rows]: readonly (readonly string[])[]): boolean {
  return (
    rows.length >= FEWEST_PAIRS &&
    !heads.some((head) => NUMBER.test(head)) &&
    rows.every(([name = "", number = "", ...others]) => {
      const isName = /\p{L}/u.test(name) && !/\d/u.test(name) && name.length <= LONGEST_CELL;
      return isName && NUMBER.test(number) && others.length === 0;
    })
  );
}

/** Lines that are looked at to tell what a text is. */
const SAMPLE = 60;
const FEWEST_LINES = 3;

/** Whether a text was written by a program for tables: most of its lines hold as many marks between values. */
export function looksLikeCsv(text: string): boolean {
  const lines = text.split("\n", SAMPLE).filter((line) => line.trim() !== "");
  if (lines.length < FEWEST_LINES) return false;
  return ([";", ","] as const).some((mark) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const { length } = delimitedCells(line, mark) ?? [];
      if (length !== undefined && length >= FEWEST_LINES) counts.set(length, (counts.get(length) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values()) > lines.length / 2;
  });
}

/** A workbook's lines as those of a text: a title without the empty cells beside it, one line for each row. */
export function csvLines(text: string): string {
  return oneLineEach(text)
    .split("\n")
    .filter((line) => !/^sep=.$/u.test(line))
    .map((line) => titleOf(line) ?? line)
    .join("\n");
}

/** The one value of a row; null when there are several. */
function titleOf(line: string): string | null {
  for (const mark of [";", ","] as const) {
    const filled = (delimitedCells(line, mark) ?? []).filter((cell) => cell !== "");
    if (filled.length === 1 && line.endsWith(mark.repeat(2))) return filled[0] ?? null;
  }
  return /^"[^"]*"$/u.test(line) ? line.slice(1, -1) : null;
}
