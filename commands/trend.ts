import { type AnswerContext, defineCommand } from "#commands/define-command.ts";
import { typed } from "#commands/kit/typed.ts";
import { FILE_WORDS } from "#commands/slots/file-slot.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { readTrends, type TrendSlots, trendSlots, typedAgain } from "#commands/trend/asked.ts";
import { BY_PLACE, trendPhrases } from "#commands/trend/phrases.ts";
import { trendFile } from "#commands/trend/trend-file.ts";
import { trendLines } from "#commands/trend/trend-lines.ts";
import type { Catalog } from "#locales/catalog.ts";
import { PANELS_A_PICTURE } from "#services/charts/layout/style.ts";
import { type TrendLine, trendChart } from "#services/charts/trend-spec.ts";
import type { Action } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { joinEvidence } from "#services/results/evidence.ts";
import type { TrendView } from "#services/results/views.ts";

/** Numbers of periods offered beside the one shown. */
const OFFERED: readonly number[] = [6, 12, 24];

/** Figures over time, or places; several units or indicators stand below each other in one picture. */
export const trend = defineCommand({
  name: "xuhuong",
  words: (t) => t.trend,
  role: "viewer",
  onlyReads: true,
  phrases: trendPhrases,
  slots: trendSlots,

  async run({ slots, ...context }) {
    if (slots.file) return trendFile({ ...slots, file: slots.file }, context);
    const { services, t } = context;
    const views = await readTrends(slots, context);
    const all = views.flatMap(({ unit, trends }) => trends.map((one) => ({ unit, trend: one })));
    const shown = all.slice(0, PANELS_A_PICTURE);
    const evidence = joinEvidence(views.flatMap((view) => view.evidence));
    const chart = trendChart(shown, slots.place, evidence, t.trend.chart);
    return {
      text: lines(
        ...shown.flatMap((line, i) => [...(i > 0 ? [""] : []), ...trendLines(line, t)]),
        ...lostLines(slots, views, context),
        slots.place && !all.some(hasPlaces) ? t.trend.noPlaces : null,
        all.length > shown.length &&
          t.chat.unused(all.slice(PANELS_A_PICTURE).map((line) => nameOf(line, t))),
        t.evidence.line(evidence),
      ),
      ...(chart ? { picture: services.charts.picture(chart) } : {}),
      actions: actionsOf(slots, views, context),
      about: {
        command: "xuhuong",
        units: slots.units.map(({ id }) => id),
        period: views[0].period,
        indicators: [...new Set(shown.map((line) => line.trend.indicator.id))],
        kind: "",
        ...(slots.place ? { ofPlaces: true } : {}),
      },
    };
  },
});

const hasPlaces = ({ trend: { points } }: TrendLine): boolean => points.some(({ place }) => place !== null);

const nameOf = ({ unit, trend }: TrendLine, t: Catalog): string =>
  `${t.figures.unit(unit)}, ${t.figures.indicatorShort(trend.indicator)}`;

/** What was asked for and is held of none of a unit's periods. */
function lostLines(
  { indicators }: TrendSlots,
  views: readonly TrendView[],
  { t }: AnswerContext,
): readonly string[] {
  return views.flatMap(({ unit, trends }) =>
    indicators.flatMap((meant) => {
      const [indicator] = meant;
      const isHeld = trends.some((one) => meant.includes(one.indicator));
      return isHeld || !indicator ? [] : [t.unit.noneOf({ indicator, unit })];
    }),
  );
}

/** Other spans, places instead of figures, and the whole card. */
function actionsOf(
  slots: TrendSlots,
  [first]: readonly [TrendView, ...TrendView[]],
  context: AnswerContext,
): readonly (readonly Action[])[] {
  const { services, t, asker } = context;
  const named = slots.indicators.flatMap(([indicator]) => (indicator ? [indicator.id] : []));
  const again = (...words: string[]): string => typedAgain(slots, context, ...named, ...words);
  const { length: shown } = first.trends[0]?.points ?? [];
  const spans = OFFERED.filter((count) => count < shown || (count > shown && shown === slots.span?.count));
  const phrase = unitPhrase(first.unit, services.units, asker.home);
  return [
    spans.map((count) => ({
      label: t.trend.actions.periods(count),
      command: again(`${count} kỳ`, slots.place ? BY_PLACE : ""),
    })),
    [
      slots.place
        ? { label: t.trend.actions.values, command: again() }
        : { label: t.trend.actions.places, command: again(BY_PLACE) },
      { label: t.actions.allFigures, command: typed("/xa", phrase, first.period) },
      { label: t.monthExport.as("xlsx"), command: again(FILE_WORDS.xlsx) },
    ],
  ].filter((row) => row.length > 0);
}
