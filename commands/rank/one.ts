import type { AnswerContext } from "#commands/define-command.ts";
import { missingRefusal } from "#commands/kit/expect-found.ts";
import { preferring } from "#commands/kit/preferring.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import {
  type Facts,
  gapLines,
  type Line,
  moverLines,
  rankingTitle,
  targetLine,
  wholeLine,
} from "#commands/parts/ranking-lines.ts";
import { stamped, supersededLine } from "#commands/parts/superseded.ts";
import { theOneTaken } from "#commands/parts/taken-lines.ts";
import { actionsOf, pagesOf } from "#commands/rank/actions.ts";
import { askedAgain, expectFitting, listWords, measuredAs, type RankSlots } from "#commands/rank/asked.ts";
import { ownInstead } from "#commands/rank/own-instead.ts";
import { rankingAsked } from "#commands/rank/ranking-asked.ts";
import { askedLines, insteadLine, rowsAsked, titleLine } from "#commands/rank/section.ts";
import { sumLines } from "#commands/rank/sum.ts";
import { MOST_ROWS } from "#services/charts/layout/style.ts";
import { pageOf, type RankPage, rankChart } from "#services/charts/rank-spec.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { isMissing, type RankingView } from "#services/results/views.ts";

/** The ranking on one indicator: that named, else the chat's usual one. */
export async function rankOne(slots: RankSlots, context: AnswerContext): Promise<Reply> {
  const { services, t, asker } = context;
  const { settings } = asker;
  const [named = []] = slots.indicators;
  const again = askedAgain(slots, context);
  const wished =
    named.length > 0 ? measuredAs(named, slots.limits) : preferring(settings.indicator, services);
  const view = await rankingAsked(wished, slots, context);
  if (isMissing(view)) {
    const own = await ownInstead(named, slots, context);
    if (own) return own;
    // Another indicator is measured otherwise: a limit does not go over to it.
    const anew = view.missing === "indicator" ? askedAgain({ ...slots, limits: [] }, context) : again;
    throw missingRefusal(view, { what: "list", unit: slots.scope, t, again: anew });
  }
  expectFitting(view, slots, context);
  const facts = { view, unitOf: unitLookup(services.units), t };
  const page = pageWanted(view, slots);
  if (page.rows.length === 0 && slots.page > 1) throw new Refusal("no-such-page", { pages: page.pages });
  const isDrawn = page.rows.length > 1 && page.rows.length <= MOST_ROWS && !slots.sum;
  const links = { again, slots, chosen: named.length > 0, usual: settings.indicator ?? TOTAL };
  const chart = rankChart(view, page, facts.unitOf, t.rank.chart);
  return {
    text: lines(
      rankingTitle(facts),
      supersededLine(view.evidence, t),
      titleLine(slots, t),
      insteadLine(view, t),
      ...(slots.sum ? sumLines(slots, facts) : listLines(slots, facts, settings.captions === "short")),
      ...gapLines(facts),
      t.evidence.line(view.evidence),
    ),
    ...(isDrawn ? { picture: services.charts.picture(stamped(chart, view.evidence, t)) } : {}),
    actions: actionsOf(view, page, links, context),
    about: {
      command: "xephang",
      units: [slots.scope.id],
      period: view.period,
      indicators: named.length > 0 ? [view.indicator.id] : [],
      kind: listWords(slots),
      ...namedOf(slots, view),
    },
    pages: pagesOf(view, page, links),
  };
}

/** Whom the answer names as the one asked for. */
function namedOf({ takes: [take, ...others], limits }: RankSlots, view: RankingView) {
  const one = take && others.length === 0 && limits.length === 0 ? theOneTaken(take, view) : null;
  return one ? { named: [one.unit] } : {};
}

/** With `isShort` neither movers nor the target. */
function listLines(slots: RankSlots, facts: Facts, isShort: boolean): readonly Line[] {
  const isPart = slots.limits.length > 0 || slots.takes.some(({ by }) => by === "change" || by === "places");
  return [
    ...askedLines(slots, facts),
    ...(isShort || isPart ? [] : moverLines(facts)),
    wholeLine(facts),
    isShort || slots.limits.length > 0 ? null : targetLine(facts),
  ];
}

/** The rows to draw: those wanted, else a page of all. */
function pageWanted(view: RankingView, slots: RankSlots): RankPage {
  const rows = rowsAsked(slots, view);
  return rows ? { rows, page: 1, pages: 1 } : pageOf(view.ranking.rows, slots.page);
}
