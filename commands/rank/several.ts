import type { AnswerContext } from "#commands/define-command.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { type Line, rankingTitle } from "#commands/parts/ranking-lines.ts";
import { supersededLine } from "#commands/parts/superseded.ts";
import { askedAgain, measuredAs, type RankSlots } from "#commands/rank/asked.ts";
import { ownInstead } from "#commands/rank/own-instead.ts";
import { rankingAsked } from "#commands/rank/ranking-asked.ts";
import { askedLines, insteadLine, titleLine } from "#commands/rank/section.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

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

/** The list on what some words may mean, measured as the limits are. */
export const viewOf = (indicators: readonly Indicator[], slots: RankSlots, context: AnswerContext) =>
  rankingAsked(measuredAs(indicators, slots.limits), slots, context);
