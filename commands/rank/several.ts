import type { AnswerContext } from "#commands/define-command.ts";
import { missingRefusal } from "#commands/kit/missing-refusal.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { type Line, rankingTitle } from "#commands/parts/ranking-lines.ts";
import { supersededLine } from "#commands/parts/superseded.ts";
import { askedAgain, measuredAs, type RankSlots } from "#commands/rank/asked.ts";
import { ownInstead } from "#commands/rank/own-instead.ts";
import { rankingAsked } from "#commands/rank/ranking-asked.ts";
import { askedLines, insteadLine, titleLine } from "#commands/rank/section.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Limit } from "#services/results/limits.ts";
import type { RankingView } from "#services/results/views.ts";

/** Indicators answered in one message; the others are named as left out. */
const MOST_AT_ONCE = 4;

/** A ranking for each of several indicators, in words; each is one press away as a picture. */
export async function rankSeveral(
  wanted: readonly (readonly Indicator[])[],
  slots: RankSlots,
  context: AnswerContext,
): Promise<Reply> {
  const { services, t } = context;
  const again = askedAgain(slots, context);
  const unitOf = unitLookup(services.units);
  const shown = wanted.slice(0, MOST_AT_ONCE);
  const views = await Promise.all(shown.map((one) => viewOf(one, slots, context)));
  const said: Line[] = [];
  const actions: Action[] = [];
  for (const [i, view] of views.entries()) {
    const named = shown[i]?.[0];
    if (said.length > 0) said.push("");
    if ("missing" in view) {
      const own = await ownInstead(shown[i] ?? [], slots, context);
      if (own) said.push(own.text);
      else if (named) said.push(t.rank.noneOf({ indicator: named, scope: slots.scope }));
      continue;
    }
    const facts = { view, unitOf, t };
    said.push(
      rankingTitle(facts),
      supersededLine(view.evidence, t),
      titleLine(slots, t),
      insteadLine(view, t),
      ...askedLines(slots, facts),
      t.evidence.line(view.evidence),
    );
    actions.push({
      label: t.actions.indicator(view.indicator),
      command: again(view.period, view.indicator.id),
    });
  }
  const left = wanted.slice(MOST_AT_ONCE).flatMap(([indicator]) => indicator ?? []);
  if (left.length > 0) said.push("", t.chat.unused(left.map(t.figures.indicatorShort)));
  return { text: lines(...said), actions: actions.map((action) => [action]) };
}

const viewOf = (indicators: readonly Indicator[], slots: RankSlots, context: AnswerContext) =>
  rankingAsked(measuredAs(indicators, slots.limits), slots, context);

/**
 * Who is below target or not, of everything that has one; where no document sets any, by the levels at which alerts
 * begin. Rejects with the Refusal "no-targets", or as a ranking without a list does.
 */
export async function rankByTargets(slots: RankSlots, context: AnswerContext): Promise<Reply> {
  const { t } = context;
  const view = await viewOf([], slots, context);
  if ("missing" in view) {
    const again = askedAgain(slots, context);
    throw missingRefusal(view, { unit: slots.scope, t, again, list: true });
  }
  const targeted = held(view).filter(({ id }) => view.targets.some(({ indicator }) => indicator === id));
  if (targeted.length > 0)
    return rankSeveral(
      targeted.map((indicator) => [indicator]),
      slots,
      context,
    );
  const levels = await levelLimits(view, slots, context);
  if (levels) {
    const reply = await rankSeveral([[levels.indicator]], { ...slots, limits: [levels.limit] }, context);
    return { ...reply, text: lines(t.rank.levelInstead, reply.text) };
  }
  const { scope, period } = view;
  throw new Refusal("no-targets", { scope, period }, [
    { label: t.actions.ranking, command: askedAgain({ ...slots, limits: [] }, context)(period) },
  ]);
}

/** The level of the first alert rule that watches what the list holds. */
async function levelLimits(view: RankingView, { limits }: RankSlots, { services }: AnswerContext) {
  const wantsMet = limits.some((limit) => limit.kind === "target" && limit.isMet);
  for (const { rule } of await services.alerts.rules.of(view.scope.id)) {
    if (rule.kind !== "level" || !rule.isOn) continue;
    const indicator = held(view).find(({ id }) => id === rule.indicator);
    if (!indicator) continue;
    const isLowBad = indicator.direction !== "down";
    const side = isLowBad ? (wantsMet ? "from" : "below") : wantsMet ? "upTo" : "above";
    const limit: Limit = { kind: "figure", side, value: rule.fire, measure: null };
    return { indicator, limit };
  }
  return null;
}

const held = ({ indicator, indicators }: RankingView): readonly Indicator[] => [indicator, ...indicators];
