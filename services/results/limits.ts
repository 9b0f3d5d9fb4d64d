import type { BandCode, Indicator, Measure } from "#services/indicators/indicator.ts";
import { classify } from "#services/indicators/indicators.ts";
import type { RankingView } from "#services/results/views.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";
import { meets } from "#services/targets/target.ts";

/** Which units of a list are wanted: those on one side of a figure, of a target, or those of a class. */
export type Limit = LimitKind & {
  /** Ids of the indicators it is set on; absent = on whatever is ranked. */
  readonly on?: readonly string[];
};

type LimitKind =
  | {
      readonly kind: "figure";
      readonly side: "below" | "above" | "from" | "upTo";
      readonly value: number;
      /** As it was written: "95%", "85 điểm"; null = not said. */
      readonly measure: Measure | null;
    }
  | { readonly kind: "target"; readonly isMet: boolean }
  | { readonly kind: "band"; readonly band: BandCode }
  /** The units at one place, from 1, counted from either end. */
  | { readonly kind: "place"; readonly from: "top" | "bottom"; readonly place: number };

/** The limits set on any of these. */
export const limitsOn = (limits: readonly Limit[], indicators: readonly Indicator[]): readonly Limit[] =>
  limits.filter(({ on }) => !on || indicators.some(({ id }) => on.includes(id)));

/** The list without the rows beyond a limit, in its own order. */
export function viewWithin(limits: readonly Limit[], view: RankingView): RankingView {
  const rows = view.ranking.rows.filter((row) => limits.every((limit) => isWithin(row, limit, view)));
  return { ...view, ranking: { ...view.ranking, rows } };
}

/** The rows on the wanted side of every limit: what is amiss worst first, all else best first. */
export function rowsWithin(limits: readonly Limit[], view: RankingView): readonly RankedUnit[] {
  const { rows } = viewWithin(limits, view).ranking;
  return limits.some((limit) => isOfTheWorst(limit, view)) ? rows.toReversed() : rows;
}

function isWithin({ value, rank }: RankedUnit, limit: Limit, { target, ranking }: RankingView): boolean {
  if (limit.kind === "target") return target !== null && meets(value, target) === limit.isMet;
  if (limit.kind === "band") return classify(value) === limit.band;
  if (limit.kind === "place") return placeFrom(limit.from, rank, ranking.rows) === limit.place;
  switch (limit.side) {
    case "below":
      return value < limit.value;
    case "above":
      return value > limit.value;
    case "from":
      return value >= limit.value;
    case "upTo":
      return value <= limit.value;
  }
}

/** From the bottom: 1 + the number of units behind. */
function placeFrom(end: "top" | "bottom", rank: number, rows: readonly RankedUnit[]): number {
  return end === "top" ? rank : 1 + rows.filter((other) => other.rank > rank).length;
}

/** Low is bad, unless fewer is better. */
function isOfTheWorst(limit: Limit, { indicator }: RankingView): boolean {
  if (limit.kind === "target") return !limit.isMet;
  if (limit.kind === "band" || limit.kind === "place") return false;
  const isLow = limit.side === "below" || limit.side === "upTo";
  return isLow === (indicator.direction !== "down");
}
