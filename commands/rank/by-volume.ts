import type { AnswerContext } from "#commands/define-command.ts";
import { expectFound } from "#commands/kit/expect-found.ts";
import { preferring } from "#commands/kit/preferring.ts";
import { joinWords, scopeWords, typed } from "#commands/kit/typed.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { isOfChange } from "#commands/parts/taken-lines.ts";
import { askedAgain, expectFitting, listWords, measuredAs, type RankSlots } from "#commands/rank/asked.ts";
import { bandText } from "#commands/rank/band-lines.ts";
import { untargeted } from "#commands/rank/by-targets.ts";
import { rankingAsked } from "#commands/rank/ranking-asked.ts";
import { BY_VOLUME } from "#commands/slots/simple-slots.ts";
import { bandChart, bandPages } from "#services/charts/band-spec.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { RankingView } from "#services/results/views.ts";
import { USUAL_LEVELS, volumeBands } from "#services/results/volume-bands.ts";

/**
 * The list in bands of dossiers received: who leads and who is last among units that have about as much to do. Rejects
 * with the Refusals "no-volumes" where nobody's dossiers are known, "no-target-of", "no-targets", or as a ranking does.
 */
export async function rankByVolume(slots: RankSlots, context: AnswerContext): Promise<Reply> {
  const { services, t, asker } = context;
  const [named = [], ...others] = slots.indicators;
  const again = askedAgain(slots, context);
  const wished =
    named.length > 0 ? measuredAs(named, slots.limits) : preferring(asker.settings.indicator, services);
  const ranking = await rankingAsked(wished, slots, context);
  const view = expectFound(ranking, { what: "list", unit: slots.scope, t, again });
  expectFitting(view, slots, context);
  const asksOfTarget = slots.limits.some(({ kind }) => kind === "target");
  if (asksOfTarget && view.target === null) throw untargeted(view, slots, context);
  const levels = asker.settings.bands ?? USUAL_LEVELS;
  const { bands, unknown } = volumeBands(view.ranking.rows, levels);
  const { scope, period, indicator } = view;
  if (bands.length === 0) {
    const whole = {
      label: t.actions.ranking,
      command: askedAgain({ ...slots, byVolume: false }, context)(period),
    };
    throw new Refusal("no-volumes", { scope, period }, [whole]);
  }
  const pages = bandPages(bands);
  if (slots.page > pages.length) throw new Refusal("no-such-page", { pages: pages.length });
  const facts = { view, unitOf: unitLookup(services.units), t };
  const isWhole = isWhollyTold(slots, view);
  const isDrawn = !isWhole && slots.limits.length === 0 && !slots.takes.some(isOfChange);
  const turning = pagesOf(slots, view, isDrawn ? pages.length : 1, context);
  const chart = bandChart(view, pages, { page: slots.page, unitOf: facts.unitOf, words: t.bands.chart });
  return {
    text: lines(
      others.length > 0 &&
        t.chat.unused(others.flatMap(([first]) => (first ? t.figures.indicatorShort(first) : []))),
      bandText({ bands, unknown, levels }, slots, { ...facts, isWhole, isDrawn }),
    ),
    ...(isDrawn ? { picture: services.charts.picture(chart) } : {}),
    actions: [pageActions(slots, turning, pages.length, context), ...actionsOf(slots, view, context)].filter(
      (row) => row.length > 0,
    ),
    about: {
      command: "xephang",
      units: [scope.id],
      period,
      indicators: named.length > 0 ? [indicator.id] : [],
      kind: joinWords(listWords(slots), BY_VOLUME),
    },
    pages: turning,
  };
}

/** Every unit a line, as the button says. */
const isWhollyTold = ({ takes }: RankSlots, { ranking }: RankingView): boolean =>
  takes.some(({ count }) => (count ?? 0) >= ranking.rows.length);

function pagesOf(
  slots: RankSlots,
  { period, indicator }: RankingView,
  pages: number,
  context: AnswerContext,
): NonNullable<Reply["pages"]> {
  const to = (page: number): string =>
    askedAgain(slots, context)(period, wordOf(slots, indicator.id), `trang ${page}`);
  return {
    next: slots.page < pages ? to(slots.page + 1) : null,
    previous: slots.page > 1 ? to(slots.page - 1) : null,
  };
}

/** What was asked for by name; the usual one goes without saying. */
const wordOf = ({ indicators }: RankSlots, id: string): string | null => (indicators.length > 0 ? id : null);

function pageActions(
  { page }: RankSlots,
  { next, previous }: NonNullable<Reply["pages"]>,
  pages: number,
  { t }: AnswerContext,
): readonly Action[] {
  return [
    ...(previous ? [{ label: t.actions.previousPage(page - 1, pages), command: previous }] : []),
    ...(next ? [{ label: t.actions.nextPage(page + 1, pages), command: next }] : []),
  ];
}

/** Other periods, the other form, the whole list. */
function actionsOf(
  slots: RankSlots,
  view: RankingView,
  context: AnswerContext,
): readonly (readonly Action[])[] {
  const { t, asker, services } = context;
  const { period, indicator, neighbours, ranking } = view;
  const again = askedAgain(slots, context);
  const word = wordOf(slots, indicator.id);
  const whole = askedAgain({ ...slots, byVolume: false }, context);
  const where = scopeWords(slots.scope, asker.home, services);
  return [
    [neighbours.older, neighbours.newer].flatMap((other) =>
      other ? [{ label: t.actions.period(other), command: again(other, word) }] : [],
    ),
    [
      isWhollyTold(slots, view)
        ? { label: t.actions.asPicture, command: again(period, word) }
        : { label: t.actions.asText, command: again(period, word, `top ${ranking.rows.length}`) },
      { label: t.actions.ranking, command: whole(period, word) },
      ...(view.scope.kind === "country" && view.kind === "communes"
        ? []
        : [{ label: t.actions.sources, command: typed("/nguon", period, where) }]),
    ],
  ];
}
