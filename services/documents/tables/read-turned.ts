import type { ReadingContext } from "#services/documents/letter/context.ts";
import type { IndexInForce } from "#services/documents/letter/index-in-force.ts";
import type { Table } from "#services/documents/letter/parts.ts";
import { withoutCapitals } from "#services/documents/marks/capitals.ts";
import { oneNamed, type UnitRef } from "#services/documents/marks/cast.ts";
import { cellOf } from "#services/documents/marks/cells.ts";
import { unitMarks } from "#services/documents/marks/places-of-units.ts";
import {
  addRow,
  emptyDraft,
  lineOf,
  type TableReading,
  untold,
} from "#services/documents/tables/body-rows.ts";
import type { Column } from "#services/documents/tables/column.ts";
import { columnsOf, withoutIndex } from "#services/documents/tables/table-columns.ts";
import type { HeadedTable } from "#services/documents/tables/table-heads.ts";
import { createRowUnits, type RowUnits } from "#services/documents/tables/table-units.ts";
import { type TurnedRow, turnedRows } from "#services/documents/tables/turned-table.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";

/** A table that has an indicator in each row, units or periods across; null = it has not. */
export function readTurned(
  { heads, rows }: HeadedTable,
  table: Table,
  period: Period | null,
  index: IndexInForce,
  context: ReadingContext,
  scanned: boolean,
): TableReading | null {
  const units = createRowUnits(heads, context, scanned);
  const isUnit = (head: string): boolean => typeof (units.of(head) ?? "skip") === "object";
  const turned = turnedRows(heads, rows, context, scanned, isUnit);
  if (!turned) return null;
  const caption = unitOfCaption(table, context);
  if (!period) return untold(rows, "tables-without-period", context);
  if (!caption && turned.some(({ unit }) => unit === null))
    return untold(rows, "tables-without-units", context);

  const draft = emptyDraft();
  const quotes = new Set<string>();
  for (const each of turned) {
    if (!each.heads.includes("")) addTurned(draft, each, { period, index, caption, units }, context, scanned);
    else addUnnamed(draft, each, quotes, context);
  }
  const listed = draft.rows.filter(({ indicator, value }) => indicator === TOTAL && value !== null);
  const isOfUnits = (row: TurnedRow): boolean => row.unit !== null;
  return {
    rows: draft.rows,
    targets: draft.targets,
    doubts: draft.doubts,
    listed: turned.some(isOfUnits) ? listed.map(({ unit }) => unit) : [],
    losses: { ...draft.losses, gaps: [], untold: null },
  };
}

interface OfTable {
  readonly period: Period;
  readonly index: IndexInForce;
  /** The unit that the caption names. */
  readonly caption: UnitRef | null;
  /** Those that columns name. */
  readonly units: RowUnits;
}

function addTurned(
  draft: ReturnType<typeof emptyDraft>,
  { heads, row, written, unit, left }: TurnedRow,
  { period, index, caption, units }: OfTable,
  context: ReadingContext,
  scanned: boolean,
): void {
  for (const { column, text } of left)
    draft.losses.notes.push({ unit: heads[1] ?? "", column, text: context.persons.without(text) });
  const columns = columnsOf(heads, (i) => [cellOf(row[i] ?? "")], context, scanned);
  const body = {
    row,
    written,
    name: unit ?? "",
    heads,
    columns: index === null ? columns : withoutIndex(columns),
    percentages: new Set<Column>(),
    period,
    units: { of: (name: string) => (name === "" ? caption : units.of(name)) },
    collapses: false,
  };
  addRow(draft, body, context, scanned);
}

/** A row whose indicator nobody knows, told once. */
function addUnnamed(
  { losses }: ReturnType<typeof emptyDraft>,
  { written }: TurnedRow,
  quotes: Set<string>,
  context: ReadingContext,
): void {
  const quote = lineOf(written, context);
  if (!quotes.has(quote) && /\p{N}/u.test(quote)) losses.rows.push(quote);
  quotes.add(quote);
}

/** A longer paragraph is text, no caption. */
const LONGEST_CAPTION = 200;

/** The one unit that the caption names, else the paper's title; else the paper's own. Null = several. */
export function unitOfCaption({ above }: Table, { cast, titled }: ReadingContext): UnitRef | null {
  const caption = above.at(-1);
  const named =
    caption && caption.text.length <= LONGEST_CAPTION
      ? unitMarks(withoutCapitals(caption), cast).map(({ unit }) => unit)
      : [];
  return named.length === 0 ? (titled ?? cast.own) : oneNamed(named, cast.own);
}
