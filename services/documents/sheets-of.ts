import type { ExtractedRow, ExtractedSheet } from "#services/documents/extraction.ts";
import type { ReadingContext } from "#services/documents/letter/context.ts";
import type { FoundRow } from "#services/documents/marks/row.ts";
import { TOTAL } from "#services/indicators/indicator.ts";

/** Different figures for one thing: none of them is taken. */
export interface Conflict {
  /** What was said first of it. */
  readonly row: FoundRow;
  /** In the order in which they were said. */
  readonly values: readonly number[];
}

export interface SheetsReading {
  readonly sheets: readonly ExtractedSheet[];
  readonly conflicts: readonly Conflict[];
  /** Of what was said in different ways, the words that were not taken, in whole or in part. */
  readonly dropped: readonly string[];
}

/** Rows by scope, period and extraction time; `moment` is what the document says of all its figures. */
export function sheetsOf(
  rows: readonly FoundRow[],
  context: ReadingContext,
  moment: string | null,
): SheetsReading {
  const { merged, conflicts, dropped } = mergeRows(rows);
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
function mergeRows(rows: readonly FoundRow[]) {
  const byKey = new Map<string, FoundRow>();
  const conflicts = new Map<string, Conflict>();
  const dropped: string[] = [];
  const ordered = [
    ...rows.filter((row) => row.origin === "table"),
    ...rows.filter((row) => row.origin === "prose"),
  ];
  for (const row of ordered) {
    const key = [row.unit.scope, row.unit.id, row.indicator, row.period].join("\t");
    const known = byKey.get(key);
    const conflict = conflicts.get(key) ?? conflictOf(known, row);
    if (conflict) {
      conflicts.set(key, withValue(conflict, row.value));
      byKey.delete(key);
      dropped.push(...[known, row].flatMap((each) => (each ? [each.quote] : [])));
      continue;
    }
    if (known && saysOther(known, row)) dropped.push(row.quote);
    byKey.set(key, known ? filled(known, row) : row);
  }
  const order = [...new Set(rows.map((row) => row.origin))];
  const merged = [...byKey.values()].sort((a, b) => order.indexOf(a.origin) - order.indexOf(b.origin));
  return { merged, conflicts: [...conflicts.values()], dropped };
}

function conflictOf(known: FoundRow | undefined, row: FoundRow): Conflict | null {
  if (!known || known.value === null || !differs(known.value, row.value)) return null;
  return { row: known, values: [known.value] };
}

const withValue = ({ row, values }: Conflict, value: number | null): Conflict => ({
  row,
  values: value === null || values.includes(value) ? values : [...values, value],
});

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
