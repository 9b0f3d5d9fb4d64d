import { honestAxis, ticksOf } from "#services/charts/axis.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { comparePeriods, type Period } from "#services/periods/period.ts";
import type { TrendChart, TrendPanel } from "#services/reply/chart.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { Trend, TrendPoint } from "#services/results/views.ts";
import { meets, type Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** What the picture of a trend says, in one language. */
export interface TrendChartWords {
  title(facts: { units: readonly Unit[]; indicators: readonly Indicator[] }): string;
  subtitle(facts: { from: Period; to: Period; places: boolean }): string;
  head(facts: { unit: Unit | null; indicator: Indicator | null }): string;
  period(period: Period): string;
  value(value: number, indicator: Indicator): string;
  tick(value: number): string;
  place(place: number): string;
  dot(places: boolean): string;
  /** `target`: null = several, not all the same. */
  target(target: Target | null, indicator: Indicator): string;
  band: string;
  broken: string;
  footer(evidence: Evidence): readonly string[];
  /** One figure in words. */
  alt(period: string, value: string): string;
}

/** Fewer figures than this are no line. */
const FEWEST_POINTS = 2;

/** What one panel shows. */
export interface TrendLine {
  readonly unit: Unit;
  readonly trend: Trend;
}

/** One panel a line; by places where `places`. Null when no panel would show a line. */
export function trendChart(
  lines: readonly TrendLine[],
  places: boolean,
  evidence: Evidence,
  words: TrendChartWords,
): TrendChart | null {
  const drawn = lines.filter(
    ({ trend }) => trend.points.filter((point) => figureOf(point, places) !== null).length >= FEWEST_POINTS,
  );
  const periods = periodsOf(drawn.map(({ trend }) => trend));
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return null;

  const units = [...new Set(drawn.map(({ unit }) => unit))];
  const indicators = [...new Set(drawn.map(({ trend }) => trend.indicator))];
  const panels = drawn.map(
    ({ unit, trend }): TrendPanel => ({
      ...panelOf(alongside(trend, periods), places, words),
      head: words.head({
        unit: units.length > 1 ? unit : null,
        indicator: indicators.length > 1 ? trend.indicator : null,
      }),
    }),
  );
  const title = words.title({ units, indicators });
  const targets = drawn.flatMap(({ trend }) => (places || !trend.target ? [] : [trend.target]));
  const [target = null, ...others] = targets;
  const [named] = indicators;
  return {
    type: "trend",
    title,
    subtitle: words.subtitle({ from: first, to: last, places }),
    periods: periods.map(words.period),
    panels,
    key: {
      dot: words.dot(places),
      line:
        panels.some(({ line }) => line !== null) && named
          ? words.target(others.some(({ value }) => value !== target?.value) ? null : target, named)
          : null,
      band: panels.some(({ band }) => band !== null) ? words.band : null,
      broken: panels.some(({ points }) => points.some(({ broken }) => broken)) ? words.broken : null,
    },
    footer: words.footer(evidence),
    alt: [
      title,
      ...panels.flatMap(({ head, points }) => [
        ...(head === "" ? [] : [head]),
        ...points.flatMap(({ text, value }, i) => {
          const period = periods[i];
          return value === null || !period ? [] : [words.alt(words.period(period), text)];
        }),
      ]),
    ].join("\n"),
  };
}

const figureOf = ({ value, place }: TrendPoint, places: boolean): number | null =>
  places ? (place?.rank ?? null) : value;

/** All that any of them has, oldest first: units may begin at different times. */
function periodsOf(trends: readonly Trend[]): readonly Period[] {
  const all = trends.flatMap(({ points }) => points.map(({ period }) => period));
  return [...new Set(all)].sort(comparePeriods);
}

/** A point for each of the periods; a gap where the trend has none. */
function alongside(trend: Trend, periods: readonly Period[]): Trend {
  const known = new Map(trend.points.map((point) => [point.period, point]));
  const gap = { value: null, place: null, broken: null, unfinished: false };
  return { ...trend, points: periods.map((period) => known.get(period) ?? { period, ...gap }) };
}

function panelOf(trend: Trend, places: boolean, words: TrendChartWords): Omit<TrendPanel, "head"> {
  const { indicator, target } = trend;
  const figures = trend.points.map((point) => figureOf(point, places));
  const held = figures.filter((figure) => figure !== null);
  const usual = places ? null : trend.usual;
  const line = places ? null : (target?.value ?? null);
  const most = indicator.measure === "rate" ? 100 : (indicator.max ?? Number.POSITIVE_INFINITY);
  const band = usual && { low: Math.max(0, usual.low), high: Math.min(most, usual.high) };
  const reach = [...held, ...(line === null ? [] : [line]), ...(band ? [band.low, band.high] : [])];
  const axis = places ? placeAxis(held) : honestAxis(reach);
  const written = (figure: number): string => (places ? words.place(figure) : words.value(figure, indicator));
  return {
    axis,
    reversed: places,
    ticks: (places ? [axis.min, axis.max] : ticksOf(axis)).map((value) => ({
      value,
      text: places ? words.place(value) : words.tick(value),
    })),
    points: trend.points.map((point, i) => {
      const figure = figures[i] ?? null;
      return {
        value: figure,
        text: figure === null ? "" : written(figure),
        attention: !places && target !== null && point.value !== null && !meets(point.value, target),
        broken: point.broken !== null && i > 0,
      };
    }),
    line,
    band,
  };
}

/** From the first place to the last one taken. */
const placeAxis = (places: readonly number[]) => ({ min: 1, max: Math.max(2, ...places) });
