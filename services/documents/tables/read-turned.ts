import type { ReadingContext } from "#services/documents/letter/context.ts";
import type { IndexInForce } from "#services/documents/letter/index-in-force.ts";
import type { Table } from "#services/documents/letter/parts.ts";
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
import { columnsOf, withoutIndex } from "#services/documents/tables/table-columns.ts";
import type { HeadedTable } from "#services/documents/tables/table-heads.ts";
import { createRowUnits } from "#services/documents/tables/table-units.ts";
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
    if (each.heads.includes("")) {
      const quote = lineOf(each.written, context);
      if (!quotes.has(quote) && /\p{N}/u.test(quote)) draft.losses.rows.push(quote);
      quotes.add(quote);
      continue;
    }
    const columns = columnsOf(each.heads, (i) => [cellOf(each.row[i] ?? "")], context, scanned);
    addRow(
      draft,
      {
        row: each.row,
        written: each.written,
        name: each.unit ?? "",
        heads: each.heads,
        columns: index === null ? columns : withoutIndex(columns),
        percentages: new Set(),
        period,
        units: { of: (name) => (name === "" ? caption : units.of(name)) },
        collapses: false,
      },
      context,
      scanned,
    );
  }
  const listed = draft.rows.filter(({ indicator, value }) => indicator === TOTAL && value !== null);
  const isOfUnits = (row: TurnedRow): boolean => row.unit !== null;
  return {
    rows: draft.rows,
    doubts: draft.doubts,
    listed: turned.some(isOfUnits) ? listed.map(({ unit }) => unit) : [],
    losses: { ...draft.losses, gaps: [], untold: null },
  };
}

/** A longer paragraph is text, no caption. */
const LONGEST_CAPTION = 200;

/** The one unit that the caption names, else the paper's title; else the paper's own. Null = several. */
function unitOfCaption({ above }: Table, { cast, titled }: ReadingContext): UnitRef | null {
  const caption = above.at(-1);
  const named =
    caption && caption.text.length <= LONGEST_CAPTION ? unitMarks(caption, cast).map(({ unit }) => unit) : [];
  return named.length === 0 ? (titled ?? cast.own) : oneNamed(named, cast.own);
}
