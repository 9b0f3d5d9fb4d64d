import type { ReadingContext } from "#services/documents/letter/context.ts";
import { cellOf } from "#services/documents/marks/cells.ts";
import { joinLevels } from "#services/documents/tables/head-levels.ts";
import { splitHead } from "#services/documents/tables/split-head.ts";

type Row = readonly string[];

/** A table's heads and the rows under them. */
export interface HeadedTable {
  /** One for each column; empty = the table has none that could be told. */
  readonly heads: Row;
  readonly rows: readonly Row[];
}

/** `collapses`: an empty cell leaves no trace there, so that heads may not be set apart either. */
export function headedTable(
  table: readonly Row[],
  collapses: boolean,
  context: ReadingContext,
  scanned: boolean,
): HeadedTable {
  const first = table.findIndex(isBody);
  if (first === -1) return { heads: [], rows: table };

  const above = withoutGroup(table.slice(0, first));
  const rows = table.slice(first).filter((row) => !isBlank(row) && !above.some((head) => isSame(head, row)));
  const width = usualWidth(rows);
  if (collapses && above.some((row) => row.length !== width))
    return { heads: splitHead(above.flat().join(" "), width, context.topics, scanned) ?? [], rows };
  return inOneColumn(withOrdinals(mergeHeads(above), rows, width), rows);
}

const ORDINAL = /^(?:[IVX]{1,5}|\p{Lu}|\d{1,2})[.)]?$/u;

/** Right under the heads a row may name the first group of units, "I | Các sở, ban, ngành": it heads no column. */
function withoutGroup(above: readonly Row[]): readonly Row[] {
  const last = above.at(-1);
  if (!last || above.length === 1) return above;
  const words = new Set(last.filter((cell) => cell !== "" && !ORDINAL.test(cell)));
  const [only = ""] = words;
  const isNumbered = ORDINAL.test(last[0] ?? "") || ORDINAL.test(only.split(" ", 1)[0] ?? "");
  return words.size === 1 && isNumbered ? above.slice(0, -1) : above;
}

/** A long list set in columns beside each other, the same heads over each: its parts below each other. */
function inOneColumn(heads: Row, rows: readonly Row[]): HeadedTable {
  const width = heads.indexOf(heads[0] ?? "", 1);
  const isRepeated =
    width > 1 && heads.length % width === 0 && heads.every((head, i) => head === heads[i % width]);
  if (!isRepeated) return { heads, rows };
  const parts = Array.from({ length: heads.length / width }, (_, i) =>
    rows.map((row) => row.slice(i * width, (i + 1) * width)),
  );
  return { heads: heads.slice(0, width), rows: parts.flat().filter((row) => !isBlank(row)) };
}

/** A row of figures: words and at least one cell that is only a number. Heads of years alone are none. */
function isBody(row: Row): boolean {
  const cells = row.map(cellOf);
  const numbers = row.filter((_, i) => cells[i]?.kind === "number");
  return (
    row.some((text, i) => cells[i]?.kind !== "number" && /\p{L}{2,}/u.test(text)) &&
    numbers.some((number) => !/^20\d\d$/u.test(number.trim()))
  );
}

const isBlank = (row: Row): boolean => row.every((cell) => cell === "");

const isSame = (head: Row, row: Row): boolean => head.join("\t") === row.join("\t");

/** The length most rows have, empty cells at the end included. */
function usualWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Rows of heads as one; a head above several columns holds for each of them. */
function mergeHeads(rows: readonly Row[]): Row {
  const named = rows.filter((row) => !row.every((cell) => /^\(?\d{0,2}\)?$/u.test(cell)));
  const spread = named.map((row, i) => (i < named.length - 1 ? spreadOver(row, named[i + 1] ?? []) : row));
  return Array.from({ length: Math.max(0, ...spread.map((row) => row.length)) }, (_, i) =>
    joinLevels(spread.map((row) => row[i] ?? "")),
  );
}

/** "Tháng 7 | | Tháng 8 |" over "Điểm | Hạng | Điểm | Hạng": the empty cells belong to the head on their left. */
function spreadOver(row: Row, below: Row): Row {
  const spread: string[] = [];
  for (let i = 0; i < Math.max(row.length, below.length); i += 1) {
    const own = row[i] ?? "";
    const isUnder = i > 0 && own === "" && (below[i] ?? "") !== "" && (below[i - 1] ?? "") !== "";
    spread.push(isUnder ? (spread[i - 1] ?? "") : own);
  }
  return spread;
}

/** Heads of all columns but the numbering, which stands before every row. */
function withOrdinals(heads: Row, rows: readonly Row[], width: number): Row {
  const filled = heads.findLastIndex((head) => head !== "") + 1;
  if (filled !== width - 1 || heads[0] === "") return heads;
  const isNumbered = rows.every((row, i) => row.length !== width || Number(row[0]) === i + 1);
  return isNumbered ? ["Stt", ...heads] : heads;
}
