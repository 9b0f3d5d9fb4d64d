import { type Formula, formulasIn, pointsOf } from "#services/indicators/formulas.ts";
import { type Period, periodRange } from "#services/periods/period.ts";

/** Dossiers that a rate is made of. */
export interface DossierCounts {
  readonly numerator: number;
  readonly denominator: number;
}

/** A formula that may be applied to a unit's figures, and what it says of them. */
export interface DossierRule {
  readonly formula: Formula;
  readonly counts: DossierCounts;
  /** Points that the counts earn. */
  readonly points: number;
  /** They are the points that were published. */
  readonly checked: boolean;
}

/**
 * Why nothing is said in dossiers: no conversion is known, the counts are not held, what the formula says is not what was
 * published, or the period is older than the formulas.
 */
export type NoDossierRule = "no-formula" | "no-counts" | "contradicted" | "older-period";

/** First day of the reckoning that the formulas are known for. */
const KNOWN_FROM = "2026-01-01";
/** Published points have two decimals, rates one or two. */
const POINTS_ROUNDING = 0.0051;
const RATE_ROUNDING = 0.051;
const DUST = 1e-9;

/** Whether a formula holds for the figures of a unit (by indicator id) in a period. */
export function dossierRule(
  formula: Formula,
  figures: ReadonlyMap<string, number>,
  period: Period,
): DossierRule | NoDossierRule {
  if (pointsOf(formula, 0) === null) return "no-formula";
  const counts = countsOf(formula, figures);
  if (counts === null) return "no-counts";
  const rate = rateOf(counts);
  const points = pointsOf(formula, rate);
  if (points === null) return "no-formula";
  const stated = figures.get(formula.indicator);
  if (stated !== undefined && Math.abs(stated - rate) > RATE_ROUNDING) return "contradicted";

  const published = isOnlyOne(formula) ? figures.get(formula.group) : undefined;
  if (published !== undefined && Math.abs(published - points) > POINTS_ROUNDING) return "contradicted";
  const checked = published !== undefined;
  if (!checked && periodRange(period).start < KNOWN_FROM) return "older-period";
  return { formula, counts, points, checked };
}

/** Points that so many more dossiers in the numerator earn, of those there are. */
export function gainOf({ formula, counts, points }: DossierRule, more: number): number {
  const { numerator, denominator } = counts;
  const reached = Math.min(denominator, numerator + more);
  return (pointsOf(formula, rateOf({ numerator: reached, denominator })) ?? points) - points;
}

/** The fewest more dossiers that earn so many points; null = all of them do not. */
export function dossiersFor(rule: DossierRule, points: number): number | null {
  const { formula, counts } = rule;
  const { max, fullAt } = formula;
  if (points <= 0 || max === null || fullAt === null) return null;
  const each = (max * PERCENT) / (fullAt * counts.denominator);
  const fewest = Math.max(1, Math.ceil(points / each - DUST));
  if (fewest > counts.denominator - counts.numerator) return null;
  return gainOf(rule, fewest) >= points - DUST ? fewest : null;
}

/** The fewest more dossiers with which the rate is at least so many per cent; null = there are not so many. */
export function dossiersForRate({ numerator, denominator }: DossierCounts, rate: number): number | null {
  const fewest = Math.ceil((rate * denominator) / PERCENT - numerator - DUST);
  return fewest > denominator - numerator ? null : Math.max(0, fewest);
}

const PERCENT = 100;

const rateOf = ({ numerator, denominator }: DossierCounts): number => (PERCENT * numerator) / denominator;

function countsOf({ counts }: Formula, figures: ReadonlyMap<string, number>): DossierCounts | null {
  const numerator = figures.get(counts?.numerator ?? "");
  const denominator = figures.get(counts?.denominator ?? "");
  if (numerator === undefined || denominator === undefined) return null;
  const isCount = Number.isInteger(numerator) && Number.isInteger(denominator);
  return isCount && denominator > 0 && numerator >= 0 && numerator <= denominator
    ? { numerator, denominator }
    : null;
}

/** The group's points are this component's. */
const isOnlyOne = ({ group }: Formula): boolean =>
  formulasIn(group).filter(({ max }) => max !== 0).length === 1;
