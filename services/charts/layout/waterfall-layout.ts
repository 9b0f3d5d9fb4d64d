import { hairDown, TICK_HEIGHT, ticksOver } from "#services/charts/layout/axis-ticks.ts";
import { type FootWords, footBlock, headBlock } from "#services/charts/layout/blocks.ts";
import { columnsFrom, figureColumn } from "#services/charts/layout/columns.ts";
import { listOf, textSize } from "#services/charts/layout/list.ts";
import { middleOf } from "#services/charts/layout/names.ts";
import type { Layout, Mark, Row, Shape } from "#services/charts/layout/scene.ts";
import { AXIS_GAP, COLOR, MARGIN, WIDTH } from "#services/charts/layout/style.ts";
import type { Typeface } from "#services/charts/layout/typeface.ts";
import type { WaterfallChart, WaterfallRow } from "#services/reply/chart.ts";

const DOT = 19;
const BAR = 26;
/** So that a step of next to nothing is seen. */
const LEAST_STEP = 3;
const COLORS = { gain: COLOR.good, loss: COLOR.orange, same: COLOR.quiet, total: COLOR.blue } as const;

/** Where everything of a waterfall stands; its words are expected clean (`Typeface.clean`). */
export function waterfallLayout(spec: WaterfallChart, typeface: Typeface): Layout {
  const size = textSize(spec.rows.length);
  const values = spec.rows.map(({ text, tone }) => ({
    text,
    color: tone === "loss" ? COLOR.line : COLOR.ink,
  }));
  const columns = columnsFrom(typeface, [figureColumn(typeface, "", values, { size, weight: "semibold" })]);
  const head = headBlock(typeface, spec);
  const foot = (top: number) => footBlock(typeface, footWords(spec), top);
  const headsBottom = head.bottom + 22 + TICK_HEIGHT;
  const { rows, plot, texts } = listOf(
    typeface,
    spec.rows.map(({ name, tone }) => ({ text: name, strong: tone === "total" })),
    { left: MARGIN, top: headsBottom + 8, right: columns.left - AXIS_GAP, foot: foot(0).bottom, size },
  );
  const { min, max } = spec.axis;
  const xOf = (value: number): number => plot.left + ((value - min) / (max - min)) * (plot.right - plot.left);
  const cells = rows.flatMap((row, i) => columns.cells(i, middleOf(row)).flatMap((cell) => cell.texts));
  const ticks = ticksOver(spec.ticks, xOf, headsBottom, typeface);
  const { rule, bottom, ...footing } = foot(plot.bottom);
  return {
    width: WIDTH,
    height: bottom,
    texts: [...head.texts, ...ticks.map(({ box }) => box), ...texts, ...cells, ...footing.texts],
    marks: [...totals(spec.rows, rows, xOf), ...footing.marks],
    shapes: [...ticks.map(({ value }) => hairDown(xOf(value), plot)), ...steps(spec.rows, rows, xOf)],
    plot,
    rows,
    rule,
  };
}

const totals = (
  figures: readonly WaterfallRow[],
  rows: readonly Row[],
  xOf: (value: number) => number,
): readonly Mark[] =>
  figures.flatMap(({ tone, to }, i) =>
    tone === "total"
      ? [{ shape: "dot" as const, x: xOf(to), y: middleOf(rows[i]), size: DOT, color: COLORS.total }]
      : [],
  );

/** A bar from where each step begins to where it ends, and an upright to the next row. */
function steps(
  figures: readonly WaterfallRow[],
  rows: readonly Row[],
  xOf: (value: number) => number,
): readonly Shape[] {
  return figures.flatMap(({ from, to, tone }, i): Shape[] => {
    const middle = middleOf(rows[i]);
    const next = rows[i + 1];
    const at = Math.round(xOf(to));
    const link: Shape[] = next
      ? [
          {
            kind: "box",
            box: { left: at - 1, right: at + 1, top: middle, bottom: middleOf(next) },
            color: COLOR.quiet,
          },
        ]
      : [];
    if (tone === "total") return link;
    const [left, right] = [Math.min(xOf(from), xOf(to)), Math.max(xOf(from), xOf(to))];
    const box = {
      left,
      right: Math.max(right, left + LEAST_STEP),
      top: middle - BAR / 2,
      bottom: middle + BAR / 2,
    };
    return [...link, { kind: "box", box, color: COLORS[tone] }];
  });
}

function footWords({ key, footer, rows }: WaterfallChart): FootWords {
  const has = (tone: WaterfallRow["tone"]): boolean => rows.some((row) => row.tone === tone);
  const marks: FootWords["key"] = [
    { shape: "dot", color: COLORS.total, words: key.total },
    ...(has("loss") ? [{ shape: "bar" as const, color: COLORS.loss, words: key.loss }] : []),
    ...(has("gain") ? [{ shape: "bar" as const, color: COLORS.gain, words: key.gain }] : []),
  ];
  return { missing: null, key: marks, rest: "", footer };
}
