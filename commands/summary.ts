import { type AnswerContext, defineCommand } from "#commands/define-command.ts";
import { missingRefusal } from "#commands/kit/expect-found.ts";
import { sameMonth } from "#commands/kit/phrases.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { NAMED, unitLookup } from "#commands/parts/phrases.ts";
import { endsLines, gapLines, moverLines, targetLine, wholeLine } from "#commands/parts/ranking-lines.ts";
import { figureLine } from "#commands/parts/unit-lines.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import { slot } from "#commands/slots/slot.ts";
import type { Catalog } from "#locales/catalog.ts";
import { pageOf, rankChart } from "#services/charts/rank-spec.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import { classify } from "#services/indicators/indicators.ts";
import { hasMap } from "#services/maps/has-map.ts";
import type { Period } from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import type { Action } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import { isMissing, type RankingView, type UnitView } from "#services/results/views.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

/** The month on one screen: the scope's own figures, leaders, laggards, movers, and what is still open. */
export const summary = defineCommand({
  name: "tonghop",
  words: (t) => t.summary,
  sisters: ["tinhhinh", "tongquan"],
  role: "viewer",
  onlyReads: true,
  phrases: {
    asks: wholeWords("tong hop|tinh hinh(?: chung)?|tong quan|toan canh|tong ket|ket qua chung"),
    about: "scope",
    goOn: sameMonth("/tonghop"),
  },
  slots: { period: slot.period(), scope: slot.scope() },

  async run({ slots, services, t, asker }) {
    const { scope } = slots;
    const { list, own, period } = await readSummary(slots, { services, t, asker });
    const unitOf = unitLookup(services.units);
    const pages = list && list.ranking.rows.length > 1 ? pageOf(list.ranking.rows, 1) : null;
    return {
      text: lines(
        t.summary.title({ period, scope }),
        ...(own?.figures.map((figure) => figureLine(figure, own, t)) ?? []),
        ...(list ? listLines(list, own, unitOf, t) : [t.summary.noList(scope)]),
        ...(list ? await countLines(list, services, unitOf, t) : []),
        ...evidenceLines(list, own, t),
      ),
      ...(list && pages
        ? { picture: services.charts.picture(rankChart(list, pages, unitOf, t.rank.chart)) }
        : {}),
      actions: actionsOf({ list, own, period }, scopeWords(scope, asker.home, services, period), t),
      about: { command: "tonghop", units: [scope.id], period, indicators: [], kind: "" },
    };
  },
});

/** A scope in one period: its units' list, its own figures, or both. */
interface Summary {
  readonly list: RankingView | null;
  readonly own: UnitView | null;
  readonly period: Period;
}

/** The scope's own figures are read for the period of the list. Rejects with a Refusal when there is neither. */
async function readSummary(
  slots: { readonly scope: Unit; readonly period: PeriodWish | null },
  { services, t, asker }: AnswerContext,
): Promise<Summary> {
  const { scope } = slots;
  const list = await services.results.ranking({ scope, kind: "areas", period: slots.period, indicators: [] });
  const wish = isMissing(list) ? slots.period : ({ kind: "exact", period: list.period } as const);
  const own = await services.results.unit(scope, wish);
  if (!isMissing(list)) return { list, own: isMissing(own) ? null : own, period: list.period };
  if (!isMissing(own)) return { list: null, own, period: own.period };
  const where = scopeWords(scope, asker.home, services);
  const again = (word: string): string => typed("/tonghop", word, where);
  throw missingRefusal(list.missing === "data" ? own : list, { what: "list", unit: scope, t, again });
}

function actionsOf(
  { list, own, period }: Summary,
  where: string,
  t: Catalog,
): readonly (readonly Action[])[] {
  const { older, newer } = (list ?? own)?.neighbours ?? { older: null, newer: null };
  const periods = [older, newer].flatMap((other) =>
    other ? [{ label: t.actions.period(other), command: typed("/tonghop", other, where) }] : [],
  );
  const more = [
    ...(list ? [{ label: t.actions.ranking, command: typed("/xephang", period, where) }] : []),
    ...(list && hasMap(list.scope, period)
      ? [{ label: t.actions.map, command: typed("/bando", period, where) }]
      : []),
    { label: t.actions.sources, command: typed("/nguon", period, where) },
    ...(list
      ? [
          { label: t.briefing.action, command: typed("/giaoban", period, where) },
          { label: t.bulletin.action, command: typed("/bangtin", period, where) },
          { label: t.monthExport.as("xlsx"), command: typed("/xuat", period, where) },
        ]
      : []),
    { label: t.letter.as, command: typed("/congvan", period, where) },
  ];
  return [periods, more].filter((row) => row.length > 0);
}

function listLines(
  view: RankingView,
  own: UnitView | null,
  unitOf: (id: string) => Unit,
  t: Catalog,
): readonly (TextPart | null)[] {
  const facts = { view, unitOf, t };
  return [
    own ? null : wholeLine(facts),
    ...endsLines(facts),
    ...moverLines(facts),
    bandsLine(view, t),
    targetLine(facts),
    ...gapLines(facts),
  ];
}

/** How many units stand in each class. */
function bandsLine({ indicator, ranking }: RankingView, t: Catalog): TextPart | null {
  if (indicator.id !== TOTAL || ranking.rows.length === 0) return null;
  const counts = new Map<ReturnType<typeof classify>, number>();
  for (const { value } of ranking.rows) counts.set(classify(value), (counts.get(classify(value)) ?? 0) + 1);
  const parts = [...counts].map(([band, count]) => t.summary.band(t.figures.band(band), count));
  return t.summary.bands(parts.join(" · "));
}

/** Counts of the units that owe something: named by those who have the most. */
async function countLines(
  { scope, period, indicators }: RankingView,
  services: Services,
  unitOf: (id: string) => Unit,
  t: Catalog,
): Promise<readonly TextPart[]> {
  const said: TextPart[] = [];
  for (const indicator of indicators.filter(isOwed)) {
    const wish = { kind: "exact", period } as const;
    const view = await services.results.ranking({
      scope,
      kind: "areas",
      period: wish,
      indicators: [indicator],
    });
    const most = isMissing(view) ? [] : view.ranking.rows.filter(({ value }) => value > 0).reverse();
    if (most.length === 0) continue;
    const list = most
      .slice(0, NAMED)
      .map(({ unit, value }) => `${t.rank.chart.unit(unitOf(unit))} ${t.figures.number(value)}`)
      .join(" · ");
    said.push(t.summary.counts({ indicator: t.figures.indicator(indicator), list }));
  }
  return said;
}

const isOwed = ({ measure, direction }: Indicator): boolean => measure === "count" && direction === "down";

/** The scope's own figures and the list may come from different documents: both are named. */
function evidenceLines(list: RankingView | null, own: UnitView | null, t: Catalog): readonly string[] {
  const [ofList, ofOwn] = [list, own].map((one) => one && t.evidence.line(one.evidence));
  if (!ofList || !ofOwn || ofList === ofOwn) return [ofList ?? ofOwn ?? ""];
  return [ofList, `${own ? t.figures.whole(own.unit) : ""}: ${ofOwn}`];
}
