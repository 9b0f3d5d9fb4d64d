import { worseBy } from "#services/alerts/figures.ts";
import type {
  ChangeRule,
  DailyRule,
  LevelRule,
  MissingRule,
  Rule,
  StreakRule,
} from "#services/alerts/rule.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import type { UnitKind } from "#services/units/unit.ts";

/** What a person wants to be told of. */
export interface RuleWish {
  /** Of a rule that has a name of its own; null = it goes by what it measures. */
  readonly id: string | null;
  /** null = a level. */
  readonly move: "value" | "rank" | "streak" | null;
  /** What is measured, what is likeliest meant first; empty only beside an id. */
  readonly indicators: readonly Indicator[];
  /** A level of what is counted, not its growth. */
  readonly isLevel: boolean;
  /** Level, fall, places, periods or day of the month; null = as it is. */
  readonly amount: number | null;
  readonly reset: number | null;
  /** Units of all kinds are null; undefined = as it is. */
  readonly kinds: readonly UnitKind[] | null | undefined;
  readonly isUrgent: boolean | null;
}

export interface Meant {
  /** The rule that is meant; null = there is none yet. */
  readonly held: Rule | null;
  /** What a new one would measure; null for rules with a name of their own. */
  readonly indicator: Indicator | null;
}

/**
 * The rule that a wish is about. `isStored`: whether the scope's results hold an indicator. Throws the Refusals
 * "unmeasurable" and "rule-amount".
 */
export function meantBy(
  wish: RuleWish,
  rules: readonly Rule[],
  isStored: (indicator: string) => boolean,
): Meant {
  if (wish.id !== null) return { held: rules.find(({ id }) => id === wish.id) ?? null, indicator: null };
  const candidates = wish.indicators.filter(({ direction }) => direction !== "neutral");
  const [first] = candidates;
  if (!first) throw new Refusal("unmeasurable", { indicator: wish.indicators[0] ?? null });
  const heldFor = (one: Indicator): Rule | null => rules.find((rule) => isAbout(rule, one, wish)) ?? null;
  const possible = candidates.filter((one) => isWithin(wish.amount, rangeOf(wish, one)));
  if (possible.length === 0) throw outOf(rangeOf(wish, first));
  const isKnown = ({ id }: Indicator): boolean => isStored(id);
  const indicator =
    (wish.amount === null ? possible.find((one) => heldFor(one) !== null) : undefined) ??
    possible.find(isKnown) ??
    possible[0] ??
    first;
  return { held: heldFor(indicator), indicator };
}

/**
 * The rule as it is wished, on. Throws the Refusals "amount-needed", "rule-amount", "rule-reset" and
 * "target-of-document".
 */
export function wishedRule(wish: RuleWish, { held, indicator }: Meant): Rule {
  const rule = held ?? (indicator && draftOf(wish, indicator));
  if (!rule) throw new Refusal("amount-needed", {});
  const common = {
    isOn: true,
    kinds: wish.kinds === undefined ? rule.kinds : wish.kinds,
    urgent: wish.isUrgent ?? rule.urgent,
  };
  return { ...measured(rule, wish, indicator), ...common };
}

function measured(rule: Rule, wish: RuleWish, indicator: Indicator | null): Rule {
  switch (rule.kind) {
    case "target":
      if (wish.amount !== null) throw new Refusal("target-of-document", {});
      return rule;
    case "level":
      return indicator ? atLevel(rule, wish, indicator) : rule;
    case "change":
      return byAmount(rule, wish);
    case "streak":
      return inRow(rule, wish);
    case "missing":
      return onDay(rule, wish);
    case "daily":
      return fallingTimes(rule, wish);
  }
}

function atLevel(rule: LevelRule, { amount, reset }: RuleWish, { direction, ...measure }: Indicator): Rule {
  const fire = amount ?? rule.fire;
  const wanted = reset ?? (amount === null ? rule.reset : amount);
  if (!isWithin(wanted, levelRange(measure))) throw outOf(levelRange(measure));
  if (worseBy(wanted, fire, direction) > 0)
    throw new Refusal("rule-reset", { limit: fire, side: direction === "down" ? "down" : "up" });
  return { ...rule, fire, reset: wanted };
}

