import type { PeriodWish } from "#services/periods/wish.ts";
import { isOwed, type Owed, owedOf } from "#services/results/owed.ts";
import type { Results } from "#services/results/results.ts";
import {
  isFound,
  isMissing,
  type Missing,
  type MissingIndicator,
  type RankingView,
  type UnitView,
} from "#services/results/views.ts";
import { weighty } from "#services/sheets/few-dossiers.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";
import { meets, type Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** A target that units of a list fall short of. */
export interface MissedTarget {
  readonly view: RankingView;
  readonly target: Target;
  /** The farthest from it first. */
  readonly units: readonly RankedUnit[];
}

/** What a leader is told of a scope's units in one period. */
export interface MonthFindings {
  readonly list: RankingView;
  /** The scope's own figures; null = none are held. */
  readonly own: UnitView | null;
  readonly missed: readonly MissedTarget[];
  /** Late or stuck dossiers, kinds of which somebody has any. */
  readonly owed: readonly Owed[];
}

/** Reads them for a period, or tells what is missing. */
export async function readFindings(
  results: Results,
  { scope, wish }: { readonly scope: Unit; readonly wish: PeriodWish | null },
): Promise<MonthFindings | Missing | MissingIndicator> {
  const list = await results.ranking({ scope, kind: "areas", period: wish, indicators: [] });
  if (isMissing(list)) return list;
  const same = { kind: "exact", period: list.period } as const;
  const own = await results.unit(scope, same);
  const held = [list.indicator, ...list.indicators];
  const told = held.filter(
    (one) => isOwed(one) || list.targets.some(({ indicator }) => indicator === one.id),
  );
  const views = await Promise.all(
    told.map((one) => results.ranking({ scope, kind: "areas", period: same, indicators: [one] })),
  );
  const found = views.filter(isFound);
  return {
    list,
    own: isMissing(own) ? null : own,
    missed: found.flatMap(missedIn),
    owed: found
      .filter(({ indicator }) => isOwed(indicator))
      .map(owedOf)
      .filter(({ total }) => total > 0),
  };
}

/** Figures over a few dossiers only accuse nobody. */
function missedIn(view: RankingView): readonly MissedTarget[] {
  const target = view.targets.find(({ indicator }) => indicator === view.indicator.id);
  if (!target) return [];
  const units = weighty(view.ranking.rows).filter(({ value }) => !meets(value, target));
  return units.length === 0 ? [] : [{ view, target, units: units.toReversed() }];
}
