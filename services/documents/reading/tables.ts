import type { ReadingContext } from "#services/documents/reading/context.ts";
import { countOf, decimalOf } from "#services/documents/reading/figures.ts";
import type { Table } from "#services/documents/reading/parts.ts";
import { hasAny } from "#services/documents/reading/passage.ts";
import { periodMarks } from "#services/documents/reading/period-marks.ts";
import type { UnitRef } from "#services/documents/reading/places-of-units.ts";
import type { FoundRow } from "#services/documents/reading/row.ts";
import { type Column, columnsOf } from "#services/documents/reading/table-columns.ts";
import { createRowUnits } from "#services/documents/reading/table-units.ts";
import { toDateOf } from "#services/documents/reading/to-date.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";

export interface TableReading {
  readonly rows: readonly FoundRow[];
  /** Units the table lists with a total of theirs. */
  readonly listed: readonly UnitRef[];
  /** Rows with figures whose unit could not be told. */
  readonly unplaced: readonly string[];
}

const EMPTY: TableReading = { rows: [], listed: [], unplaced: [] };
const NUMERIC = /^[+\-−–(]?\s*\d+(?:[.,]\d+)*\s*%?\)?(?:\s?\/\s?\d+)?$/u;

/** The results a table lists: heads name indicators, the first column of words names units. */
export function readTable(table: Table, context: ReadingContext, scanned: boolean): TableReading {
  const first = table.rows.findIndex((row) => isData(row));
  if (first <= 0)
    return {
      ...EMPTY,
      unplaced: table.rows.length > 1 ? [table.rows[0]?.join(" ").slice(0, 160) ?? ""] : [],
    };

  const data = table.rows.slice(first).filter(isData);
  const heads = mergeHeads(table.rows.slice(0, first), Math.max(...data.map((row) => row.length)));
  const cells = (column: number) =>
    data.map((row) => row[column] ?? "").filter((cell) => cell !== "" && cell !== "-");
  const columns = columnsOf(heads, cells, context, scanned);
  const unitColumn = columns.findIndex(({ role }) => role === "unit");
  const period = periodOfTable(table, context);
  if (unitColumn === -1 || !columns.some(({ role }) => role === "value" || role === "rank"))
    return { ...EMPTY, unplaced: [heads.join(" · ").slice(0, 160)] };

  const units = createRowUnits(
    data.map((row) => row[unitColumn] ?? ""),
    context,
    scanned,
  );
  const reading = { rows: [] as FoundRow[], listed: [] as UnitRef[], unplaced: [] as string[] };
  for (const row of data) {
    const unit = units.of(row[unitColumn] ?? "");
    if (unit === "skip") continue;
    if (!unit || !period) reading.unplaced.push(row.join(" · ").slice(0, 160));
    else addRow(reading, row, unit, columns, period, context, scanned);
  }
  return reading;
}

function isData(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell !== "");
  const numbers = filled.filter((cell) => NUMERIC.test(cell));
  const isIndex = filled.every((cell) => /^\(?\d{1,2}\)?$/u.test(cell));
  return (
    numbers.length >= 1 &&
    !isIndex &&
    filled.some((cell) => /\p{L}{2,}/u.test(cell)) &&
    NUMERIC.test(filled.at(-1) ?? "") !== isHead(filled)
  );
}

/** A head may hold numbers too ("Tháng 8/2024"), but no cell of it is only a number. */
function isHead(cells: readonly string[]): boolean {
  return cells.every((cell) => !NUMERIC.test(cell));
}

function mergeHeads(rows: Table["rows"], width: number): readonly string[] {
  return Array.from({ length: width }, (_, i) =>
    [...new Set(rows.map((row) => row[i] ?? ""))].join(" ").trim(),
  );
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

function addRow(
  reading: { rows: FoundRow[]; listed: UnitRef[] },
  row: readonly string[],
  unit: UnitRef,
  columns: readonly Column[],
  period: Period,
  context: ReadingContext,
  scanned: boolean,
): void {
  const found = new Map<
    string,
    {
      indicator: Indicator;
      period: Period;
      value: number | null;
      change: number | null;
      rank: number | null;
      of: number | null;
    }
  >();
  for (const [i, column] of columns.entries()) {
    if (!("indicator" in column)) continue;
    const at = column.period ?? period;
    const key = `${column.indicator.id} ${at}`;
    const entry = found.get(key) ?? {
      indicator: column.indicator,
      period: at,
      value: null,
      change: null,
      rank: null,
      of: null,
    };
    found.set(key, fillCell(entry, column.role, row[i] ?? ""));
  }
  for (const { indicator, ...entry } of found.values()) {
    if (entry.value === null && entry.rank === null) continue;
    const quote = context.persons.without(row.join(" · ")).slice(0, 160);
    reading.rows.push({
      ...entry,
      unit,
      indicator: indicator.id,
      asOf: null,
      confidence: scanned ? 0.9 : 1,
      quote,
      origin: "table",
    });
    if (indicator.id === TOTAL && entry.value !== null) reading.listed.push(unit);
  }
}

function fillCell<
  Entry extends {
    indicator: Indicator;
    value: number | null;
    change: number | null;
    rank: number | null;
    of: number | null;
  },
>(entry: Entry, role: "value" | "change" | "rank", cell: string): Entry {
  const [written = "", over] = cell
    .replace("%", "")
    .split("/")
    .map((part) => part.trim());
  if (role === "rank") return { ...entry, rank: countOf(written), of: over ? Number(over) : entry.of };
  if (role === "change") return { ...entry, change: signed(written) };
  return { ...entry, value: entry.indicator.measure === "count" ? countOf(written) : decimalOf(written) };
}

/** "-0,80", "tăng 6,96", "giảm 0,80", "▼ 0,80". */
function signed(cell: string): number | null {
  const down = /^(giảm|giam|▼|↓)/iu.test(cell);
  const amount = decimalOf(cell.replace(/^(tăng|tang|giảm|giam|▲|▼|↑|↓)\s*/iu, ""));
  return amount === null ? null : down ? -Math.abs(amount) : amount;
}
