import { defineCommand } from "#commands/define-command.ts";
import { missingRefusal, scopeWords, typed } from "#commands/parts/ask-again.ts";
import { NAMED, unitLookup } from "#commands/parts/phrases.ts";
import {
  endsLines,
  gapLines,
  moverLines,
  rankingTitle,
  takenLines,
  targetLine,
  wholeLine,
} from "#commands/parts/ranking-lines.ts";
import { slot, type Take } from "#commands/slots/slot.ts";
import type { Catalog } from "#locales/catalog.ts";
import { ROWS_A_PICTURE } from "#services/charts/layout/style.ts";
import { pageOf, type RankPage, rankChart } from "#services/charts/rank-spec.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { ListKind } from "#services/results/lists.ts";
import type { RankingView } from "#services/results/views.ts";
import type { Services } from "#services/services.ts";

/** How many other indicators are offered under a ranking. */
const OFFERED_INDICATORS = 3;

/** Ranks the units of a scope in one period. */
export const rank = defineCommand({
  name: "xephang",
  sisters: ["bangxephang", "xh"],
  role: "viewer",
  onlyReads: true,
  slots: {
    period: slot.period(),
    indicators: slot.indicators(),
    scope: slot.scope(),
    kind: slot.kind(),
    take: slot.take(),
    page: slot.page(),
  },

  async run({ slots, services, t, asker }) {
    const { scope, take } = slots;
    const kind = slots.kind ?? "areas";
    const where = scopeWords(scope, asker.home, services);
    const again = (...words: readonly (string | null)[]): string =>
      typed("/xephang", ...words, KIND_WORDS[slots.kind ?? "areas"], where);

    const { settings } = asker;
    const chosen = slots.indicators.length > 0;
    const indicators = chosen ? slots.indicators : preferring(settings.indicator, services);
    const view = await services.results.ranking({ ...slots, kind, indicators });
    if ("missing" in view) {
      throw missingRefusal(view, { unit: scope, t, again: (word) => again(word), list: true });
    }
    const unitOf = unitLookup(services.units);
    const facts = { view, unitOf, t };
    const page = take ? takenPage(view, take) : pageOf(view.ranking.rows, slots.page);
    if (page.rows.length === 0) throw new Refusal("no-such-page", { pages: page.pages });
    const isDrawn = page.rows.length > 1 && page.rows.length <= ROWS_A_PICTURE;

    return {
      text: lines(
        rankingTitle(facts),
        ...(take ? takenLines(take, facts) : endsLines(facts)),
        ...(settings.captions === "short" ? [] : moverLines(facts)),
        wholeLine(facts),
        settings.captions === "short" ? null : targetLine(facts),
        ...gapLines(facts),
        t.evidence.line(view.evidence),
      ),
      ...(isDrawn ? { picture: services.charts.picture(rankChart(view, page, unitOf, t.rank.chart)) } : {}),
      actions: actionsOf(view, page, { again, where, t, chosen, usual: settings.indicator ?? TOTAL }),
    };
  },
});

interface Links {
  readonly again: Again;
  readonly where: string;
  readonly t: Catalog;
  /** The indicator was asked for, so that another period is to show the same one. */
  readonly chosen: boolean;
  /** Id of the indicator that goes without saying in this chat. */
  readonly usual: string;
}

/** The chat's indicator first, then what there is; none set = the total. */
function preferring(id: string | null, { indicators }: Services): readonly Indicator[] {
  const preferred = id === null ? undefined : indicators.get(id);
  return preferred ? [preferred, ...indicators.all()] : [];
}

function actionsOf(view: RankingView, page: RankPage, links: Links): readonly Action[][] {
  const { again, where, t } = links;
  const hasSources = view.scope.kind !== "country" || view.kind !== "communes";
  return [
    pageActions(view, page, links),
    periodActions(view, links),
    indicatorActions(view, again, t),
    [
      ...kindActions(view, where, t),
      ...(view.ranking.rows.length > NAMED * 2 ? [asText(view, links)] : []),
      ...(hasSources ? [{ label: t.actions.sources, command: typed("/nguon", view.period, where) }] : []),
    ],
  ].filter((row) => row.length > 0);
}

/** How a kind is typed; areas are what is listed when nothing is said. */
const KIND_WORDS: Record<ListKind, string> = { areas: "", communes: "xã", departments: "sở" };

type Again = (...words: readonly (string | null)[]) => string;

/** The first or last rows asked for; more than a picture holds are given as text alone. */
function takenPage({ ranking }: RankingView, take: Take): RankPage {
  const rows = take.from === "top" ? ranking.rows.slice(0, take.count) : ranking.rows.slice(-take.count);
  return { rows, page: 1, pages: 1 };
}

function pageActions(view: RankingView, { page, pages }: RankPage, { again, t, usual }: Links): Action[] {
  const word = indicatorWord(view.indicator, usual);
  const to = (number: number): string => again(view.period, word, `trang ${number}`);
  return [
    ...(page > 1 ? [{ label: t.actions.previousPage(page - 1, pages), command: to(page - 1) }] : []),
    ...(page < pages ? [{ label: t.actions.nextPage(page + 1, pages), command: to(page + 1) }] : []),
  ];
}

function periodActions({ neighbours, indicator }: RankingView, { again, t, chosen, usual }: Links): Action[] {
  const word = chosen ? indicatorWord(indicator, usual) : null;
  return [neighbours.older, neighbours.newer].flatMap((period) =>
    period ? [{ label: t.actions.period(period), command: again(period, word) }] : [],
  );
}

function indicatorActions(view: RankingView, again: Again, t: Catalog): Action[] {
  return view.indicators
    .slice(0, OFFERED_INDICATORS)
    .map((other) => ({ label: t.actions.indicator(other), command: again(view.period, other.id) }));
}

/** The whole list in words: no figure is in the picture alone. */
function asText({ ranking, period, indicator }: RankingView, { again, t, usual }: Links): Action {
  const command = again(period, indicatorWord(indicator, usual), `top ${ranking.rows.length}`);
  return { label: t.actions.asText, command };
}

function kindActions(view: RankingView, where: string, t: Catalog): Action[] {
  return view.otherKinds.map((kind) => ({
    label: t.actions.list[kind],
    command: typed("/xephang", view.period, KIND_WORDS[kind], where),
  }));
}

/** The total, or what the chat has chosen in its place, goes without saying. */
function indicatorWord(indicator: Indicator, usual: string): string | null {
  return indicator.id === usual ? null : indicator.id;
}