/** A reset that is not named stays, unless the smaller change would never leave it. */
function byAmount(rule: ChangeRule, { amount, reset }: RuleWish): Rule {
  const by = amount ?? rule.by;
  const wanted = reset ?? (rule.reset < by ? rule.reset : 0);
  if (!isWithin(by, CHANGES)) throw outOf(CHANGES);
  if (wanted >= by) throw new Refusal("rule-reset", { limit: by, side: "below" });
  return { ...rule, by, reset: wanted };
}

function inRow(rule: StreakRule, { amount }: RuleWish): Rule {
  if (!isWithin(amount, STREAK)) throw outOf(STREAK);
  return { ...rule, periods: amount ?? rule.periods };
}

function fallingTimes(rule: DailyRule, { amount }: RuleWish): Rule {
  if (!isWithin(amount, STREAK)) throw outOf(STREAK);
  return { ...rule, times: amount ?? rule.times };
}

function onDay(rule: MissingRule, { amount }: RuleWish): Rule {
  if (!isWithin(amount, DAYS)) throw outOf(DAYS);
  return { ...rule, day: amount ?? rule.day };
}

/** How a rule on an indicator moves: what is counted is told by its growth. */
function moveOf({ move, isLevel }: RuleWish, { direction, measure }: Indicator): RuleWish["move"] {
  return move ?? (direction === "down" && measure === "count" && !isLevel ? "value" : null);
}

function isAbout(rule: Rule, indicator: Indicator, wish: RuleWish): boolean {
  const move = moveOf(wish, indicator);
  if (rule.kind === "change") return rule.of === move && rule.indicators.includes(indicator.id);
  if (rule.kind === "streak") return move === "streak" && rule.indicator === indicator.id;
  return rule.kind === "level" && move === null && rule.indicator === indicator.id;
}

/** A rule that nobody has set yet; null = it needs a number. */
function draftOf(wish: RuleWish, indicator: Indicator): Rule | null {
  const { amount } = wish;
  const { id, direction } = indicator;
  if (amount === null) return null;
  const common = { kinds: null, urgent: false, isOn: true } as const;
  const move = moveOf(wish, indicator);
  const topic = direction === "down" ? "overdue" : move === null ? "targets" : "rank";
  switch (move) {
    case null: {
      const facts = { indicator: id, fire: amount, reset: amount, finishedOnly: isOfOpenDossiers(indicator) };
      return { ...common, id: `level-${id}`, kind: "level", topic, ...facts };
    }
    case "streak":
      return {
        ...common,
        id: `falling-${id}`,
        kind: "streak",
        topic: "rank",
        indicator: id,
        periods: amount,
      };
    default: {
      const name = move === "rank" ? "rank-drop" : "drop";
      const facts = { of: move, indicators: [id], by: amount, reset: 0 };
      return { ...common, id: `${name}-${id}`, kind: "change", topic, ...facts };
    }
  }
}

/** Rates and points of timeliness count dossiers that are still being worked on. */
function isOfOpenDossiers({ group, measure }: Indicator): boolean {
  return group === "TDGQ" && measure !== "count";
}

interface Range {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

const STREAK: Range = { least: 2, most: 12, isWhole: true };
const DAYS: Range = { least: 1, most: 28, isWhole: true };
/** More communes than the country has. */
const PLACES: Range = { least: 1, most: 4_000, isWhole: true };
const MOST_COUNTED = 1_000_000;
const LEAST_CHANGE = 0.01;
const CHANGES: Range = { least: LEAST_CHANGE, most: MOST_COUNTED, isWhole: false };

function rangeOf(wish: RuleWish, indicator: Indicator): Range {
  const move = moveOf(wish, indicator);
  if (move === "streak") return STREAK;
  if (move === "rank") return PLACES;
  const level = levelRange(indicator);
  return move === null ? level : { ...level, least: level.isWhole ? 1 : LEAST_CHANGE };
}

function levelRange({ measure, max }: Pick<Indicator, "measure" | "max">): Range {
  if (measure === "count") return { least: 0, most: MOST_COUNTED, isWhole: true };
  if (measure === "duration") return { least: 0, most: MOST_COUNTED, isWhole: false };
  return { least: 0, most: max ?? 100, isWhole: false };
}

function isWithin(amount: number | null, { least, most, isWhole }: Range): boolean {
  if (amount === null) return true;
  return amount >= least && amount <= most && (!isWhole || Number.isInteger(amount));
}

function outOf({ least, most, isWhole }: Range): Refusal {
  return new Refusal("rule-amount", { least, most, isWhole });
}
