import { LRUCache } from "lru-cache";
import type { Indicator } from "#services/indicators/indicator.ts";
import { type Period, previousPeriod } from "#services/periods/period.ts";
import { expectedUnits, observationsOf, readList, type UnitList } from "#services/results/lists.ts";
import { type Incomparable, isUnfinished, periodBreak } from "#services/sheets/comparable.ts";
import { type Ranking, rankUnits } from "#services/sheets/ranking.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import type { Units } from "#services/units/units.ts";

export interface ListReader {
  readonly sheets: Sheets;
  readonly units: Units;
  readonly memo: RankingMemo;
}

export interface RankedList {
  readonly ranking: Ranking;
  /** The period it is compared with; null = none. */
  readonly before: Period | null;
}

/** Rankings of sheet versions that were asked for lately; versions never change, so neither do their rankings. */
export type RankingMemo = LRUCache<string, Ranking>;

export const createRankingMemo = (): RankingMemo => new LRUCache({ max: 256 });

/** Ranks a list on one indicator, against the period before it where the two are comparable. */
export async function rankList(
  reader: ListReader,
  list: UnitList,
  indicator: Indicator,
): Promise<RankedList> {
  const before = previousPeriod(list.period);
  const earlier = await earlierList(reader, list, before);
  const key = [
    indicator.id,
    list.scope,
    list.kind,
    versionsOf(list),
    typeof earlier === "string" ? earlier : versionsOf(earlier),
  ];
  const known = reader.memo.get(key.join("\n"));
  const ranking = known ?? rankAgainst(list, earlier, indicator, reader.units);
  reader.memo.set(key.join("\n"), ranking);
  return { ranking, before };
}

const versionsOf = ({ sheets }: UnitList): string =>
  sheets
    .map(({ scope, period, version, checkCode }) => `${scope}/${period}/${version}/${checkCode}`)
    .join(" ");

async function earlierList(
  { sheets, units }: ListReader,
  list: UnitList,
  before: Period | null,
): Promise<UnitList | Incomparable> {
  if (!before) return "no-earlier";
  const { scope, kind } = list;
  return periodBreak(before, list.period) ?? readList(sheets, units, { scope, kind, period: before });
}

function rankAgainst(
  list: UnitList,
  earlier: UnitList | Incomparable,
  indicator: Indicator,
  units: Units,
): Ranking {
  const observations = observationsOf(list, indicator.id);
  return rankUnits({
    indicator,
    observations,
    expected: expectedUnits(list, units),
    idle: idleUnits(list, indicator),
    received: receivedBy(list),
    earlier: isOpen(list.period, observations) ? "open-period" : earlierObservations(earlier, indicator),
  });
}

function earlierObservations(
  earlier: UnitList | Incomparable,
  indicator: Indicator,
): readonly Observation[] | Incomparable {
  if (typeof earlier === "string") return earlier;
  const observations = observationsOf(earlier, indicator.id);
  if (isOpen(earlier.period, observations)) return "open-period";
  const idle = idleUnits(earlier, indicator);
  return observations.filter(({ unit }) => !idle.has(unit));
}

/** Some figure was extracted before its period had ended: part of a period is not set against a whole one. */
function isOpen(period: Period, observations: readonly Observation[]): boolean {
  return observations.some((one) => isUnfinished(period, one));
}

/** Dossiers received: the denominator of rates and scores. */
const RECEIVED = "dossiers-received";

/** Units that received nothing: they have nothing to measure, so no rate or score of theirs is ranked. */
function idleUnits(list: UnitList, indicator: Indicator): ReadonlySet<string> {
  if (indicator.measure === "count") return new Set();
  return new Set(observationsOf(list, RECEIVED).flatMap(({ unit, value }) => (value === 0 ? [unit] : [])));
}

function receivedBy(list: UnitList): ReadonlyMap<string, number> {
  const received = observationsOf(list, RECEIVED);
  return new Map(received.flatMap(({ unit, value }) => (value === null ? [] : [[unit, value] as const])));
}
