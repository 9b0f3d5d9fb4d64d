import type { Catalog } from "#locales/catalog.ts";
import type { TrendLine } from "#services/charts/trend-spec.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Trend, TrendPoint } from "#services/results/views.ts";
import { subtract } from "#services/sheets/places.ts";
import { meets } from "#services/targets/target.ts";

/** Every figure of a line, oldest first, and what can be said of them. */
export function trendLines({ unit, trend }: TrendLine, t: Catalog): readonly (TextPart | null)[] {
  const held = trend.points.filter(({ value, place }) => value !== null || place !== null);
  const missing = trend.points.filter((point) => !held.includes(point)).map(({ period }) => period);
  return [
    t.trend.title({ unit, indicator: trend.indicator }),
    ...held.map((point) => pointLine(point, trend, t)),
    trend.points.some((_, i) => changeAt(trend, i) !== null) ? t.trend.compared : null,
    missing.length > 0 ? t.trend.missing(missing) : null,
    held.length === 1 ? t.trend.onlyOne : null,
    endsLine(trend, t),
    usualLine(trend, t),
    targetLine(trend, t),
  ];
}

function pointLine(point: TrendPoint, trend: Trend, t: Catalog): TextPart {
  const at = trend.points.indexOf(point);
  const earlier = trend.points[at - 1] ?? null;
  const change = changeAt(trend, at);
  const { indicator } = trend;
  return t.trend.point({
    period: point.period,
    value: point.value === null ? "–" : t.figures.value(point.value, indicator),
    beside: [
      change === null ? null : t.figures.went(change, indicator),
      point.place && t.trend.place(point.place.rank, point.place.of),
      point.unfinished ? t.trend.unfinished : null,
      point.broken && earlier ? t.evidence.incomparable(point.broken, earlier.period) : null,
    ].filter((fact) => fact !== null),
  });
}

/** Against the period right before; null where that is not stored or cannot be set against it. */
export function changeAt({ points }: Trend, at: number): number | null {
  const [earlier, point] = [points[at - 1], points[at]];
  if (!earlier || !point || earlier.value === null || point.value === null) return null;
  return point.broken || isOpen(point, earlier) ? null : subtract(point.value, earlier.value);
}

/** Part of a period is not set against a whole one. */
const isOpen = (...points: readonly TrendPoint[]): boolean => points.some(({ unfinished }) => unfinished);

function endsLine({ points, indicator }: Trend, t: Catalog): string | null {
  const held = points.flatMap(({ value, period }) => (value === null ? [] : [{ value, period }]));
  const [highest] = [...held].sort((a, b) => b.value - a.value);
  const [lowest] = [...held].sort((a, b) => a.value - b.value);
  if (!highest || !lowest || highest.value === lowest.value) return null;
  return t.trend.ends({
    highest: t.figures.value(highest.value, indicator),
    highestIn: highest.period,
    lowest: t.figures.value(lowest.value, indicator),
    lowestIn: lowest.period,
  });
}

function usualLine({ points, usual, indicator }: Trend, t: Catalog): string | null {
  const last = points.findLast(({ value }) => value !== null)?.value ?? null;
  if (usual === null || last === null) return null;
  const most = indicator.measure === "rate" ? 100 : (indicator.max ?? usual.high);
  const [low, high] = [Math.max(0, usual.low), Math.min(most, usual.high)];
  return t.trend.usual({
    low: t.figures.value(low, indicator),
    high: t.figures.value(high, indicator),
    mean: t.figures.value(usual.mean, indicator),
    of: usual.of,
    last: last < low ? "below" : last > high ? "above" : "inside",
  });
}

function targetLine({ points, target, indicator }: Trend, t: Catalog): string | null {
  if (!target) return null;
  const held = points.flatMap(({ value }) => (value === null ? [] : [value]));
  return t.trend.target({
    comparison: target.comparison,
    value: t.figures.value(target.value, indicator),
    met: held.filter((value) => meets(value, target)).length,
    of: held.length,
  });
}
