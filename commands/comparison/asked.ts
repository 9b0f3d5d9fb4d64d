import type { AnswerContext } from "#commands/define-command.ts";
import { missingRefusal } from "#commands/kit/expect-found.ts";
import { joinWords, typed } from "#commands/kit/typed.ts";
import { type SlotValues, slot } from "#commands/slots/slot.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { Refusal } from "#services/refusal.ts";
import type { MissingSide } from "#services/results/comparison-view.ts";
import type { ComparisonView } from "#services/results/views.ts";

/** What is set against each other, and in what. */
export const comparisonSlots = {
  units: slot.sides(),
  periods: slot.periods(),
  indicators: slot.indicators(),
  page: slot.page(),
  file: slot.file(),
};
export type ComparisonSlots = SlotValues<typeof comparisonSlots>;

/** Sides of one comparison; more are named as left out. */
const MOST_SIDES = 6;

/**
 * What is compared, and the names of units left out. Rejects with the Refusals "sides-needed", "no-common-period", and
 * that of a unit or a period of which nothing is stored.
 */
export async function readComparison(
  slots: ComparisonSlots,
  context: AnswerContext,
): Promise<{ readonly view: ComparisonView; readonly left: readonly string[] }> {
  const { services, t } = context;
  const { wishes, against } = slots.periods;
  const moments = Math.max(1, wishes.length) + (against === null ? 0 : 1);
  const most = Math.max(1, Math.floor(MOST_SIDES / moments));
  const units = slots.units.slice(0, most);
  if (moments > MOST_SIDES) throw new Refusal("too-many-sides", { most: MOST_SIDES });
  if (units.length * moments < 2) throw new Refusal("sides-needed", {}, [], halfTyped(slots, context));
  const { indicators } = slots;
  const view = await services.results.comparison({ units, periods: wishes, against, indicators });
  if ("common" in view) throw new Refusal("no-common-period", { units });
  if ("missing" in view) throw missingSide(view, { ...slots, units }, moments, context);
  return { view, left: slots.units.slice(most).map(t.figures.unit) };
}

/** Offers periods that make a comparison; where none does, those held alone as the unit's card. */
function missingSide(
  { unit, missing, held }: MissingSide,
  slots: ComparisonSlots,
  moments: number,
  context: AnswerContext,
): Refusal {
  const { services, asker, t } = context;
  const available = missing.missing === "period" ? missing.available : [];
  const beside = moments > 1 ? held : [];
  const isComparison = available.length > 0 && slots.units.length * (beside.length + 1) > 1;
  const again = (period: string, ...words: string[]): string =>
    isComparison
      ? typed("/sosanh", names(slots, context), [...beside, period].join(" với "), ...words)
      : typed("/xa", unitPhrase(unit, services.units, asker.home), period);
  const isHeldAlone = missing.missing === "period" && available.length === 0;
  const offered = isHeldAlone ? { ...missing, available: held } : missing;
  return missingRefusal(offered, { what: "figures", unit, t, again });
}

/** The same units, periods and indicators, with other words. */
export function typedAgain(
  slots: ComparisonSlots,
  { sides }: Pick<ComparisonView, "sides">,
  context: AnswerContext,
  ...words: string[]
): string {
  const periods = [...new Set(sides.map(({ period }) => period))].join(" với ");
  const indicators = slots.indicators.flatMap(([indicator]) => (indicator ? [indicator.id] : []));
  return typed("/sosanh", names(slots, context), periods, joinWords(...indicators), ...words);
}

/** What the next plain words complete with a name; undefined = the period asked for cannot be typed again. */
function halfTyped(slots: ComparisonSlots, context: AnswerContext): string | undefined {
  const periods = slots.periods.wishes.map((wish) => (wish?.kind === "exact" ? wish.period : null));
  if (periods.includes(null)) return undefined;
  const indicators = slots.indicators.flatMap(([indicator]) => (indicator ? [indicator.id] : []));
  const named = slots.units.length > 0 && `${names(slots, context)},`;
  return typed("/sosanh", joinWords(...indicators), ...periods, named);
}

/** A phrase of two names would be read as two units. */
function names({ units }: ComparisonSlots, { services, asker }: AnswerContext): string {
  return units
    .map((unit) => {
      const phrase = unitPhrase(unit, services.units, asker.home);
      return phrase.includes(",") ? `#${unit.id}` : phrase;
    })
    .join(", ");
}
