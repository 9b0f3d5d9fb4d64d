import type { AnswerContext } from "#commands/define-command.ts";
import { expectFound } from "#commands/kit/expect-found.ts";
import { joinWords, typed } from "#commands/kit/typed.ts";
import { type SlotValues, slot, unitsSlots } from "#commands/slots/slot.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { periodKind } from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { Refusal } from "#services/refusal.ts";
import type { TrendSpan } from "#services/results/trend-view.ts";
import type { TrendView } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** Whose figures, which, and over how long; the period is the last one. */
export const trendSlots = {
  ...unitsSlots,
  span: slot.span(),
  place: slot.place(),
  file: slot.file(),
};
export type TrendSlots = SlotValues<typeof trendSlots>;

/**
 * The figures of each unit asked for; the others are shown over the first one's periods. Rejects with the Refusal
 * "unit-needed", or with that of a unit that has nothing to show.
 */
export async function readTrends(
  slots: TrendSlots,
  context: AnswerContext,
): Promise<readonly [TrendView, ...TrendView[]]> {
  const [named, ...others] = slots.units;
  if (!named) throw new Refusal("unit-needed", { command: "xuhuong" });
  const read = async (unit: Unit, wish: PeriodWish | null, span: TrendSpan | null): Promise<TrendView> => {
    const { indicators, place: places } = slots;
    const view = await context.services.results.trend({ unit, wish, indicators, span, places });
    const again = (...words: string[]): string => typedAgain(slots, context, ...words);
    return expectFound(view, { what: "figures", unit, t: context.t, again });
  };
  const first = await read(named, slots.period, slots.span);
  const wish = { kind: "exact", period: first.period } as const;
  return [first, ...(await Promise.all(others.map((unit) => read(unit, wish, spanOf(first)))))];
}

function spanOf({ period, trends }: TrendView): TrendSpan {
  return { of: periodKind(period), count: Math.max(...trends.map(({ points }) => points.length)) };
}

/** The same units, with other words. */
export function typedAgain(
  { units }: TrendSlots,
  { services, asker }: AnswerContext,
  ...words: string[]
): string {
  const named = units.map((unit) => unitPhrase(unit, services.units, asker.home)).join("; ");
  return typed("/xuhuong", named, joinWords(...words));
}
