import type { Indicator } from "#services/indicators/indicator.ts";
import { type Period, periodRange, previousPeriod } from "#services/periods/period.ts";
import { observationsOf, readList, type UnitList } from "#services/results/lists.ts";
import { type ListReader, rankList } from "#services/results/rank-list.ts";
import { periodBreak } from "#services/sheets/comparable.ts";
import type { Comparison, RankedUnit } from "#services/sheets/ranking.ts";
import type { Observation } from "#services/sheets/sheet.ts";

/** One unit's figure of one indicator, with what it may be set against. */
export interface Figure {
  readonly observation: Observation;
  readonly value: number;
  /** The comparable figure before; null = there is none. */
  readonly before: number | null;
  /** Places among like units, both null when the lists do not compare. */
  readonly rank: number | null;
  readonly rankBefore: number | null;
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

/** The figures of one indicator that a list holds, by unit; units with nothing to measure are left out. */
export async function readFigures(
  reader: ListReader,
  { list, versionBefore, indicator, streak }: FiguresQuestion,
): Promise<ReadonlyMap<string, Figure>> {
  const { ranking } = await rankList(reader, list, indicator);
  const extracted = versionBefore ? reextracted(list, versionBefore, indicator) : new Map<string, number>();
  const own = await valuesBefore(reader, list, indicator, ranking.comparison);
  const earlier = streak > 0 ? await earlierValues(reader, list, indicator, streak) : [];
  const figures = new Map<string, Figure>();
  for (const row of ranking.rows) {
    const before = beforeOf(row) ?? own.get(row.unit) ?? extracted.get(row.unit) ?? null;
    figures.set(row.unit, {
      observation: row.observation,
      value: row.value,
      before,
      ...(row.moved === null ? { rank: null, rankBefore: null } : placesOf(row)),
      fell: fallsOf(row, before, earlier, indicator),
    });
  }
  return figures;
}

/** How much worse `a` is than `b`; negative = better. */
export function worseBy(a: number, b: number, direction: Indicator["direction"]): number {
  const difference = Math.round((a - b) * 1e6) / 1e6;
  return direction === "down" ? difference : -difference;
}

/** Extracted before the period had ended: it still moves by itself. */
export function isUnfinished(period: Period, { asOf }: Pick<Observation, "asOf">): boolean {
  return asOf !== null && asOf.slice(0, 10) <= periodRange(period).end;
}

function beforeOf({ value, change, previousValue }: RankedUnit): number | null {
  if (previousValue !== null) return previousValue;
  return change === null ? null : Math.round((value - change) * 1e6) / 1e6;
}

function placesOf({ rank, previousRank }: RankedUnit) {
  return { rank, rankBefore: previousRank };
}

/** Of the period before where its list is of other units: places do not compare then, each unit's own figures do. */
async function valuesBefore(
  reader: ListReader,
  { scope, kind, period }: UnitList,
  indicator: Indicator,
  comparison: Comparison,
): Promise<ReadonlyMap<string, number>> {
  const before = previousPeriod(period);
  const isOfOthers = comparison.kind === "none" && comparison.reason === "different-units";
  if (!isOfOthers || !before) return new Map();
  const earlier = await readList(reader.sheets, reader.units, { scope, kind, period: before });
  const { ranking } = await rankList(reader, earlier, indicator);
  return new Map(ranking.rows.map(({ unit, value }) => [unit, value]));
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
