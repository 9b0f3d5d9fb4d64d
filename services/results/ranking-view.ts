import type { Indicator } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { latestPeriod } from "#services/periods/choose.ts";
import { comparePeriods, type Period } from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { evidenceOf } from "#services/results/evidence.ts";
import { holding } from "#services/results/holding.ts";
import {
  headsOfList,
  headsOfPeriod,
  type ListKind,
  listsSeveral,
  readList,
  type UnitList,
} from "#services/results/lists.ts";
import { createMemoOfHeads } from "#services/results/memo-of-heads.ts";
import { missingOf, pickPeriod } from "#services/results/pick-period.ts";
import { type ListReader, rankList } from "#services/results/rank-list.ts";
import { isMissing, type Missing, type MissingIndicator, type RankingView } from "#services/results/views.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import type { SheetHead, Sheets } from "#services/sheets/sheets.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

export interface RankingQuestion {
  readonly scope: Unit;
  readonly kind: ListKind;
  readonly period: PeriodWish | null;
  /** In order of preference; empty = the total, else the first the list has. */
  readonly indicators: readonly Indicator[];
  /** Of the scope's own sheet; the current one by default. */
  readonly version?: number;
}

export interface RankingReader extends ListReader {
  readonly indicators: Indicators;
  readonly targetsOf: (unit: string, period: Period) => Promise<readonly Target[]>;
  readonly today: string;
}

/** Ranks a scope's units; of the indicators wished for, the first that the list holds. */
export async function rankingView(
  reader: RankingReader,
  { scope, kind, period: wish, indicators: wished, version }: RankingQuestion,
): Promise<RankingView | Missing | MissingIndicator> {
  const { sheets, units } = reader;
  const heads = await sheets.heads();
  const lists = headsOfList(heads, units, scope.id, kind);
  const listing = holding(lists, wished);
  const picked = pickPeriod(listing, wish ?? latestList(listing, units, kind), reader.today);
  if (isMissing(picked))
    return missingOf(picked, { all: lists, holding: listing, wish, wished, today: reader.today });

  const { period, neighbours } = picked;
  const place = { scope: scope.id, period, kind };
  const list = await readList(sheets, units, version === undefined ? place : { ...place, version });
  const held = indicatorsOf(list, reader.indicators);
  const candidates = wished.length > 0 ? wished : held;
  const indicator = candidates.find(({ id }) => held.some((one) => one.id === id));
  if (!indicator) return { missing: "indicator", indicators: held };

  const { ranking, before } = await rankList(reader, list, indicator);
  const targets = await reader.targetsOf(scope.id, period);
  const shown = ranking.rows.map(({ observation }) => observation);
  const ofPeriod = headsOfPeriod(heads, period);
  const hasList = (other: ListKind): boolean => headsOfList(ofPeriod, units, scope.id, other).length > 0;
  return {
    scope,
    kind,
    period,
    indicator,
    ranking,
    before,
    target: targets.find((one) => one.indicator === indicator.id) ?? null,
    targets,
    documents: list.sheets.flatMap((sheet) => sheet.documents),
    lacking: wish === null && listing !== lists ? laterThan(period, latestList(lists, units, kind)) : null,
    whole: await ownFigure(sheets, scope, period, indicator.id),
    evidence: evidenceOf(list.sheets, shown),
    indicators: held.filter(({ id }) => id !== indicator.id),
    neighbours,
    otherKinds: kindsOf(scope).filter((other) => other !== kind && hasList(other)),
  };
}

/** The lists a scope may have; only the country's communes are a list of their own. */
function kindsOf({ kind }: Unit): readonly ListKind[] {
  return kind === "country" ? ["areas", "communes"] : ["areas", "departments"];
}

const latestLists = createMemoOfHeads<PeriodWish | null>();

/** Where no period is named: the latest one whose sheet lists more than one such unit; null = none does. */
function latestList(heads: readonly SheetHead[], units: Units, kind: ListKind): PeriodWish | null {
  const find = (): PeriodWish | null => {
    const period = latestPeriod(heads.filter((head) => listsSeveral(head, units, kind)));
    return period && { kind: "exact", period };
  };
  return latestLists(heads, kind, find, units.count());
}

function laterThan(period: Period, latest: PeriodWish | null): Period | null {
  return latest?.kind === "exact" && comparePeriods(latest.period, period) > 0 ? latest.period : null;
}

/** Indicators of which the list has a value, in the catalogue's order. */
function indicatorsOf(list: UnitList, catalogue: Indicators): readonly Indicator[] {
  const held = new Set<string>();
  for (const { observations } of list.sheets) {
    for (const { unit, value, indicator } of observations) {
      if (value !== null && !held.has(indicator) && list.isListed(unit)) held.add(indicator);
    }
  }
  return catalogue.all().filter(({ id }) => held.has(id));
}

async function ownFigure(
  sheets: Sheets,
  scope: Unit,
  period: Period,
  indicator: string,
): Promise<Observation | null> {
  const sheet = await sheets.current(scope.parent ?? scope.id, period);
  return sheet?.observations.find((o) => o.unit === scope.id && o.indicator === indicator) ?? null;
}
