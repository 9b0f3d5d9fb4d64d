import type { CheckAsked } from "#commands/check/asked.ts";
import type { AnswerContext } from "#commands/define-command.ts";
import { typed } from "#commands/kit/typed.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { gapLines, type Line, rowLines, wholeLine } from "#commands/parts/ranking-lines.ts";
import { pageOf, type RankPage } from "#services/charts/rank-spec.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import type { ListKind } from "#services/results/lists.ts";
import { isMissing, type RankingView } from "#services/results/views.ts";

/** Areas and departments are ranked, and drawn, apart. */
const KINDS: readonly ListKind[] = ["areas", "departments"];

/** A page as a picture shows it: rows of one kind of units. */
interface KindPage extends RankPage {
  readonly view: RankingView;
}

export interface CheckedList {
  /** null = the sheet lists no unit with a figure. */
  readonly view: RankingView | null;
  readonly lines: readonly Line[];
  readonly turning: readonly Action[];
  readonly pages: NonNullable<Reply["pages"]>;
}

/** One page of the list; pages are those of the pictures. Rejects with the Refusal "no-such-page". */
export async function checkedList(
  asked: CheckAsked,
  indicator: Indicator | undefined,
  context: AnswerContext,
): Promise<CheckedList> {
  const { t } = context;
  const all = indicator ? await pagesOf(asked, indicator, context) : [];
  const page = all[asked.page - 1];
  if (!page && asked.page > 1) throw new Refusal("no-such-page", { pages: Math.max(1, all.length) });
  const turned = turning(asked, all.length);
  return {
    view: page?.view ?? null,
    lines: page ? pageLines(page, asked.page, all.length, context) : [],
    turning: [
      ...(turned.previous
        ? [{ label: t.actions.previousPage(asked.page - 1, all.length), command: turned.previous }]
        : []),
      ...(turned.next
        ? [{ label: t.actions.nextPage(asked.page + 1, all.length), command: turned.next }]
        : []),
    ],
    pages: turned,
  };
}

async function pagesOf(
  { sheet }: CheckAsked,
  indicator: Indicator,
  { services }: AnswerContext,
): Promise<readonly KindPage[]> {
  const scope = unitLookup(services.units)(sheet.scope);
  const question = {
    scope,
    period: { kind: "exact", period: sheet.period },
    version: sheet.version,
  } as const;
  const pages: KindPage[] = [];
  for (const kind of KINDS) {
    const view = await services.results.ranking({ ...question, kind, indicators: [indicator] });
    if (isMissing(view)) continue;
    const { pages: count } = pageOf(view.ranking.rows, 1);
    for (let number = 1; number <= count; number++)
      pages.push({ view, ...pageOf(view.ranking.rows, number) });
  }
  return pages;
}

function pageLines(
  { view, rows }: KindPage,
  number: number,
  count: number,
  { services, t }: AnswerContext,
): readonly Line[] {
  const unitOf = unitLookup(services.units);
  const facts = { view, unitOf, t };
  return [
    t.check.list({
      indicator: view.indicator,
      units: t.figures.unitCount(view.ranking.rows.map(({ unit }) => unitOf(unit))),
      page: number,
      pages: count,
    }),
    ...rowLines(rows, facts),
    wholeLine(facts),
    ...gapLines(facts),
  ];
}

function turning({ code, indicator, page }: CheckAsked, pages: number): CheckedList["pages"] {
  const to = (number: number) => typed("/kiemtra", code, indicator?.id ?? null, `trang ${number}`);
  return { next: page < pages ? to(page + 1) : null, previous: page > 1 ? to(page - 1) : null };
}
