import { honestAxis, ticksOf } from "#services/charts/axis.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { DailySeries } from "#services/portal/daily.ts";
import type { TrendChart } from "#services/reply/chart.ts";
import type { Unit } from "#services/units/unit.ts";

/** What the picture of a daily line says, in one language. */
export interface DailyChartWords {
  title(facts: { unit: Unit; indicator: Indicator }): string;
  /** ISO days; it says that the figures are provisional. */
  subtitle(facts: { from: string; to: string }): string;
  day(iso: string): string;
  value(value: number, indicator: Indicator): string;
  tick(value: number): string;
  readonly dot: string;
  footer(series: DailySeries): readonly string[];
  alt(day: string, value: string): string;
}

/** Fewer figures than this are no line. */
const FEWEST_POINTS = 2;
/** Of more days only the ends, the highest and the lowest are written beside the line. */
const MOST_WRITTEN = 10;

/** The daily line of one figure; gaps stay gaps. Null where there is no line yet. */
export function dailyChart(
  series: DailySeries,
  indicator: Indicator,
  words: DailyChartWords,
): TrendChart | null {
  const { points, unit } = series;
  const held = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const [first, last] = [points[0], points.at(-1)];
  if (held.length < FEWEST_POINTS || !first || !last) return null;
  const axis = honestAxis(held);
  const isWritten = writtenOf(points);
  const title = words.title({ unit, indicator });
  const subtitle = words.subtitle({ from: first.day, to: last.day });
  return {
    type: "trend",
    title,
    subtitle,
    periods: points.map(({ day }) => words.day(day)),
    panels: [
      {
        ...{ head: "", axis, reversed: false, line: null, band: null },
        ticks: ticksOf(axis).map((value) => ({ value, text: words.tick(value) })),
        points: points.map(({ value }, i) => ({
          ...{ value, attention: false, broken: false },
          text: value === null || !isWritten(i) ? "" : words.value(value, indicator),
        })),
      },
    ],
    key: { dot: words.dot, line: null, band: null, broken: null },
    footer: words.footer(series),
    alt: [
      title,
      subtitle,
      ...points.flatMap(({ day, value }) =>
        value === null ? [] : [words.alt(words.day(day), words.value(value, indicator))],
      ),
    ].join("\n"),
  };
}

/** Which of the points have their figures written. */
function writtenOf(points: DailySeries["points"]): (index: number) => boolean {
  const held = points.flatMap(({ value }, index) => (value === null ? [] : [{ value, index }]));
  if (held.length <= MOST_WRITTEN) return () => true;
  const sorted = held.toSorted((a, b) => a.value - b.value);
  const written = new Set([held[0], held.at(-1), sorted[0], sorted.at(-1)].map((one) => one?.index));
  return (index) => written.has(index);
}
