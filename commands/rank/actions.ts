import type { AnswerContext } from "#commands/define-command.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { NAMED } from "#commands/parts/phrases.ts";
import { type Again, askedAgain, KIND_WORDS, type RankSlots } from "#commands/rank/asked.ts";
import type { RankPage } from "#services/charts/rank-spec.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { hasMap } from "#services/maps/has-map.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import type { RankingView } from "#services/results/views.ts";

/** How many other indicators are offered under a ranking. */
const OFFERED_INDICATORS = 3;

/** What commands under a ranking are made of. */
export interface Links {
  readonly again: Again;
  readonly slots: RankSlots;
  /** The indicator was asked for, so that another period is to show the same one. */
  readonly chosen: boolean;
  /** Id of the indicator that goes without saying in this chat. */
  readonly usual: string;
}

export function actionsOf(
  view: RankingView,
  page: RankPage,
  links: Links,
  context: AnswerContext,
): readonly Action[][] {
  const { t, asker, services } = context;
  const where = scopeWords(links.slots.scope, asker.home, services);
  const hasSources = view.scope.kind !== "country" || view.kind !== "communes";
  const isLimited = links.slots.limits.length > 0 || links.slots.title !== null;
  return [
    pageActions(view, page, links, context),
    periodActions(view, links, context),
    isLimited ? [] : indicatorActions(view, links, context),
    [
      ...(isLimited ? [wholeList(view, links, context)] : kindActions(view, where, context)),
      ...(!isLimited && view.ranking.rows.length > NAMED * 2 ? [otherForm(view, links, context)] : []),
      ...bandActions(view, links, context),
      ...mapActions(view, links, where, context),
      ...(hasSources ? [{ label: t.actions.sources, command: typed("/nguon", view.period, where) }] : []),
      ...fileActions(view, links, where, context),
    ],
  ].filter((row) => row.length > 0);
}

/** The same list in bands, where it is known what most units have to do. */
function bandActions(
  { ranking, period, indicator }: RankingView,
  { slots, usual }: Links,
  context: AnswerContext,
): Action[] {
  const known = ranking.rows.filter(({ received }) => received !== null);
  if (known.length <= Math.max(NAMED * 2, ranking.rows.length / 2)) return [];
  const again = askedAgain({ ...slots, byVolume: true }, context);
  return [{ label: context.t.bands.action, command: again(period, indicatorWord(indicator, usual)) }];
}

/** The same list where its units lie; a version that is no longer in force has no map. */
function mapActions(
  { scope, period, kind, indicator }: RankingView,
  { slots, usual }: Links,
  where: string,
  { t }: AnswerContext,
): Action[] {
  if (kind !== "areas" || slots.version !== null || !hasMap(scope, period)) return [];
  return [{ label: t.actions.map, command: typed("/bando", period, indicatorWord(indicator, usual), where) }];
}

/** All that is held of the scope, as a file; a version that is no longer in force has none. */
function fileActions(
  { period, kind }: RankingView,
  { slots }: Links,
  where: string,
  { t }: AnswerContext,
): Action[] {
  if (kind === "communes" || slots.version !== null) return [];
  return [{ label: t.monthExport.as("xlsx"), command: typed("/xuat", period, where) }];
}

/** The commands that turn a page of the list. */
export function pagesOf(
  view: RankingView,
  { page, pages }: RankPage,
  links: Links,
): NonNullable<Reply["pages"]> {
  const word = indicatorWord(view.indicator, links.usual);
  const to = (number: number): string => links.again(view.period, word, `trang ${number}`);
  return { next: page < pages ? to(page + 1) : null, previous: page > 1 ? to(page - 1) : null };
}

function pageActions(view: RankingView, page: RankPage, links: Links, { t }: AnswerContext): Action[] {
  const { next, previous } = pagesOf(view, page, links);
  return [
    ...(previous ? [{ label: t.actions.previousPage(page.page - 1, page.pages), command: previous }] : []),
    ...(next ? [{ label: t.actions.nextPage(page.page + 1, page.pages), command: next }] : []),
  ];
}

/** Versions are of one period: others are shown as they are in force. */
function periodActions(
  { neighbours, indicator }: RankingView,
  { slots, chosen, usual }: Links,
  context: AnswerContext,
): Action[] {
  const { t } = context;
  const again = askedAgain({ ...slots, version: null }, context);
  const word = chosen ? indicatorWord(indicator, usual) : null;
  return [neighbours.older, neighbours.newer].flatMap((period) =>
    period ? [{ label: t.actions.period(period), command: again(period, word) }] : [],
  );
}

function indicatorActions(view: RankingView, { again }: Links, { t }: AnswerContext): Action[] {
  return view.indicators
    .slice(0, OFFERED_INDICATORS)
    .map((other) => ({ label: t.actions.indicator(other), command: again(view.period, other.id) }));
}

/** The list without its limits. */
function wholeList(
  { period, indicator }: RankingView,
  { slots, usual }: Links,
  context: AnswerContext,
): Action {
  const again = askedAgain({ ...slots, limits: [], title: null }, context);
  return { label: context.t.actions.ranking, command: again(period, indicatorWord(indicator, usual)) };
}

/** The whole list in words, for no figure is in the picture alone; from there back to the picture. */
function otherForm(
  { ranking, period, indicator }: RankingView,
  { again, slots, usual }: Links,
  { t }: AnswerContext,
): Action {
  const isWhole = slots.takes.some(({ count, by }) => by === "rank" && (count ?? 0) >= ranking.rows.length);
  if (isWhole) return { label: t.actions.asPicture, command: again(period, indicatorWord(indicator, usual)) };
  const command = again(period, indicatorWord(indicator, usual), `top ${ranking.rows.length}`);
  return { label: t.actions.asText, command };
}

function kindActions(view: RankingView, where: string, { t }: AnswerContext): Action[] {
  return view.otherKinds.map((kind) => ({
    label: t.actions.list[kind],
    command: typed("/xephang", view.period, KIND_WORDS[kind], where),
  }));
}

/** The total, or what the chat has chosen in its place, goes without saying. */
function indicatorWord(indicator: Indicator, usual: string): string | null {
  return indicator.id === usual ? null : indicator.id;
}
