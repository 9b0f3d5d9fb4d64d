import { textBox } from "#services/charts/layout/blocks.ts";
import { type Box, boxOf, type Point, type TextBox } from "#services/charts/layout/scene.ts";
import { COLOR, MIN_TEXT } from "#services/charts/layout/style.ts";
import { lineHeight } from "#services/charts/layout/text-fit.ts";
import { crosses, isApart, within } from "#services/charts/layout/trend-places.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";
import type { TrendPanel } from "#services/reply/chart.ts";

const VALUE: Font = { size: MIN_TEXT, weight: "semibold" };
/** From the middle of a point to the baseline of its figure. */
const ABOVE = 16;
/** Between a point and the figure below it. */
const BELOW = 14;
/** A figure that has no room right at its point stands so much further, or to one side. */
const STEP = 12;
const STEPS = 4;
/** A year of points has room for all their figures. */
const FEW = 12;
/** Between a figure and a line or a dot. */
const AIR = 3;

/** Room over an axis for a figure above the highest point, and under it for one below the lowest. */
export const ROOM = { above: lineHeight(VALUE.size) + ABOVE, below: BELOW + lineHeight(VALUE.size) };

/** Among more points the last figure stands behind its own: over them it would be taken for another one's. */
const CROWDED = 24;
/** Between the last dot and its figure. */
const END_GAP = 14;

/** Room behind the axes for the last figures, where they stand there. */
export function roomAtEnd(panels: readonly TrendPanel[], typeface: Typeface): number {
  const widths = panels.flatMap(({ points }) => {
    const last = points.at(-1);
    return last && points.length > CROWDED ? [typeface.width(last.text, VALUE)] : [];
  });
  return widths.length === 0 ? 0 : Math.ceil(Math.max(...widths)) + END_GAP;
}

/** A point that has a figure. */
export interface Held extends Point {
  readonly column: number;
  readonly text: string;
  readonly attention: boolean;
  readonly broken: boolean;
}

/** What figures stand among. */
export interface Surroundings {
  /** Of the axis. */
  readonly columns: number;
  /** None runs through a figure. */
  readonly lines: readonly (readonly Point[])[];
  /** Width of the dots. */
  readonly dot: number;
}

/**
 * The last figure, the highest, the lowest and the first, then as many of the others as have room right at their points;
 * no line runs through any.
 */
export function trendFigures(
  held: readonly Held[],
  plot: Box,
  around: Surroundings,
  typeface: Typeface,
): readonly TextBox[] {
  const heights = held.map(({ y }) => y);
  const foremost = new Set([
    held.at(-1),
    held[heights.indexOf(Math.min(...heights))],
    held[heights.indexOf(Math.max(...heights))],
    held[0],
  ]);
  const written: TextBox[] = [];
  const last = held.at(-1);
  const isBehind = around.columns > CROWDED && last?.column === around.columns - 1;
  if (last && isBehind) written.push(boxBehind(last, typeface));
  for (const point of new Set([...foremost, ...held])) {
    if (!point || (isBehind && point === last)) continue;
    const isFree = (box: TextBox): boolean =>
      written.every((other) => isApart(box, other)) && !isHit(boxOf(box), held, around);
    const steps = foremost.has(point) || held.length <= FEW ? STEPS : 0;
    const free = places(point, held, steps).find((place) => isFree(boxAt(place, point, plot, typeface)));
    if (free) written.push(boxAt(free, point, plot, typeface));
  }
  return written;
}

/** Where the middle of a figure and its baseline may stand, the nearest first. */
function places(point: Held, held: readonly Held[], steps: number): readonly Point[] {
  const above = (away: number): Point => ({ x: point.x, y: point.y - ABOVE - away });
  const below = (away: number): Point => ({ x: point.x, y: point.y + BELOW + VALUE.size + away });
  const [near, far] = isValley(point, held) ? [below, above] : [above, below];
  return Array.from({ length: steps + 1 }, (_, i) => i * STEP).flatMap((away) =>
    [near(away), far(away)].flatMap(({ x, y }) => [
      { x, y },
      ...(steps === 0
        ? []
        : [1, 2, 3].flatMap((i) => [-i, i].map((side) => ({ x: x + side * 2 * STEP, y })))),
    ]),
  );
}

function boxAt({ x, y }: Point, { text, attention }: Held, plot: Box, typeface: Typeface): TextBox {
  return textBox(typeface, text, {
    x: within(plot, x, text, VALUE, typeface),
    baseline: Math.min(
      Math.max(y, plot.top - ROOM.above + lineHeight(VALUE.size)),
      plot.bottom + ROOM.below - AIR,
    ),
    font: VALUE,
    color: attention ? COLOR.line : COLOR.ink,
    align: "center",
  });
}

function boxBehind({ x, y, text, attention }: Held, typeface: Typeface): TextBox {
  return textBox(typeface, text, {
    x: x + END_GAP,
    baseline: y + VALUE.size * 0.36,
    font: VALUE,
    color: attention ? COLOR.line : COLOR.ink,
  });
}

/** A line runs through it, or a dot lies on it. */
function isHit(box: Box, held: readonly Held[], { lines, dot }: Surroundings): boolean {
  const wide = grown(box, AIR);
  if (lines.some((points) => crosses(points, wide))) return true;
  const round = grown(box, dot / 2);
  return held.some(({ x, y }) => x > round.left && x < round.right && y > round.top && y < round.bottom);
}

const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** Lines come down to it: its figure has room below. */
function isValley({ column, y }: Held, held: readonly Held[]): boolean {
  const beside = held.filter((other) => Math.abs(other.column - column) === 1);
  return beside.some((other) => other.y < y) && beside.every((other) => other.y <= y);
}
