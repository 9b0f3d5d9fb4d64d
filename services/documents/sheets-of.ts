import type { ExtractedRow, ExtractedSheet } from "#services/documents/extraction.ts";
import type { ReadingContext } from "#services/documents/letter/context.ts";
import type { FoundRow } from "#services/documents/marks/row.ts";
import { TOTAL } from "#services/indicators/indicator.ts";

/** Two figures for one thing: the first is kept. */
export interface Conflict {
  readonly unit: string;
  readonly indicator: string;
  readonly kept: number;
  readonly other: number;
}

export interface SheetsReading {
  readonly sheets: readonly ExtractedSheet[];
  readonly conflicts: readonly Conflict[];
  /** Of what was said twice in different ways, the words whose rank or change was not kept. */
  readonly dropped: readonly string[];
}

/** Rows by scope, period and extraction time; `moment` is what the document says of all its figures. */
export function sheetsOf(
  rows: readonly FoundRow[],
  context: ReadingContext,
  moment: string | null,
): SheetsReading {
  const conflicts: Conflict[] = [];
  const dropped: string[] = [];
  const merged = mergeRows(rows, conflicts, dropped);
  const groups = new Map<string, FoundRow[]>();
  const main = mainOf(merged, context);
  for (const row of merged) {
    const at = row.asOf ?? (row.period === main ? moment : null);
    const key = `${row.unit.scope}\t${row.period}\t${at ?? ""}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const sheets = [...groups].map(([key, group]) => sheetOf(key, group, context));
  return { sheets, conflicts, dropped };
}

/** The document's own period, as its rows bear it ("năm 2024" may have become January to October). */
function mainOf(rows: readonly FoundRow[], { period }: ReadingContext): string | null {
  return rows.some((row) => row.period === period) ? period : (rows[0]?.period ?? null);
}

function sheetOf(key: string, rows: readonly FoundRow[], context: ReadingContext): ExtractedSheet {
  const [scope = "", , at = ""] = key.split("\t");
  const [first] = rows;
  return {
    scope: readableScope(scope, context),
    period: first?.period as ExtractedSheet["period"],
    extractedAt: at === "" ? null : at,
    rows: rows.map(rowOf),
    complete: listsAll(scope, rows, context),
  };
}

/** How a sheet names the unit whose children it lists. */
export function readableScope(id: string, { cast: { resolver } }: ReadingContext): string {
  const unit = resolver.units.get(id);
  return unit ? resolver.readable(unit) : id;
}

function rowOf(row: FoundRow): ExtractedRow {
  const { indicator, value, change, rank, of, confidence, quote } = row;
  return {
    unit: row.unit.readable,
    indicator,
    value,
    change,
    rank,
    of,
    confidence: Math.max(0.1, Math.min(1, confidence)),
    quote,
  };
}

const FEWEST_LISTED = 5;

/** A table gives a total for at least as many units as the scope is known to have. */
function listsAll(scope: string, rows: readonly FoundRow[], { cast }: ReadingContext): boolean {
  const listed = rows.filter(
    (row) => row.origin === "table" && row.indicator === TOTAL && row.value !== null,
  );
  return listed.length >= FEWEST_LISTED && listed.length >= cast.resolver.units.children(scope).length;
}

/** One row for each unit, indicator and period: a table's before prose, the first before later ones. */
function mergeRows(rows: readonly FoundRow[], conflicts: Conflict[], dropped: string[]): readonly FoundRow[] {
  const byKey = new Map<string, FoundRow>();
  const ordered = [
    ...rows.filter((row) => row.origin === "table"),
    ...rows.filter((row) => row.origin === "prose"),
  ];
  for (const row of ordered) {
    const key = [row.unit.scope, row.unit.id, row.indicator, row.period].join("\t");
    const known = byKey.get(key);
    const isConflict = known && differs(known.value, row.value);
    const hasTurn = row.change !== null || row.rank !== null;
    if (known && (isConflict ? hasTurn : saysOther(known, row))) dropped.push(row.quote);
    if (isConflict && known.value !== null && row.value !== null) {
      conflicts.push({
        unit: row.unit.readable,
        indicator: row.indicator,
        kept: known.value,
        other: row.value,
      });
      continue;
    }
    byKey.set(key, known ? filled(known, row) : row);
  }
  const order = [...new Set(rows.map((row) => row.origin))];
  return [...byKey.values()].sort((a, b) => order.indexOf(a.origin) - order.indexOf(b.origin));
}

const differs = (a: number | null, b: number | null): boolean => a !== null && b !== null && a !== b;

const saysOther = (known: FoundRow, row: FoundRow): boolean =>
  differs(known.change, row.change) || differs(known.rank, row.rank);

function filled(known: FoundRow, row: FoundRow): FoundRow {
  return {
    ...known,
    asOf: known.asOf ?? row.asOf,
    value: known.value ?? row.value,
    change: known.change ?? row.change,
    rank: known.rank ?? row.rank,
    of: known.of ?? (known.rank === null || known.rank === row.rank ? row.of : null),
  };
}
