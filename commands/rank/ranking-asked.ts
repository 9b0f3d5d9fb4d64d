import type { AnswerContext } from "#commands/define-command.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { askedAgain, type RankSlots } from "#commands/rank/asked.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import { titledAlone } from "#services/results/titled.ts";
import { isMissing, type Missing, type MissingIndicator, type RankingView } from "#services/results/views.ts";

/**
 * The list that is asked for, of one title alone where one was named. Rejects with the Refusal "none-of-title" where it
 * holds none of those.
 */
export async function rankingAsked(
  indicators: readonly Indicator[],
  slots: RankSlots,
  context: AnswerContext,
): Promise<RankingView | Missing | MissingIndicator> {
  const { scope, period, title } = slots;
  const { services, t } = context;
  const isOfCommunes = scope.kind === "country" && title !== null && title !== "district";
  const kind = slots.kind ?? (isOfCommunes ? "communes" : "areas");
  const whole = await services.results.ranking({ scope, period, kind, indicators });
  if (title === null || isMissing(whole)) return whole;
  const unitOf = unitLookup(services.units);
  const view = titledAlone(whole, title, unitOf);
  if (view.ranking.rows.length > 0) return view;
  const again = askedAgain({ ...slots, title: null }, context);
  const held = t.figures.unitCount(whole.ranking.rows.map(({ unit }) => unitOf(unit)));
  throw new Refusal("none-of-title", { title, scope, period: whole.period, held }, [
    { label: t.actions.ranking, command: again(whole.period) },
  ]);
}
