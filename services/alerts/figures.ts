import type { Baseline } from "#services/alerts/alert.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { type Period, previousPeriod } from "#services/periods/period.ts";
import { observationsOf, readList, type UnitList } from "#services/results/lists.ts";
import { type ListReader, rankList } from "#services/results/rank-list.ts";
import { isUnfinished, periodBreak } from "#services/sheets/comparable.ts";
import type { Comparison } from "#services/sheets/earlier-list.ts";
import { weighty } from "#services/sheets/few-dossiers.ts";
import { subtract } from "#services/sheets/places.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";
import type { Observation } from "#services/sheets/sheet.ts";

/** One unit's figure of one indicator, with what it may be set against. */
export interface Figure {
  readonly observation: Observation;
  readonly value: number;
  /** The figure before that it may be set against; null = there is none. */
  readonly before: Baseline | null;
  /** Places among like units, both null when the lists do not compare. */
  readonly rank: number | null;
  readonly rankBefore: Baseline | null;
  /** Periods in a row, this one the last, in which it got worse. */
  readonly fell: number;
}

export interface FiguresQuestion {
  readonly list: UnitList;
  /** The same scope and period as a version ago, for periods that are not over yet; null = none. */
  readonly versionBefore: UnitList | null;
  readonly indicator: Indicator;
  /** How far back falls are counted. */
  readonly streak: number;
}

/** The figures of one indicator that a list holds, by unit; those of units with little or nothing to measure are left out. */
export async function readFigures(
  reader: ListReader,
  { list, versionBefore, indicator, streak }: FiguresQuestion,
): Promise<ReadonlyMap<string, Figure>> {
  const { ranking, before: period } = await rankList(reader, list, indicator);
  const { comparison } = ranking;
  const extracted = versionBefore ? reextracted(list, versionBefore, indicator) : new Map<string, number>();
  const earlier = streak > 0 ? await earlierValues(reader, list, indicator, streak) : [];
  const figures = new Map<string, Figure>();
  for (const row of weighty(ranking.rows)) {
    const before = beforeOf(row, comparison, period) ?? extractedBefore(extracted.get(row.unit), list.period);
    figures.set(row.unit, {
      observation: row.observation,
      value: row.value,
      before,
      ...placesOf(row, comparison, period),
      fell: fallsOf(row, before?.value ?? null, earlier, indicator),
    });
  }
  return figures;
}

/** How much worse `a` is than `b`; negative = better. */
export function worseBy(a: number, b: number, direction: Indicator["direction"]): number {
  const difference = Math.round((a - b) * 1e6) / 1e6;
  return direction === "down" ? difference : -difference;
}

/** What is stored of the period before; where that is not stored at all, what a published change makes of it. */
function beforeOf(row: RankedUnit, comparison: Comparison, period: Period | null): Baseline | null {
  const { value, change, previousValue, derived } = row;
  if (previousValue !== null) return { value: previousValue, period, derived, over: null };
  if (change === null || comparison.kind === "sheet") return null;
  return { value: subtract(value, change), period, derived: true, over: null };
}

function extractedBefore(value: number | undefined, period: Period): Baseline | null {
  return value === undefined ? null : { value, period, derived: false, over: null };
}

function placesOf(
  { comparedRank, previousRank, moved, derived }: RankedUnit,
  comparison: Comparison,
  period: Period | null,
): Pick<Figure, "rank" | "rankBefore"> {
  if (moved === null || previousRank === null) return { rank: null, rankBefore: null };
  const over = comparison.kind === "sheet" ? comparison.over : null;
  return { rank: comparedRank, rankBefore: { value: previousRank, period, derived, over } };
}

/** Values of a version ago of those units alone that the newer document speaks of. */
function reextracted(
  list: UnitList,
  versionBefore: UnitList,
  indicator: Indicator,
): ReadonlyMap<string, number> {
  const before = new Map(observationsOf(versionBefore, indicator.id).map((one) => [one.unit, one]));
  const values = new Map<string, number>();
  for (const now of observationsOf(list, indicator.id)) {
    const old = before.get(now.unit);
    if (!isUnfinished(list.period, now) || !old || old.source === now.source || old.value === null) continue;
    values.set(now.unit, old.value);
  }
  return values;
}

/** Values by unit of the period before the last one compared, the one before that, and so on. */
async function earlierValues(
  { sheets, units }: ListReader,
  { scope, kind, period }: UnitList,
  indicator: Indicator,
  count: number,
): Promise<readonly ReadonlyMap<string, number>[]> {
  const lists: ReadonlyMap<string, number>[] = [];
  let earlier = previousPeriod(period);
  earlier = earlier && previousPeriod(earlier);
  while (earlier && lists.length < count && !periodBreak(earlier, period)) {
    const list = await readList(sheets, units, { scope, kind, period: earlier });
    const held = observationsOf(list, indicator.id).filter(({ value }) => value !== null);
    if (held.length === 0) break;
    lists.push(new Map(held.map(({ unit, value }) => [unit, value ?? 0])));
    earlier = previousPeriod(earlier);
  }
  return lists;
}

function fallsOf(
  { unit, value }: RankedUnit,
  before: number | null,
  earlier: readonly ReadonlyMap<string, number>[],
  { direction }: Indicator,
): number {
  const values = [value, before, ...earlier.map((list) => list.get(unit) ?? null)];
  let fell = 0;
  for (const [i, older] of values.slice(1).entries()) {
    const newer = values[i] ?? null;
    if (newer === null || older === null || worseBy(newer, older, direction) <= 0) break;
    fell += 1;
  }
  return fell;
}
