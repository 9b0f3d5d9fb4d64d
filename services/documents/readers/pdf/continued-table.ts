import { distance } from "fastest-levenshtein";
import { overlap } from "#services/documents/readers/pdf/box.ts";
import { columnsUnder, type Span } from "#services/documents/readers/pdf/columns.ts";
import type { Line } from "#services/documents/readers/pdf/lines.ts";
import type { PageItem } from "#services/documents/readers/pdf/page-layout.ts";
import type { PageTable } from "#services/documents/readers/pdf/table.ts";
import { fold } from "#services/text/fold.ts";

type Row = readonly string[];

/** Whether a table at the top of a page goes on with the one that ended the page before. */
export function isContinued(before: PageTable, next: PageTable): boolean {
  return (
    before.columns.length === next.columns.length &&
    before.columns.every((column, i) => isSamePlace(column, next.columns[i]))
  );
}

/** Columns without rules are as wide as what stands in them. */
function isSamePlace(a: Span, b: Span | undefined): boolean {
  if (!b) return false;
  const narrower = Math.min(a.to - a.from, b.to - b.from);
  return overlap(a.from, a.to, b.from, b.to) > narrower * MOSTLY;
}

const MOSTLY = 0.7;

/** Of the size: lines nearer to each other may be of one row. */
const ONE_ROW = 1.6;
const FIGURE = /\d|^[-–—…]$/u;

const FEWEST_COLUMNS = 3;

/**
 * Rows of a table whose columns only gaps show that go on at the top of the next page, too few to show columns there:
 * as many of the page's first lines as have words in each of the columns and in no gap, figures in half of them at
 * least, and no line behind them that may belong to them.
 */
export function rowsAtTop({ columns }: PageTable, items: readonly PageItem[]): readonly Row[] {
  const isOfGaps = columns.every(({ from }, i) => i === 0 || from > (columns[i - 1]?.to ?? from));
  if (columns.length < FEWEST_COLUMNS || !isOfGaps) return [];
  const rows: Row[] = [];
  for (const [i, item] of items.entries()) {
    const next = items[i + 1];
    const row = item.type === "line" ? rowOf(item.line, columns) : null;
    if (item.type !== "line" || !row) break;
    if (next?.type === "line" && next.line.middle - item.line.middle < item.line.size * ONE_ROW) return [];
    rows.push(row);
  }
  return rows;
}

function rowOf({ words }: Line, columns: readonly Span[]): Row | null {
  const cells = columns.map((): string[] => []);
  for (const word of words) {
    const [column = -1, ...others] = columnsUnder(word, columns);
    if (column === -1 || others.length > 0) return null;
    cells[column]?.push(word.text);
  }
  const texts = cells.map((cell) => cell.join(" "));
  const figures = texts.filter((text) => FIGURE.test(text)).length;
  return texts.includes("") || figures < 2 || figures * 2 < texts.length ? null : texts;
}

/** Both as one: heads that are repeated are dropped, a row that the page's end cut is whole again. */
export function goOn(before: PageTable, next: PageTable): PageTable {
  const repeated = next.rows.findIndex((row, i) => !isSame(row, before.rows[i]));
  const rows = repeated === -1 ? [] : next.rows.slice(repeated);
  const [first, ...others] = rows;
  const last = before.rows.at(-1);
  if (!first || !last || !isRestOf(first, last))
    return { ...before, bottom: next.bottom, rows: [...before.rows, ...rows] };
  const whole = last.map((cell, i) => `${cell} ${first[i] ?? ""}`.trim());
  return { ...before, bottom: next.bottom, rows: [...before.rows.slice(0, -1), whole, ...others] };
}

/** Narrow heads may break elsewhere on another page, and a scan may show a letter of them otherwise; figures tell rows apart. */
function isSame(row: Row, other: Row | undefined): boolean {
  if (row.length !== other?.length || figuresIn(row) !== figuresIn(other)) return false;
  return row.every((cell, i) => isAlike(unspaced(cell), unspaced(other[i] ?? "")));
}

const figuresIn = (row: Row): string => row.join("\t").replace(/[^\d\t]+/gu, " ");

const unspaced = (cell: string): string => fold(cell).replaceAll(" ", "");

const isAlike = (a: string, b: string): boolean =>
  a === b || distance(a, b) <= MISREAD * Math.min(a.length, b.length);

/** Of a head's letters. */
const MISREAD = 0.15;

/** Words alone, in one cell, under words of a row that has figures. */
function isRestOf(row: Row, before: Row): boolean {
  const filled = row.flatMap((cell, i) => (cell === "" ? [] : [i]));
  const [column = -1] = filled;
  return (
    filled.length === 1 &&
    column > 0 &&
    !/\d/u.test(row.join("")) &&
    (before[column] ?? "") !== "" &&
    before.some((cell) => /\d/u.test(cell))
  );
}
