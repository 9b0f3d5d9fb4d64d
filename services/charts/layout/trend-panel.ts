import { textBox } from "#services/charts/layout/blocks.ts";
import type { Box, Mark, Point, Shape, TextBox } from "#services/charts/layout/scene.ts";
import { COLOR, MIN_TEXT } from "#services/charts/layout/style.ts";
import { type Held, trendFigures } from "#services/charts/layout/trend-figures.ts";
import { columnOf, isApart } from "#services/charts/layout/trend-places.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";
import type { TrendPanel } from "#services/reply/chart.ts";

const SMALL: Font = { size: MIN_TEXT, weight: "regular" };
const TICK_GAP = 16;
const DOT = 17;
/** Dots that stand close take at most this much of the way to the next. */
const DOT_SHARE = 0.6;
const LEAST_DOT = 4;
/** Room before the axes for the widest of their ticks. */
export function roomForTicks(panels: readonly TrendPanel[], typeface: Typeface): number {
  const widths = panels.flatMap(({ ticks }) => ticks.map(({ text }) => typeface.width(text, SMALL)));
  return Math.ceil(Math.max(0, ...widths)) + TICK_GAP;
}

/** A panel as it is drawn. */
export interface Drawn {
  readonly texts: readonly TextBox[];
  readonly marks: readonly Mark[];
  readonly shapes: readonly Shape[];
}

/** One panel of a trend over its axis: ticks, the usual range, the points with their figures, gaps and breaks. */
export function trendPanel(panel: TrendPanel, plot: Box, typeface: Typeface): Drawn {
  const yOf = heightOf(panel, plot);
  const xOf = columnOf(panel.points.length, plot);
  const across = (value: number): readonly Point[] => [
    { x: plot.left, y: yOf(value) },
    { x: plot.right, y: yOf(value) },
  ];
  const hair = (value: number): Shape => {
    const y = Math.round(yOf(value));
    return { kind: "box", box: { ...plot, top: y - 1, bottom: y + 1 }, color: COLOR.hair };
  };
  const held = panel.points.flatMap(({ value, ...point }, i) =>
    value === null ? [] : [{ ...point, column: i, x: xOf(i), y: yOf(value) }],
  );
  const ticks = ticksOf(panel, plot, yOf, typeface);
  const apart = (plot.right - plot.left) / panel.points.length;
  const size = Math.min(DOT, Math.max(LEAST_DOT, Math.floor(apart * DOT_SHARE)));
  const target: readonly Shape[] =
    panel.line === null
      ? []
      : [{ kind: "line", points: across(panel.line), color: COLOR.line, dashed: true }];
  const lines = [...target, ...strokes(held), ...breaksOf(panel, plot, xOf)];
  const around = {
    columns: panel.points.length,
    lines: lines.flatMap((line) => (line.kind === "line" ? [line.points] : [])),
    dot: size,
  };
  return {
    texts: [...ticks.map(({ box }) => box), ...trendFigures(held, plot, around, typeface)],
    marks: held.map(
      ({ x, y, attention }): Mark => ({
        shape: "dot",
        x,
        y,
        size,
        color: attention ? COLOR.orange : COLOR.blue,
      }),
    ),
    shapes: [...bandOf(panel, plot, { xOf, yOf }), ...ticks.map(({ value }) => hair(value)), ...lines],
  };
}

/** The ends of the axis, and between them what has room. */
function ticksOf({ ticks }: TrendPanel, plot: Box, yOf: (value: number) => number, typeface: Typeface) {
  const written: { readonly value: number; readonly box: TextBox }[] = [];
  for (const tick of new Set([ticks[0], ticks.at(-1), ...ticks])) {
    if (!tick) continue;
    const { value, text } = tick;
    const place = { x: plot.left - TICK_GAP, baseline: yOf(value) + SMALL.size * 0.36, font: SMALL };
    const box = textBox(typeface, text, { ...place, color: COLOR.quiet, align: "right" });
    if (written.every((other) => isApart(box, other.box))) written.push({ value, box });
  }
  return written;
}

const heightOf =
  ({ axis, reversed }: TrendPanel, { top, bottom }: Box) =>
  (value: number): number => {
    const part = (value - axis.min) / (axis.max - axis.min);
    return reversed ? top + part * (bottom - top) : bottom - part * (bottom - top);
  };

interface Scales {
  readonly xOf: (column: number) => number;
  readonly yOf: (value: number) => number;
}

/** What is usual is told of the figures since the last break, and drawn behind those alone. */
function bandOf({ band, points }: TrendPanel, plot: Box, { xOf, yOf }: Scales): readonly Shape[] {
  if (!band) return [];
  const since = points.findLastIndex(({ broken }) => broken);
  const left = since > 0 ? (xOf(since) + xOf(since - 1)) / 2 : plot.left;
  return [
    {
      kind: "box",
      box: { ...plot, left, top: yOf(band.high), bottom: yOf(band.low) },
      color: COLOR.bluePale,
    },
  ];
}

/** Lines between points that follow each other; none over a gap or a break. */
function strokes(held: readonly Held[]): readonly Shape[] {
  const runs: Held[][] = [];
  for (const point of held) {
    const run = runs.at(-1);
    const isNext = run?.at(-1)?.column === point.column - 1 && !point.broken;
    if (run && isNext) run.push(point);
    else runs.push([point]);
  }
  return runs.flatMap((points) =>
    points.length > 1 ? [{ kind: "line" as const, points, color: COLOR.blue, dashed: false }] : [],
  );
}

/** An upright where figures cannot be compared any more. */
function breaksOf(
  { points }: TrendPanel,
  { top, bottom }: Box,
  xOf: (column: number) => number,
): readonly Shape[] {
  return points.flatMap(({ broken }, i) => {
    const x = (xOf(i) + xOf(i - 1)) / 2;
    const upright = [
      { x, y: top },
      { x, y: bottom },
    ];
    return broken ? [{ kind: "line" as const, points: upright, color: COLOR.quiet, dashed: true }] : [];
  });
}
