import { overlap } from "#services/documents/readers/pdf/box.ts";
import type { Span } from "#services/documents/readers/pdf/columns.ts";
import type { PageTable } from "#services/documents/readers/pdf/table.ts";

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

/** Narrow heads may break elsewhere on another page. */
const isSame = (row: Row, other: Row | undefined): boolean =>
  row.join("\t").replaceAll(" ", "") === other?.join("\t").replaceAll(" ", "");

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
