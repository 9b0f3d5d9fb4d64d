import type { AnswerContext } from "#commands/define-command.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { gapLines, type Line, rankingTitle } from "#commands/parts/ranking-lines.ts";
import { supersededLine } from "#commands/parts/superseded.ts";
import { askedAgain, expectFitting, measuredAs, type RankSlots } from "#commands/rank/asked.ts";
import { ownInstead } from "#commands/rank/own-instead.ts";
import { rankingAsked } from "#commands/rank/ranking-asked.ts";
import { askedLines, insteadLine, rowsAsked, titleLine } from "#commands/rank/section.ts";
import { sumLines } from "#commands/rank/sum.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { limitsOn } from "#services/results/limits.ts";
import { isFound, isMissing } from "#services/results/views.ts";

/** Indicators answered in one message; the others are named as left out. */
const MOST_AT_ONCE = 4;

/** A ranking for each of several indicators, in words; each is one press away as a picture. */
export async function rankSeveral(
  wanted: readonly (readonly Indicator[])[],
  slots: RankSlots,
  context: AnswerContext,
): Promise<Reply> {
  const { services, t } = context;
  const unitOf = unitLookup(services.units);
  const shown = wanted.slice(0, MOST_AT_ONCE);
  const views = await Promise.all(shown.map((one) => viewOf(one, slots, context)));
  const said: Line[] = [...inAllLines(views, slots, context)];
  const actions: Action[] = [];
  for (const [i, view] of views.entries()) {
    const named = shown[i]?.[0];
    if (said.length > 0) said.push("");
    if (isMissing(view)) {
      const own = await ownInstead(shown[i] ?? [], slots, context);
      if (own) said.push(own.text);
      else if (named) said.push(t.rank.noneOf({ indicator: named, scope: slots.scope }));
      continue;
    }
    const facts = { view, unitOf, t };
    const own = { ...slots, limits: limitsOn(slots.limits, [view.indicator]) };
    expectFitting(view, own, context);
    said.push(
      rankingTitle(facts),
      supersededLine(view.evidence, t),
      titleLine(slots, t),
      insteadLine(view, t),
      ...(slots.sum ? [...sumLines(own, facts), ...gapLines(facts)] : askedLines(own, facts)),
      t.evidence.line(view.evidence),
    );
    actions.push({
      label: t.actions.indicator(view.indicator),
      command: askedAgain(own, context)(view.period, view.indicator.id),
    });
  }
  const left = wanted.slice(MOST_AT_ONCE).flatMap(([indicator]) => indicator ?? []);
  if (left.length > 0) said.push("", t.chat.unused(left.map(t.figures.indicatorShort)));
  return { text: lines(...said), actions: actions.map((action) => [action]) };
}

/** The list on what some words may mean, measured as the limits on it are. */
export const viewOf = (indicators: readonly Indicator[], slots: RankSlots, context: AnswerContext) =>
  rankingAsked(measuredAs(indicators, limitsOn(slots.limits, indicators)), slots, context);

/** Who is within every limit, where each indicator was given a limit of its own and all their lists are held, of one period. */
function inAllLines(
  views: readonly Awaited<ReturnType<typeof viewOf>>[],
  slots: RankSlots,
  { services, t }: AnswerContext,
): readonly Line[] {
  const held = views.filter(isFound);
  const isWhole =
    held.length === slots.indicators.length && new Set(held.map(({ period }) => period)).size === 1;
  if (!isWhole || !slots.limits.some(({ on }) => on)) return [];
  const [first = [], ...others] = held.map(
    (view) => rowsAsked({ ...slots, limits: limitsOn(slots.limits, [view.indicator]) }, view) ?? [],
  );
  const inAll = first.filter(({ unit }) => others.every((rows) => rows.some((row) => row.unit === unit)));
  const unitOf = unitLookup(services.units);
  return [t.rank.inAll(inAll.map(({ unit }) => t.rank.chart.unit(unitOf(unit))))];
}
