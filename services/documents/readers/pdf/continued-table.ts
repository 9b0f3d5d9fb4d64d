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

/** What a table goes on with at the top of a page: its rows, and how many of the page's items they and heads are. */
interface Top {
  readonly rows: readonly Row[];
  readonly count: number;
}

const NO_TOP: Top = { rows: [], count: 0 };

/**
 * Rows of a table whose columns only gaps show that go on at the top of the next page, too few to show columns there:
 * as many of the page's first lines, behind repeated heads, as have words in each of the columns and in no gap, figures
 * in half of them at least, and no line behind them that may belong to them.
 */
export function rowsAtTop(table: PageTable, items: readonly PageItem[]): Top {
  const { columns } = table;
  const isOfGaps = columns.every(({ from }, i) => i === 0 || from > (columns[i - 1]?.to ?? from));
  if (columns.length < FEWEST_COLUMNS || !isOfGaps) return NO_TOP;
  const heads = repeatedHeads(table, items);
  const rows: Row[] = [];
  for (const [i, item] of items.slice(heads).entries()) {
    const next = items[heads + i + 1];
    const row = item.type === "line" ? rowOf(item.line, columns) : null;
    if (item.type !== "line" || !row) break;
    if (next?.type === "line" && next.line.middle - item.line.middle < item.line.size * ONE_ROW)
      return NO_TOP;
    rows.push(row);
  }
  return rows.length === 0 ? NO_TOP : { rows, count: heads + rows.length };
}

/** How many of a page's first lines hold nothing but words of the table's heads. */
function repeatedHeads({ rows }: PageTable, items: readonly PageItem[]): number {
  const heads = rows.slice(0, rows.findIndex(isFigures));
  const words = new Set(heads.flatMap((row) => row.flatMap((cell) => cell.split(" "))));
  const count = items.findIndex(
    (item) => item.type !== "line" || item.line.words.some(({ text }) => !words.has(text)),
  );
  return count === -1 ? 0 : count;
}

function isFigures(row: Row): boolean {
  const figures = row.filter((text) => FIGURE.test(text)).length;
  return figures >= 2 && figures * 2 >= row.length;
}

function rowOf({ words }: Line, columns: readonly Span[]): Row | null {
  const cells = columns.map((): string[] => []);
  for (const word of words) {
    const [column = -1, ...others] = columnsUnder(word, columns);
    if (column === -1 || others.length > 0) return null;
    cells[column]?.push(word.text);
  }
  const texts = cells.map((cell) => cell.join(" "));
  return texts.includes("") || !isFigures(texts) ? null : texts;
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
