import { classify } from "#services/indicators/bands.ts";
import { type Formula, formulaOf, formulasIn, pointsOf } from "#services/indicators/formulas.ts";
import { type BandCode, type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { periodRange } from "#services/periods/period.ts";
import type { UnitView } from "#services/results/views.ts";
import { better, subtract } from "#services/sheets/places.ts";

/** Why points do not follow from what is supposed. */
export type NoPoints =
  | "no-formula"
  | "contradicted"
  | "older-period"
  | "no-group"
  | "no-total"
  | "not-scored";

/** A figure as it is, and as it would be with all else unchanged. */
export interface Supposed {
  readonly indicator: Indicator;
  readonly actual: number;
  readonly value: number;
  /** Places among the figures held; null = the list is not held, or counts are not ranked. */
  readonly place: {
    readonly actual: number;
    readonly rank: number;
    readonly tied: boolean;
    readonly of: number;
  } | null;
}

export interface WhatIf {
  /** The figure supposed, then the group's points and the total as far as they follow from it. */
  readonly figures: readonly [Supposed, ...Supposed[]];
  /** The class of the new total; null = it does not follow. */
  readonly band: BandCode | null;
  /** Why the total does not follow; null = it does. */
  readonly lacking: NoPoints | null;
  /** The formula that points were reckoned by; `checked`: it gives the points that were published. */
  readonly formula: { readonly formula: Formula; readonly checked: boolean } | null;
}

/** First day of the reckoning that the formulas are known for. */
const KNOWN_FROM = "2026-01-01";
/** Published points have two decimals, rates one or two. */
const ROUNDING = 0.0151;

/** What a unit's figure would be worth, the others frozen; null = it has no such figure. */
export function supposeFigure(
  view: UnitView,
  indicator: Indicator,
  value: number,
  indicators: Indicators,
): WhatIf | null {
  const first = supposed(view, indicator, value);
  if (!first) return null;
  if (indicator.id === TOTAL)
    return { figures: [first], band: classify(value), lacking: null, formula: null };
  if (indicator.measure === "points")
    return withTotal(view, [first], subtract(value, first.actual), null, indicators);

  const found = pointsByFormula(view, indicator, first);
  if (typeof found === "string") return { figures: [first], band: null, lacking: found, formula: null };
  const group = indicators.get(found.formula.group);
  const held = group && heldOf(view, group);
  if (!group || held === undefined)
    return { figures: [first], band: null, lacking: "no-group", formula: found };
  const points = Math.min(group.max ?? Number.POSITIVE_INFINITY, subtract(held, -found.change));
  const second = supposed(view, group, Math.round(points * HUNDREDTHS) / HUNDREDTHS);
  const figures: readonly [Supposed, ...Supposed[]] = second ? [first, second] : [first];
  return withTotal(view, figures, second ? subtract(second.value, second.actual) : 0, found, indicators);
}

const HUNDREDTHS = 100;

function withTotal(
  view: UnitView,
  figures: readonly [Supposed, ...Supposed[]],
  change: number,
  formula: WhatIf["formula"],
  indicators: Indicators,
): WhatIf {
  const total = indicators.get(TOTAL);
  const actual = total && heldOf(view, total);
  const whole = total && actual !== undefined ? supposed(view, total, subtract(actual, -change)) : null;
  return whole
    ? { figures: [...figures, whole], band: classify(whole.value), lacking: null, formula }
    : { figures, band: null, lacking: "no-total", formula };
}

/** A rate's points, only where the formula is beyond doubt for both rates and gives what was published. */
function pointsByFormula(
  view: UnitView,
  indicator: Indicator,
  { actual, value }: Supposed,
): { readonly formula: Formula; readonly checked: boolean; readonly change: number } | NoPoints {
  const formula = formulaOf(indicator.id);
  if (!formula) return indicator.measure === "rate" ? "no-formula" : "not-scored";
  if (formula.max === 0) return "not-scored";
  const [before, after] = [pointsOf(formula, actual), pointsOf(formula, value)];
  if (before === null || after === null) return "no-formula";
  const group =
    view.figures.find((figure) => figure.indicator.id === formula.group)?.observation.value ?? null;
  const isOnlyOne = formulasIn(formula.group).filter(({ max }) => max !== 0).length === 1;
  if (group !== null && isWrong(group, before, isOnlyOne)) return "contradicted";
  const checked = group !== null && isOnlyOne;
  if (!checked && periodRange(view.period).start < KNOWN_FROM) return "older-period";
  return { formula, checked, change: after - before };
}

/** A group's only component makes up its points; one of several earns no more than the group. */
const isWrong = (group: number, component: number, isOnlyOne: boolean): boolean =>
  isOnlyOne ? Math.abs(group - component) > ROUNDING : component > group + ROUNDING;

function heldOf({ figures }: UnitView, { id }: Indicator): number | undefined {
  return figures.find(({ indicator }) => indicator.id === id)?.observation.value ?? undefined;
}

function supposed(view: UnitView, indicator: Indicator, value: number): Supposed | null {
  const actual = heldOf(view, indicator);
  if (actual === undefined) return null;
  return { indicator, actual, value, place: placeOf(view, indicator, value) };
}

function placeOf(view: UnitView, { id, direction, measure }: Indicator, value: number): Supposed["place"] {
  const ranking = view.rankings.get(id);
  const own = ranking?.rows.find(({ unit }) => unit === view.unit.id);
  if (!ranking || !own || ranking.published || ranking.rows.length < 2 || measure === "count") return null;
  const others = ranking.rows.filter((row) => row !== own);
  const ahead = others.filter((row) => better(row.value, value, direction) > 0).length;
  return {
    actual: own.rank,
    rank: 1 + ahead,
    tied: others.some((row) => row.value === value),
    of: ranking.rows.length,
  };
}
