import type { AnswerContext } from "#commands/define-command.ts";
import { missingRefusal } from "#commands/kit/expect-found.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { listSlots, type SlotValues, slot } from "#commands/slots/slot.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import { isOwed, type Owed, owedOf } from "#services/results/owed.ts";
import { isFound, isMissing, type RankingView } from "#services/results/views.ts";
import type { Services } from "#services/services.ts";

/** Indicators: none = all that is owed. */
export const overdueSlots = {
  ...listSlots,
  page: slot.page(),
  file: slot.file(),
};
export type OverdueSlots = SlotValues<typeof overdueSlots>;

/** What is asked for: of the words' meanings all that are owed. Throws the Refusal "not-owed" where none is. */
export function owedAsked({ indicators }: OverdueSlots, services: Services): readonly Indicator[] {
  if (indicators.length === 0) return services.indicators.all().filter(isOwed);
  const other = indicators.find((meant) => !meant.some(isOwed))?.[0];
  if (other) throw new Refusal("not-owed", { indicator: other });
  return indicators.flatMap((meant) => meant.filter(isOwed));
}

/** The same question with other words. */
export function againOf(slots: OverdueSlots, { services, asker }: AnswerContext) {
  const indicators = slots.indicators.flatMap((meant) => meant.filter(isOwed).map(({ id }) => id));
  const where = scopeWords(slots.scope, asker.home, services);
  return (...words: string[]): string => typed("/quahan", ...words, ...indicators, where);
}

/**
 * What a scope's units have of each kind; `lists`: none of them has any, whether there is a list of them or not.
 * Rejects with the Refusals "not-owed" and that of a period without such figures.
 */
export async function readOverdue(
  slots: OverdueSlots,
  context: AnswerContext,
): Promise<{ readonly base: RankingView; readonly all: readonly Owed[] } | { readonly lists: boolean }> {
  const { services, t } = context;
  const { scope, period } = slots;
  const wished = owedAsked(slots, services);
  const base = await services.results.ranking({ scope, kind: "areas", period, indicators: wished });
  if (isMissing(base)) {
    if (base.missing !== "period") return { lists: base.missing === "indicator" };
    throw missingRefusal(base, { what: "list", unit: scope, t, again: againOf(slots, context) });
  }
  const held = new Set([base.indicator, ...base.indicators].map(({ id }) => id));
  const wish = { kind: "exact", period: base.period } as const;
  const views = await Promise.all(
    wished
      .filter(({ id }) => held.has(id))
      .map((indicator) =>
        services.results.ranking({ scope, kind: "areas", period: wish, indicators: [indicator] }),
      ),
  );
  return { base, all: views.filter(isFound).map(owedOf) };
}
