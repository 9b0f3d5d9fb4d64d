import type { ReadingContext } from "#services/documents/letter/context.ts";
import { indexBehind } from "#services/documents/letter/index-in-force.ts";
import type { Table } from "#services/documents/letter/parts.ts";
import { cellOf } from "#services/documents/marks/cells.ts";
import { countOf } from "#services/documents/marks/figures.ts";
import { hasAny } from "#services/documents/marks/passage.ts";
import { periodMarks } from "#services/documents/marks/period-marks.ts";
import { toDateOf } from "#services/documents/marks/to-date.ts";
import { addedUp } from "#services/documents/tables/added-up.ts";
import {
  addRow,
  emptyDraft,
  ofOtherIndex,
  type TableReading,
  untold,
} from "#services/documents/tables/body-rows.ts";
import { captionOf } from "#services/documents/tables/caption.ts";
import type { Column } from "#services/documents/tables/column.ts";
import { missingNumbers } from "#services/documents/tables/ordinals.ts";
import { withPairsApart } from "#services/documents/tables/paired-cells.ts";
import { periodRows, readByPeriods } from "#services/documents/tables/read-by-periods.ts";
import { readTurned, unitOfCaption } from "#services/documents/tables/read-turned.ts";
import { columnsOf, withoutIndex } from "#services/documents/tables/table-columns.ts";
import { type HeadedTable, headedTable } from "#services/documents/tables/table-heads.ts";
import type { UntoldCode } from "#services/documents/tables/table-losses.ts";
import { isPercentages } from "#services/documents/tables/table-row.ts";
import { createRowUnits } from "#services/documents/tables/table-units.ts";
import { belowEachOther, besideEachOther } from "#services/documents/tables/tables-within.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import { type Period, periodKind } from "#services/periods/period.ts";

/** The results of all tables. A table without heads goes on with those of the one before it. */
export function readTables(
  tables: readonly Table[],
  context: ReadingContext,
  scanned: boolean,
): readonly TableReading[] {
  let before: readonly string[] = [];
  const all = tables.flatMap((table) => belowEachOther(table, scanned));
  return all.flatMap((table) => {
    const headed = headedTable(withPairsApart(table.rows), table.collapses, context, scanned);
    const isContinued = headed.heads.length === 0 && before.length > 0;
    if (!isContinued) before = headed.heads;
    const whole = isContinued ? { ...headed, heads: before } : headed;
    return besideEachOther(whole).map((part) => readTable(part, table, context, scanned));
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
  const period = periodOfTable(table, context, scanned);
  const turned = readTurned({ heads, rows }, table, period, index, context, scanned);
  if (turned) return turned;

  const all = columnsOf(heads, cells, { ...context, period }, scanned, captionOf(table, context));
  const columns = index === null ? all : withoutIndex(all);
  const unitColumn = columns.findIndex(({ role }) => role === "unit");
  const isTold = columns.some(({ role }) => role === "value" || role === "rank");
  const byPeriods = isTold ? periodRows({ heads, rows }, context) : null;
  if (byPeriods) {
    const unit = unitOfCaption(table, context);
    return readByPeriods({ heads, rows }, byPeriods, columns, unit, context, scanned);
  }
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
    targets: draft.targets,
    doubts: draft.doubts,
    listed: listed.map(({ unit }) => unit),
    losses: { ...draft.losses, gaps, untold: null },
  };
}

function lackOf(hasUnits: boolean, hasFigures: boolean): UntoldCode {
  if (!hasUnits) return "tables-without-units";
  return hasFigures ? "tables-without-period" : "tables-without-figures";
}

function numbersOf(rows: readonly (readonly string[])[], columns: readonly Column[]): readonly number[] {
  const ordinal = columns.findIndex(({ role }) => role === "ordinal");
  return rows.flatMap((row) => countOf((row[ordinal] ?? "").replace(/[.)]$/u, "")) ?? []);
}

const CAPTION_WORDS = ["phu luc", "bang", "bieu", "ket qua", "thang", "quy", "tuan", "nam"];

/** "Quý II" above a table of a scan may be "quý III": it is believed where the paper says so too. */
function periodOfTable(table: Table, context: ReadingContext, scanned: boolean): Period | null {
  const above = table.above
    .flatMap((passage) => periodMarks(passage, context.calendar))
    .filter((mark) => !mark.compared);
  const caption = table.above.at(-1);
  const near = caption !== undefined && hasAny(caption, CAPTION_WORDS);
  const said = near ? above.at(-1)?.period : undefined;
  if (scanned && said && periodKind(said) === "quarter" && said !== context.period)
    return context.given.period ?? null;
  const period = said ?? context.period;
  return period ? toDateOf(period, context.issued) : null;
}
