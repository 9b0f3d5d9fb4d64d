import { type FootWords, footBlock, headBlock, textBox } from "#services/charts/layout/blocks.ts";
import type { Box, Layout, Mark, Point, Shape, TextBox } from "#services/charts/layout/scene.ts";
import { boxOf } from "#services/charts/layout/scene.ts";
import { COLOR, MARGIN, MAX_HEIGHT, MIN_TEXT, WIDTH } from "#services/charts/layout/style.ts";
import { fitText, lineHeight } from "#services/charts/layout/text-fit.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";
import type { TrendChart, TrendPanel } from "#services/reply/chart.ts";

const HEAD: Font = { size: 26, weight: "semibold" };
const SMALL: Font = { size: MIN_TEXT, weight: "regular" };
const VALUE: Font = { size: 22, weight: "semibold" };
const TICK_GAP = 16;
const DOT = 17;
/** From the middle of a point to the baseline of its figure. */
const ABOVE = 16;
/** Between a point and the figure below it. */
const BELOW = 14;
const PANEL_GAP = 22;
/** The most and the least that one panel's axis takes. */
const TALLEST = 420;
const LOWEST = 40;

/** Where everything of a trend stands; its words are expected clean (`Typeface.clean`). */
export function trendLayout(spec: TrendChart, typeface: Typeface): Layout {
  const head = headBlock(typeface, spec);
  const foot = (top: number) => footBlock(typeface, footWords(spec), top);
  const labels = lineHeight(SMALL.size) + 8;
  const around = head.bottom + labels + foot(0).bottom;
  const room = Math.floor((MAX_HEIGHT - around) / spec.panels.length);
  const panelHeight = Math.min(TALLEST, Math.max(LOWEST, room - aboveAxis(spec) - UNDER_AXIS - PANEL_GAP));

  const left = MARGIN + widestTick(spec, typeface) + TICK_GAP;
  const texts: TextBox[] = [...head.texts];
  const marks: Mark[] = [];
  const shapes: Shape[] = [];
  let bottom = head.bottom;
  for (const panel of spec.panels) {
    const top = bottom + PANEL_GAP + aboveAxis(spec);
    const plot = { left, right: WIDTH - MARGIN, top, bottom: top + panelHeight };
    const drawn = panelOf(panel, plot, typeface);
    const name = fitText(typeface, panel.head, { fonts: [HEAD], width: WIDTH - 2 * MARGIN, maxLines: 1 });
    const baseline = bottom + PANEL_GAP + HEAD.size;
    if (panel.head !== "")
      texts.push(
        textBox(typeface, name.lines[0] ?? "", { x: MARGIN, baseline, font: HEAD, color: COLOR.ink }),
      );
    texts.push(...drawn.texts);
    marks.push(...drawn.marks);
    shapes.push(...drawn.shapes);
    bottom = plot.bottom + UNDER_AXIS;
  }
  const plot = { left, right: WIDTH - MARGIN, top: head.bottom, bottom };
  texts.push(...periodLabels(spec.periods, plot, typeface));
  const { rule, bottom: height, ...footing } = foot(bottom + labels);
  return {
    width: WIDTH,
    height,
    texts: [...texts, ...footing.texts],
    marks: [...marks, ...footing.marks],
    shapes,
    plot,
    rows: [],
    rule,
  };
}

/** Room over an axis for the panel's head and for a figure above the highest point. */
const aboveAxis = ({ panels }: TrendChart): number =>
  lineHeight(VALUE.size) + ABOVE + (panels.some(({ head }) => head !== "") ? lineHeight(HEAD.size) : 0);

/** Room under an axis for a figure below the lowest point. */
const UNDER_AXIS = BELOW + lineHeight(VALUE.size);

function widestTick({ panels }: TrendChart, typeface: Typeface): number {
  return Math.ceil(
    Math.max(0, ...panels.flatMap(({ ticks }) => ticks.map(({ text }) => typeface.width(text, SMALL)))),
  );
}

interface Drawn {
  readonly texts: readonly TextBox[];
  readonly marks: readonly Mark[];
  readonly shapes: readonly Shape[];
}

