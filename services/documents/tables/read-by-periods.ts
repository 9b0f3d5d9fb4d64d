import type { ReadingContext } from "#services/documents/letter/context.ts";
import type { UnitRef } from "#services/documents/marks/cast.ts";
import { passageOf } from "#services/documents/marks/passage.ts";
import { particular, periodMarks } from "#services/documents/marks/period-marks.ts";
import { addRow, emptyDraft, type TableReading, untold } from "#services/documents/tables/body-rows.ts";
import type { Column } from "#services/documents/tables/column.ts";
import { ORDINALS } from "#services/documents/tables/column-words.ts";
import type { HeadedTable } from "#services/documents/tables/table-heads.ts";
import type { Period } from "#services/periods/period.ts";
import { fold } from "#services/text/fold.ts";

const FEWEST = 2;

/** What stands in a table that has a period in each row: the column that names it, and the periods it names. */
export interface PeriodRows {
  readonly column: number;
  /** null = a sum, an average, a remark. */
  readonly periods: readonly (Period | null)[];
}

/** Null = the rows of the table are no periods. */
export function periodRows({ heads, rows }: HeadedTable, context: ReadingContext): PeriodRows | null {
  const column = heads.findIndex((head) => !ORDINALS.test(fold(head)));
  const periods = rows.map((row) => periodIn(row[column] ?? "", context));
  const named = periods.filter((period) => period !== null).length;
  return named >= FEWEST && named * 2 > rows.length ? { column, periods } : null;
}

/** "Tháng 8", "Quý III/2026": nothing else stands there. */
function periodIn(cell: string, { calendar }: ReadingContext): Period | null {
  const passage = passageOf(cell, false);
  const marks = periodMarks(passage, calendar);
  const [first] = marks;
  const isAll = first?.start === 0 && marks.at(-1)?.end === passage.text.length;
  return isAll ? particular(marks) : null;
}

/** What one unit had in each period; null = nobody knows which unit. */
export function readByPeriods(
  { heads, rows }: HeadedTable,
  { column, periods }: PeriodRows,
  columns: readonly Column[],
  unit: UnitRef | null,
  context: ReadingContext,
  scanned: boolean,
): TableReading {
  if (!unit) return untold(rows, "tables-without-units", context);
  const told = columns.with(column, { role: "ordinal" });
  const draft = emptyDraft();
  for (const [i, row] of rows.entries()) {
    const period = periods[i] ?? null;
    const units = { of: () => (period === null ? ("skip" as const) : unit) };
    const body = {
      row,
      name: row[column] ?? "",
      heads,
      columns: told,
      percentages: new Set<Column>(),
      units,
    };
    const some = period ?? periods.find((each) => each !== null);
    if (some) addRow(draft, { ...body, period: some, collapses: false }, context, scanned);
  }
  const { losses, ...read } = draft;
  return { ...read, listed: [], losses: { ...losses, gaps: [], untold: null } };
}
