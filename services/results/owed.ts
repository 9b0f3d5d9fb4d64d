import type { Indicator } from "#services/indicators/indicator.ts";
import type { RankingView } from "#services/results/views.ts";
import { subtract } from "#services/sheets/places.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";

/** Dossiers that are late or stuck: counts of which fewer is better, in the groups on progress and digitisation. */
export function isOwed({ measure, direction, group }: Indicator): boolean {
  return measure === "count" && direction === "down" && (group === "TDGQ" || group === "MDSH");
}

/** One unit's count. */
export interface OwedUnit {
  readonly unit: string;
  readonly count: number;
  /** Against the period before; null = not comparable. */
  readonly change: number | null;
  /** Part of what all units of the list have, in %. */
  readonly share: number;
}

/** What the units of a list have of one kind of dossiers. */
export interface Owed {
  readonly indicator: Indicator;
  readonly total: number;
  /** null = not every unit's is known. */
  readonly change: number | null;
  /** Those that have any, the most first. */
  readonly units: readonly OwedUnit[];
  /** How many have none. */
  readonly none: number;
  /** Ids. */
  readonly missing: readonly string[];
  readonly view: RankingView;
}

/** A count against the period before; null = nothing is compared. */
export function changeOf({ change, observation }: RankedUnit, { ranking }: RankingView): number | null {
  return ranking.comparison.kind === "none" && observation.change === null ? null : change;
}

/** Sorts a ranking on a count by what is owed. */
export function owedOf(view: RankingView): Owed {
  const { rows, missing } = view.ranking;
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  const units = rows
    .filter(({ value }) => value > 0)
    .map(
      (row): OwedUnit => ({
        unit: row.unit,
        count: row.value,
        change: changeOf(row, view),
        share: (row.value / total) * 100,
      }),
    )
    .sort((a, b) => b.count - a.count);
  const changes = rows.map((row) => changeOf(row, view));
  const isWhole = changes.length > 0 && changes.every((change) => change !== null);
  return {
    indicator: view.indicator,
    total,
    change: isWhole ? changes.reduce<number>((sum, change) => subtract(sum, -(change ?? 0)), 0) : null,
    units,
    none: rows.length - units.length,
    missing,
    view,
  };
}