function panelOf(panel: TrendPanel, plot: Box, typeface: Typeface): Drawn {
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
  return {
    texts: [...ticks.map(({ box }) => box), ...figures(held, plot, typeface)],
    marks: held.map(
      ({ x, y, attention }): Mark => ({
        shape: "dot",
        x,
        y,
        size: DOT,
        color: attention ? COLOR.orange : COLOR.blue,
      }),
    ),
    shapes: [
      ...bandOf(panel, plot, yOf),
      ...ticks.map(({ value }) => hair(value)),
      ...(panel.line === null
        ? []
        : [{ kind: "line" as const, points: across(panel.line), color: COLOR.line, dashed: true }]),
      ...strokes(held),
      ...breaksOf(panel, plot, xOf),
    ],
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

/** Half a column of air on either side. */
const columnOf =
  (columns: number, { left, right }: Box) =>
  (column: number): number =>
    left + ((column + 0.5) / Math.max(1, columns)) * (right - left);

function bandOf({ band }: TrendPanel, plot: Box, yOf: (value: number) => number): readonly Shape[] {
  if (!band) return [];
  return [
    {
      kind: "box",
      box: { ...plot, top: yOf(band.high), bottom: yOf(band.low) },
      color: COLOR.bluePale,
    },
  ];
}

interface Held extends Point {
  readonly column: number;
  readonly text: string;
  readonly attention: boolean;
  readonly broken: boolean;
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

/** The last figure, the highest, the lowest, then as many of the others as have room. */
function figures(held: readonly Held[], plot: Box, typeface: Typeface): readonly TextBox[] {
  const heights = held.map(({ y }) => y);
  const first = [
    held.at(-1),
    held[heights.indexOf(Math.min(...heights))],
    held[heights.indexOf(Math.max(...heights))],
  ];
  const written: TextBox[] = [];
  for (const point of new Set([...first, ...held])) {
    if (!point) continue;
    const x = within(plot, point.x, point.text, VALUE, typeface);
    const place = {
      x,
      font: VALUE,
      color: point.attention ? COLOR.line : COLOR.ink,
      align: "center" as const,
    };
    const baseline = isValley(point, held) ? point.y + BELOW + VALUE.size : point.y - ABOVE;
    const box = textBox(typeface, point.text, { ...place, baseline });
    if (written.every((other) => isApart(box, other))) written.push(box);
  }
  return written;
}

/** Lines come down to it: its figure has room below. */
function isValley({ column, y }: Held, held: readonly Held[]): boolean {
  const beside = held.filter((other) => Math.abs(other.column - column) === 1);
  return beside.some((other) => other.y < y) && beside.every((other) => other.y <= y);
}

function isApart(a: TextBox, b: TextBox): boolean {
  const [one, other] = [boxOf(a), boxOf(b)];
  return (
    one.right + AIR <= other.left ||
    other.right + AIR <= one.left ||
    one.bottom <= other.top ||
    other.bottom <= one.top
  );
}

/** Between texts of one line. */
const AIR = 8;

/** Every period where there is room, else every second, third …, the last one always. */
function periodLabels(periods: readonly string[], plot: Box, typeface: Typeface): readonly TextBox[] {
  const xOf = columnOf(periods.length, plot);
  const baseline = plot.bottom + 4 + SMALL.size;
  const written: TextBox[] = [];
  for (const [i, text] of [...periods.entries()].reverse()) {
    const place = {
      x: within(plot, xOf(i), text, SMALL, typeface),
      baseline,
      font: SMALL,
      color: COLOR.quiet,
    };
    const box = textBox(typeface, text, { ...place, align: "center" });
    if (written.every((other) => isApart(box, other))) written.push(box);
  }
  return written;
}

/** The middle of a text that keeps it over the axis. */
function within({ left, right }: Box, x: number, text: string, font: Font, typeface: Typeface): number {
  const half = typeface.width(text, font) / 2;
  return Math.min(Math.max(x, left + half), right - half);
}

function footWords({ key, footer }: TrendChart): FootWords {
  const marks: FootWords["key"] = [
    { shape: "dot", color: COLOR.blue, words: key.dot },
    ...(key.line === null ? [] : [{ shape: "dashes" as const, color: COLOR.line, words: key.line }]),
    ...(key.band === null ? [] : [{ shape: "bar" as const, color: COLOR.bluePale, words: key.band }]),
  ];
  return { missing: null, key: marks, rest: key.broken ?? "", footer };
}
