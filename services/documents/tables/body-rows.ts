import type { ExtractedTarget } from "#services/documents/extraction.ts";
import type { ReadingContext } from "#services/documents/letter/context.ts";
import type { OtherQuote } from "#services/documents/letter/index-in-force.ts";
import type { UnitRef } from "#services/documents/marks/cast.ts";
import { indexMarks } from "#services/documents/marks/index-marks.ts";
import { passageOf } from "#services/documents/marks/passage.ts";
import type { FoundRow } from "#services/documents/marks/row.ts";
import type { Column } from "#services/documents/tables/column.ts";
import { isAligned } from "#services/documents/tables/row-alignment.ts";
import type { NamedCell, TableLosses, UntoldCode } from "#services/documents/tables/table-losses.ts";
import { type FoundDoubt, readCells } from "#services/documents/tables/table-row.ts";
import { columnTargets, isTargetRow, rowTargets } from "#services/documents/tables/table-targets.ts";
import type { RowUnits } from "#services/documents/tables/table-units.ts";
import type { Period } from "#services/periods/period.ts";

export interface TableReading {
  readonly rows: readonly FoundRow[];
  /** Units the table lists with a total of theirs. */
  readonly listed: readonly UnitRef[];
  readonly targets: readonly ExtractedTarget[];
  readonly doubts: readonly FoundDoubt[];
  readonly losses: TableLosses;
}

export function untold(
  rows: readonly (readonly string[])[],
  code: UntoldCode,
  context: ReadingContext,
): TableReading {
  const withNumbers = rows.filter((row) => row.some((cell) => /\p{N}/u.test(cell)));
  const losses = { ...emptyDraft().losses, rows: withNumbers.map((row) => lineOf(row, context)) };
  return { rows: [], listed: [], targets: [], doubts: [], losses: { ...losses, gaps: [], untold: code } };
}

export function ofOtherIndex(
  rows: readonly (readonly string[])[],
  index: string,
  context: ReadingContext,
): TableReading {
  const withNumbers = rows.filter((row) => row.some((cell) => /\p{N}/u.test(cell)));
  const others = withNumbers.map((row) => ({ index, quote: lineOf(row, context) }));
  return {
    rows: [],
    listed: [],
    targets: [],
    doubts: [],
    losses: { ...emptyDraft().losses, others, gaps: [], untold: null },
  };
}

export const emptyDraft = () => ({
  rows: [] as FoundRow[],
  targets: [] as ExtractedTarget[],
  doubts: [] as FoundDoubt[],
  losses: {
    cells: [] as NamedCell[],
    doubtful: [] as NamedCell[],
    fractions: [] as NamedCell[],
    shares: [] as NamedCell[],
    unknown: [] as NamedCell[],
    notes: [] as NamedCell[],
    rows: [] as string[],
    asides: [] as string[],
    others: [] as OtherQuote[],
  },
});

export interface BodyRow {
  readonly row: readonly string[];
  /** As the table has it, where it was turned. */
  readonly written?: readonly string[];
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

export function addRow(
  { rows, targets, doubts, losses }: ReturnType<typeof emptyDraft>,
  body: BodyRow,
  context: ReadingContext,
  scanned: boolean,
): void {
  const { row, name, heads, columns, percentages, period, units, collapses, written = row } = body;
  const isEmpty = !row.some((cell, i) => columns[i]?.role !== "ordinal" && /\p{N}/u.test(cell));
  const unit = units.of(name);
  if (isEmpty && (unit === null || unit === "skip")) return;
  const named = indexMarks(passageOf(written.join(" "), scanned)).find(({ other }) => other !== null);
  if (named?.other) losses.others.push({ index: named.other, quote: lineOf(written, context) });
  else if (unit === "skip") {
    const set = isTargetRow(name) ? rowTargets(body, context) : [];
    targets.push(...set);
    if (set.length === 0) losses.asides.push(lineOf(written, context));
  } else if (unit === null || !isAligned(row, heads.length, columns, collapses))
    losses.rows.push(lineOf(written, context));
  else {
    const read = readCells(
      { row, unit, heads, columns, percentages, period, quote: lineOf(written, context) },
      scanned,
    );
    rows.push(...read.rows);
    targets.push(...columnTargets(body, unit, context));
    doubts.push(...read.doubts);
    for (const { kind, ...cell } of read.losses)
      losses[kind].push({ ...cell, text: context.persons.without(cell.text) });
  }
}

export function lineOf(row: readonly string[], context: ReadingContext): string {
  return context.persons.without(row.filter((cell) => cell !== "").join(" · "));
}
