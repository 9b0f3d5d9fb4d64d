import type { ReadingContext } from "#services/documents/letter/context.ts";
import { indexBehind, type OtherQuote } from "#services/documents/letter/index-in-force.ts";
import type { Table } from "#services/documents/letter/parts.ts";
import type { UnitRef } from "#services/documents/marks/cast.ts";
import { cellOf } from "#services/documents/marks/cells.ts";
import { countOf } from "#services/documents/marks/figures.ts";
import { indexMarks } from "#services/documents/marks/index-marks.ts";
import { hasAny, passageOf } from "#services/documents/marks/passage.ts";
import { periodMarks } from "#services/documents/marks/period-marks.ts";
import type { FoundRow } from "#services/documents/marks/row.ts";
import { toDateOf } from "#services/documents/marks/to-date.ts";
import { addedUp } from "#services/documents/tables/added-up.ts";
import { missingNumbers } from "#services/documents/tables/ordinals.ts";
import { isAligned } from "#services/documents/tables/row-alignment.ts";
import { type Column, columnsOf, withoutIndex } from "#services/documents/tables/table-columns.ts";
import { type HeadedTable, headedTable } from "#services/documents/tables/table-heads.ts";
import type { NamedCell, TableLosses, UntoldCode } from "#services/documents/tables/table-losses.ts";
import { type FoundDoubt, isPercentages, readCells } from "#services/documents/tables/table-row.ts";
import { createRowUnits, type RowUnits } from "#services/documents/tables/table-units.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";

export interface TableReading {
  readonly rows: readonly FoundRow[];
  /** Units the table lists with a total of theirs. */
  readonly listed: readonly UnitRef[];
  readonly doubts: readonly FoundDoubt[];
  readonly losses: TableLosses;
}

/** The results of all tables. A table without heads goes on with those of the one before it. */
export function readTables(
  tables: readonly Table[],
  context: ReadingContext,
  scanned: boolean,
): readonly TableReading[] {
  let before: readonly string[] = [];
  return tables.map((table) => {
    const headed = headedTable(table.rows, table.collapses, context, scanned);
    const isContinued = headed.heads.length === 0 && before.length > 0;
    if (!isContinued) before = headed.heads;
    return readTable(isContinued ? { ...headed, heads: before } : headed, table, context, scanned);
  });
}

/** Heads name indicators, the first column of words names units; whatever is no figure is kept as a loss. */
function readTable(
  { heads, rows }: HeadedTable,
  table: Table,
  context: ReadingContext,
  scanned: boolean,
): TableReading {
  const cells = (column: number) => rows.map((row) => cellOf(row[column] ?? ""));
  const index = table.above.reduce((before, passage) => indexBehind(passage, before), context.index);
  const all = columnsOf(heads, cells, context, scanned);
  const columns = index === null ? all : withoutIndex(all);
  const unitColumn = columns.findIndex(({ role }) => role === "unit");
  const period = periodOfTable(table, context);
  const isTold = columns.some(({ role }) => role === "value" || role === "rank");
  if (index !== null && !isTold) return ofOtherIndex(rows, index, context);
  if (unitColumn === -1 || !isTold || !period) {
    const lack = lackOf(unitColumn !== -1, isTold);
    return untold(rows, table.collapses ? "unread-table" : lack, context);
  }

  const units = createRowUnits(
    rows.map((row) => row[unitColumn] ?? ""),
    context,
    scanned,
  );
  const percentages = new Set(
    columns.filter((column, i) =>
      isPercentages(
        column,
        rows.map((row) => row[i] ?? ""),
      ),
    ),
  );
  const told = { heads, columns, percentages, period, units, collapses: table.collapses };
  const draft = emptyDraft();
  for (const row of rows) {
    const name = row[unitColumn] ?? "";
    addRow(draft, { row, name, ...told }, context, scanned);
  }
  const listed = draft.rows.filter(({ indicator, value }) => indicator === TOTAL && value !== null);
  const gaps = missingNumbers(numbersOf(rows, columns));
  return {
    rows: table.adds ? addedUp(draft.rows) : draft.rows,
    doubts: draft.doubts,
    listed: listed.map(({ unit }) => unit),
    losses: { ...draft.losses, gaps, untold: null },
  };
}

