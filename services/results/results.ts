import type { Indicator } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { choosePeriod } from "#services/periods/choose.ts";
import type { Period } from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import {
  type ComparisonQuestion,
  comparisonView,
  type MissingSide,
} from "#services/results/comparison-view.ts";
import { headsNaming } from "#services/results/lists.ts";
import { createMemoOfHeads } from "#services/results/memo-of-heads.ts";
import { pickPeriod } from "#services/results/pick-period.ts";
import { createRankingMemo } from "#services/results/rank-list.ts";
import { type RankingQuestion, rankingView } from "#services/results/ranking-view.ts";
import { type TrendQuestion, trendView } from "#services/results/trend-view.ts";
import { unitView } from "#services/results/unit-view.ts";
import {
  type ComparisonView,
  isMissing,
  type Missing,
  type MissingIndicator,
  type RankingView,
  type SourcesView,
  type TrendView,
  type UnitView,
} from "#services/results/views.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { SheetHead, Sheets } from "#services/sheets/sheets.ts";
import { pinSheet } from "#services/sheets/versions/pin-sheet.ts";
import type { Target } from "#services/targets/target.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

export interface ResultsOptions {
  readonly sheets: Sheets;
  readonly units: Units;
  readonly indicators: Indicators;
  readonly targetsOf: (unit: string, period: Period) => Promise<readonly Target[]>;
  /** Today in the bot's time zone, ISO. */
  readonly today: () => string;
}

/** Stored sheets read into the views that answers are made of. */
export interface Results {
  ranking(question: RankingQuestion): Promise<RankingView | Missing | MissingIndicator>;
  /** Without a period, the latest one with an indicator wished for, where there is any. */
  unit(unit: Unit, wish: PeriodWish | null, wished?: readonly Indicator[]): Promise<UnitView | Missing>;
  trend(question: TrendQuestion): Promise<TrendView | Missing>;
  /** "none": each unit has figures, but no period is common to all. */
  comparison(
    question: ComparisonQuestion,
  ): Promise<ComparisonView | MissingSide | { readonly common: "none" }>;
  /** Also of a period whose figures were all withdrawn. */
  sources(scope: Unit, wish: PeriodWish | null): Promise<SourcesView | Missing>;
  /** What was answered while a version was in force that `supersededBy` took the place of. */
  asOf(sheet: Sheet, supersededBy: number): Results;
  /** Ids of units that have data: for the period wished for, then at all. What a name is sought among. */
  unitsWithData(wish: PeriodWish | null): Promise<readonly ReadonlySet<string>[]>;
}

export function createResults(options: ResultsOptions): Results {
  const { sheets, today } = options;
  const memo = createRankingMemo();
  return {
    ranking: (question) => rankingView({ ...options, memo, today: today() }, question),
    unit: (unit, wish, wished) => unitView({ ...options, memo, today: today() }, unit, wish, wished),
    trend: (question) => trendView({ ...options, memo, today: today() }, question),
    comparison: (question) => comparisonView({ ...options, memo, today: today() }, question),

    async sources(scope, wish) {
      const heads = [...(await sheets.heads()), ...(await sheets.withdrawn())];
      const own = headsNaming(heads, scope.id).filter((head) => head.scope === scope.parent);
      const picked = pickPeriod(
        heads.filter((head) => head.scope === scope.id || own.includes(head)),
        wish,
        today(),
      );
      if (isMissing(picked)) return picked;
      const above = scope.parent === null ? [] : await sheets.versions(scope.parent, picked.period);
      return {
        ...picked,
        versions: await sheets.versions(scope.id, picked.period),
        ownVersions: above.filter(({ observations }) => observations.some(({ unit }) => unit === scope.id)),
      };
    },

    asOf(sheet, supersededBy) {
      const older = createResults({ ...options, sheets: pinSheet(sheets, sheet) });
      return {
        ...older,
        async ranking(question) {
          const view = await older.ranking(question);
          return isMissing(view) ? view : marked(view, supersededBy);
        },
        async unit(...question) {
          const view = await older.unit(...question);
          return isMissing(view) ? view : marked(view, supersededBy);
        },
      };
    },

    async unitsWithData(wish) {
      const heads = await sheets.heads();
      const period = wish && choosePeriod(wish, heads, today());
      return period ? [unitsOf(heads, period), unitsOf(heads, null)] : [unitsOf(heads, null)];
    },
  };
}

/** A view whose evidence says that its figures are no longer in force. */
function marked<V extends RankingView | UnitView>(view: V, supersededBy: number): V {
  return { ...view, evidence: { ...view.evidence, supersededBy } };
}

const unitSets = createMemoOfHeads<ReadonlySet<string>>();

/** Ids of the units that have data in a period, or at all. */
function unitsOf(heads: readonly SheetHead[], period: Period | null): ReadonlySet<string> {
  return unitSets(heads, period ?? "", () => {
    const meant = period === null ? heads : heads.filter((head) => head.period === period);
    const ids = new Set(meant.flatMap(({ scope, units }) => [scope, ...units]));
    ids.delete(COUNTRY_ID);
    return ids;
  });
}
