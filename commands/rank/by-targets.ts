import type { AnswerContext } from "#commands/define-command.ts";
import { missingRefusal } from "#commands/kit/expect-found.ts";
import { askedAgain, type RankSlots } from "#commands/rank/asked.ts";
import { rankOne } from "#commands/rank/one.ts";
import { rankSeveral, viewOf } from "#commands/rank/several.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { type Limit, limitsOn } from "#services/results/limits.ts";
import { isMissing, type RankingView } from "#services/results/views.ts";

/**
 * Who is below target or not, of what is named, else of everything that has one; where no document sets any, by the
 * levels at which alerts begin. Rejects with the Refusal "no-targets", "no-target-of", or as a ranking without a list does.
 */
export async function rankByTargets(slots: RankSlots, context: AnswerContext): Promise<Reply> {
  const { t } = context;
  const view = await viewOf(slots.indicators[0] ?? [], slots, context);
  if (isMissing(view)) {
    if (slots.indicators.length > 0) return asNamed(slots, context);
    throw missingRefusal(view, {
      what: "list",
      unit: slots.scope,
      t,
      again: askedAgain(slots, context),
    });
  }
  const wanted = slots.indicators.length > 0 ? slots.indicators : heldBy(view).map((one) => [one]);
  const targeted = wanted.filter(
    (meant) => !asksOfTarget(slots.limits, meant) || meant.some(({ id }) => isTargeted(id, view)),
  );
  if (targeted.length === 0) return byLevels(view, slots, context);
  const left = slots.indicators.filter((meant) => !targeted.includes(meant));
  const limits = limitsOn(slots.limits, targeted.flat());
  const reply = await asNamed({ ...slots, indicators: targeted, limits }, context);
  return { ...reply, text: lines(reply.text, ...untargetedLines(left, context)) };
}

const asksOfTarget = (limits: readonly Limit[], meant: readonly Indicator[]): boolean =>
  limitsOn(limits, meant).some(({ kind }) => kind === "target");

/** Says of what was asked for and has no target that it has none. */
function untargetedLines(
  left: readonly (readonly Indicator[])[],
  { t }: Pick<AnswerContext, "t">,
): readonly string[] {
  return left.length === 0 ? [] : ["", t.rank.untargeted(left.flatMap(([first]) => first ?? []))];
}

const asNamed = (slots: RankSlots, context: AnswerContext): Promise<Reply> =>
  slots.indicators.length === 1 ? rankOne(slots, context) : rankSeveral(slots.indicators, slots, context);

const isTargeted = (id: string, { targets }: RankingView): boolean =>
  targets.some(({ indicator }) => indicator === id);

/** By the level of an alert rule that watches what is asked for. */
async function byLevels(view: RankingView, slots: RankSlots, context: AnswerContext): Promise<Reply> {
  const { t } = context;
  const named = slots.indicators.flat();
  const levels = await levelLimits(named.length > 0 ? named : heldBy(view), view, slots, context);
  if (levels) {
    const { indicator, limit } = levels;
    const others = slots.limits.filter(({ kind }) => kind !== "target");
    const reply = await rankSeveral([[indicator]], { ...slots, limits: [limit, ...others] }, context);
    const left = slots.indicators.filter((meant) => !meant.includes(indicator));
    return { ...reply, text: lines(t.rank.levelInstead, reply.text, ...untargetedLines(left, context)) };
  }
  throw untargeted(view, slots, context);
}

/** Nobody can be below a target that there is none of; offered are the indicators that have one, else the plain list. */
export function untargeted(view: RankingView, slots: RankSlots, context: AnswerContext): Refusal {
  const { t } = context;
  const { scope, period, indicator } = view;
  const others = heldBy(view).filter(({ id }) => isTargeted(id, view));
  const again = askedAgain(others.length > 0 ? slots : { ...slots, limits: [] }, context);
  if (others.length > 0) {
    const actions = others.map((one) => ({
      label: t.actions.indicator(one),
      command: again(period, one.id),
    }));
    return new Refusal("no-target-of", { indicator, period }, actions);
  }
  const [named = []] = slots.indicators;
  return new Refusal("no-targets", { scope, period }, [
    { label: t.actions.ranking, command: again(period, ...named.slice(0, 1).map(({ id }) => id)) },
  ]);
}

/** The first rule that watches one of these by a level, as a limit of a list. */
async function levelLimits(
  wanted: readonly Indicator[],
  view: RankingView,
  { limits }: RankSlots,
  { services }: AnswerContext,
) {
  const wantsMet = limits.some((limit) => limit.kind === "target" && limit.isMet);
  for (const { rule } of await services.alerts.rules.of(view.scope.id)) {
    if (rule.kind !== "level" || !rule.isOn) continue;
    const indicator = heldBy(view).find(({ id }) => id === rule.indicator);
    if (!indicator || !wanted.includes(indicator)) continue;
    const isLowBad = indicator.direction !== "down";
    const side = isLowBad ? (wantsMet ? "from" : "below") : wantsMet ? "upTo" : "above";
    const limit: Limit = { kind: "figure", side, value: rule.fire, measure: null };
    return { indicator, limit };
  }
  return null;
}

const heldBy = ({ indicator, indicators }: RankingView): readonly Indicator[] => [indicator, ...indicators];
