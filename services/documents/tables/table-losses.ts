import type { OtherQuote } from "#services/documents/letter/index-in-force.ts";
import type { ImportWarning, WarningCode } from "#services/documents/warnings.ts";
import { groupBy } from "#services/group-by.ts";
import { shorten } from "#services/text/shorten.ts";

/** A cell of a row whose unit is known. */
export interface NamedCell {
  /** The unit, readable. */
  readonly unit: string;
  /** The column's head, without what stands in brackets. */
  readonly column: string;
  readonly text: string;
}

/** All of a table that was not taken as a figure, and what was taken with doubt. */
export interface TableLosses {
  /** Cells of a figure's column that are no figure of it. */
  readonly cells: readonly NamedCell[];
  /** Cells taken in a sense that a person should look at. */
  readonly doubtful: readonly NamedCell[];
  /** Cells taken as they stand among rates, though they look like shares of one: "0,97" beside "82,5". */
  readonly fractions: readonly NamedCell[];
  /** Cells not taken, since all of their column are one or less: parts of one, or per cent. */
  readonly shares: readonly NamedCell[];
  /** Numbers under heads nobody understands. */
  readonly unknown: readonly NamedCell[];
  /** Numbers in notes: shown, not warned of. */
  readonly notes: readonly NamedCell[];
  /** Rows with figures whose unit, or whose columns, could not be told. */
  readonly rows: readonly string[];
  /** Rows of sums, averages, maxima: shown, not warned of. */
  readonly asides: readonly string[];
  /** Rows of other indices. */
  readonly others: readonly OtherQuote[];
  /** Numbers that the list's own numbering leaves out. */
  readonly gaps: readonly number[];
  /** Why nothing of the table was taken, as the warning that says so; null = its rows were read. */
  readonly untold: UntoldCode | null;
}

/**
 * "unread-table": columns that left no trace could not be told apart, so nothing of the document may be stored. The
 * others: no column names units; none holds figures that are known; nothing says of what period they are.
 */
export type UntoldCode = Extract<
  WarningCode,
  "unread-table" | "tables-without-units" | "tables-without-figures" | "tables-without-period"
>;

/** What is not taken of all tables, grouped so that it can be read on a phone. */
export function lossWarnings(all: readonly TableLosses[]): readonly ImportWarning[] {
  const read = all.filter(({ untold }) => untold === null);
  const gaps = read.flatMap(({ gaps }) =>
    gaps.length > 0 ? [{ code: "missing-numbers" as const, facts: gapFacts(gaps) }] : [],
  );
  return [
    ...untoldWarnings(all),
    ...rowWarnings(read.flatMap(({ rows }) => rows)),
    ...cellWarnings(read),
    ...gaps,
  ];
}

/** One for each reason: a paper may hold a hundred small tables of one kind. */
function untoldWarnings(all: readonly TableLosses[]): readonly ImportWarning[] {
  const withRows = all.filter(({ rows }) => rows.length > 0);
  return [...groupBy(withRows, ({ untold }) => untold)].flatMap(([code, tables]) => {
    const rows = tables.flatMap((table) => table.rows);
    return code ? [{ code, facts: { tables: tables.length, count: rows.length, ...named(rows) } }] : [];
  });
}

function rowWarnings(rows: readonly string[]): readonly ImportWarning[] {
  return rows.length > 0 ? [{ code: "unread-rows", facts: { count: rows.length, ...named(rows) } }] : [];
}

function cellWarnings(tables: readonly TableLosses[]): readonly ImportWarning[] {
  const warnings: ImportWarning[] = [];
  const byHead = (kind: "cells" | "unknown" | "doubtful" | "fractions" | "shares") =>
    byColumn(tables.flatMap((table) => table[kind]));
  for (const [column, cells] of byHead("cells"))
    warnings.push({
      code: "unread-cells",
      facts: { column, count: cells.length, ...named(cells.map(quoted)) },
    });
  for (const [column, cells] of byHead("shares"))
    warnings.push({
      code: "unclear-shares",
      facts: { column, count: cells.length, ...named(cells.map(quoted)) },
    });
  for (const [column, { length: count }] of byHead("unknown"))
    warnings.push({ code: "unread-column", facts: { column, count } });
  for (const [column, cells] of byHead("doubtful"))
    warnings.push({
      code: "doubtful-cells",
      facts: { column, count: cells.length, ...named(cells.map(quoted)) },
    });
  for (const [column, cells] of byHead("fractions"))
    warnings.push({
      code: "share-or-rate",
      facts: { column, count: cells.length, ...named(cells.map(quoted)) },
    });
  return warnings;
}

const gapFacts = (gaps: readonly number[]) => ({ count: gaps.length, numbers: gaps.join(", ") });

/** Everything not taken, a line for each row and for some cells of a column. */
export function lossLines({
  cells,
  shares,
  unknown,
  notes,
  rows,
  asides,
  others,
}: TableLosses): readonly string[] {
  const byHead = byColumn([...cells, ...shares, ...unknown, ...notes]);
  const columns = [...byHead].flatMap(([column, all]) =>
    inLines(all.map(quoted)).map((line) => `${column}: ${line}`),
  );
  return [...rows, ...others.map(({ quote }) => quote), ...columns, ...asides];
}

const byColumn = (cells: readonly NamedCell[]) => groupBy(cells, ({ column }) => column);

const quoted = ({ unit, text }: NamedCell): string => `${unit} “${shorten(text, LONGEST_CELL)}”`;

const LONGEST_CELL = 200;

/** So many are named in one warning; all stand among what is unread. */
const NAMED = 5;

const LONGEST_NAMED = 80;

function named(all: readonly string[]): { shown: string; more: number } {
  const shown = all.slice(0, NAMED).map((each) => shorten(each, LONGEST_NAMED));
  return { shown: shown.join("; "), more: Math.max(0, all.length - NAMED) };
}

const LINE = 300;

function inLines(parts: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length < LINE) lines[lines.length - 1] = `${last}; ${part}`;
    else lines.push(part);
  }
  return lines;
}