function lackOf(hasUnits: boolean, hasFigures: boolean): UntoldCode {
  if (!hasUnits) return "tables-without-units";
  return hasFigures ? "tables-without-period" : "tables-without-figures";
}

function untold(
  rows: readonly (readonly string[])[],
  code: UntoldCode,
  context: ReadingContext,
): TableReading {
  const withNumbers = rows.filter((row) => row.some((cell) => /\p{N}/u.test(cell)));
  const losses = { ...emptyDraft().losses, rows: withNumbers.map((row) => lineOf(row, context)) };
  return { rows: [], listed: [], doubts: [], losses: { ...losses, gaps: [], untold: code } };
}

function ofOtherIndex(
  rows: readonly (readonly string[])[],
  index: string,
  context: ReadingContext,
): TableReading {
  const withNumbers = rows.filter((row) => row.some((cell) => /\p{N}/u.test(cell)));
  const others = withNumbers.map((row) => ({ index, quote: lineOf(row, context) }));
  return {
    rows: [],
    listed: [],
    doubts: [],
    losses: { ...emptyDraft().losses, others, gaps: [], untold: null },
  };
}

const emptyDraft = () => ({
  rows: [] as FoundRow[],
  doubts: [] as FoundDoubt[],
  losses: {
    cells: [] as NamedCell[],
    doubtful: [] as NamedCell[],
    fractions: [] as NamedCell[],
    unknown: [] as NamedCell[],
    notes: [] as NamedCell[],
    rows: [] as string[],
    asides: [] as string[],
    others: [] as OtherQuote[],
  },
});

interface BodyRow {
  readonly row: readonly string[];
  /** Its unit, as written. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly columns: readonly Column[];
  readonly percentages: ReadonlySet<Column>;
  /** Of the table. */
  readonly period: Period;
  readonly units: RowUnits;
  readonly collapses: boolean;
}

function addRow(
  { rows, doubts, losses }: ReturnType<typeof emptyDraft>,
  body: BodyRow,
  context: ReadingContext,
  scanned: boolean,
): void {
  const { row, name, heads, columns, percentages, period, units, collapses } = body;
  const isEmpty = !row.some((cell, i) => columns[i]?.role !== "ordinal" && /\p{N}/u.test(cell));
  const unit = units.of(name);
  if (isEmpty && (unit === null || unit === "skip")) return;
  const named = indexMarks(passageOf(row.join(" "), scanned)).find(({ other }) => other !== null);
  if (named?.other) losses.others.push({ index: named.other, quote: lineOf(row, context) });
  else if (unit === "skip") losses.asides.push(lineOf(row, context));
  else if (unit === null || !isAligned(row, heads.length, columns, collapses))
    losses.rows.push(lineOf(row, context));
  else {
    const read = readCells(
      { row, unit, heads, columns, percentages, period, quote: lineOf(row, context) },
      scanned,
    );
    rows.push(...read.rows);
    doubts.push(...read.doubts);
    for (const { kind, ...cell } of read.losses)
      losses[kind].push({ ...cell, text: context.persons.without(cell.text) });
  }
}

function lineOf(row: readonly string[], context: ReadingContext): string {
  return context.persons.without(row.filter((cell) => cell !== "").join(" · "));
}

function numbersOf(rows: readonly (readonly string[])[], columns: readonly Column[]): readonly number[] {
  const ordinal = columns.findIndex(({ role }) => role === "ordinal");
  return rows.flatMap((row) => countOf((row[ordinal] ?? "").replace(/[.)]$/u, "")) ?? []);
}

const CAPTION_WORDS = ["phu luc", "bang", "bieu", "ket qua", "thang", "quy", "tuan", "nam"];

function periodOfTable(table: Table, context: ReadingContext): Period | null {
  const above = table.above
    .flatMap((passage) => periodMarks(passage, context.calendar))
    .filter((mark) => !mark.compared);
  const caption = table.above.at(-1);
  const near = caption !== undefined && hasAny(caption, CAPTION_WORDS);
  const period = (near ? above.at(-1)?.period : undefined) ?? context.period;
  return period ? toDateOf(period, context.issued) : null;
}
