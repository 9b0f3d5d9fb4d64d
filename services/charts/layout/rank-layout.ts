import { hairDown, TICK_HEIGHT, ticksOver } from "#services/charts/layout/axis-ticks.ts";
import { type FootWords, footBlock, headBlock, stack, textBox } from "#services/charts/layout/blocks.ts";
import { type Columns, columnsFrom, figureColumn, movesColumn } from "#services/charts/layout/columns.ts";
import { type List, listOf, textSize } from "#services/charts/layout/list.ts";
import { middleOf } from "#services/charts/layout/names.ts";
import { centredOn, type Layout, type TextBox } from "#services/charts/layout/scene.ts";
import { AXIS_GAP, COLOR, MARGIN, MIN_TEXT, WIDTH } from "#services/charts/layout/style.ts";
import { type Fitted, fitText, lineHeight } from "#services/charts/layout/text-fit.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";
import type { RankChart } from "#services/reply/chart.ts";

const RANK_GAP = 22;
const LABEL_GAP = 24;
const LABEL: Font = { size: MIN_TEXT, weight: "semibold" };
const TONE = { good: COLOR.good, bad: COLOR.bad, same: COLOR.quiet };

/** Where everything of a ranking picture stands; its words are expected clean (`Typeface.clean`). */
export function rankLayout(spec: RankChart, typeface: Typeface): Layout {
  const columns = rankColumns(spec, typeface);
  const label = labelOf(spec, typeface, columns);
  const head = headBlock(typeface, spec);
  const foot = (top: number) => footBlock(typeface, footWords(spec), top);

  const over = heightOf(label) + TICK_HEIGHT;
  const headsBottom = head.bottom + 18 + Math.max(columns.headHeight, over);
  const right = columns.left - AXIS_GAP;
  const list = rankedList(spec, typeface, { top: headsBottom + 8, right, foot: foot(0).bottom });
  const { plot } = list;
  const { min, max } = spec.axis;
  const xOf = (value: number): number => plot.left + ((value - min) / (max - min)) * (plot.right - plot.left);
  const ticks = ticksOver(spec.ticks, xOf, headsBottom, typeface);
  const cells = list.rows.flatMap((row, i) => columns.cells(i, middleOf(row)));
  const { rule, bottom, ...footing } = foot(plot.bottom);
  return {
    width: WIDTH,
    height: bottom,
    texts: [
      ...head.texts,
      ...columns.heads(headsBottom),
      ...labelTexts(label, typeface, {
        x: spec.line && xOf(spec.line.value),
        bottom: headsBottom - TICK_HEIGHT,
        limit: columns.left,
      }),
      ...ticks.map(({ box }) => box),
      ...list.texts,
      ...cells.flatMap(({ texts }) => texts),
      ...footing.texts,
    ],
    marks: [...cells.flatMap(({ marks }) => marks), ...footing.marks],
    shapes: ticks.map(({ value }) => hairDown(xOf(value), plot)),
    plot,
    rows: list.rows,
    rule,
  };
}

function rankColumns({ rows, columns }: RankChart, typeface: Typeface): Columns {
  const size = textSize(rows.length);
  const side: Font = { size: Math.max(MIN_TEXT, size - 3), weight: "regular" };
  const values = rows.map(({ valueText }) => ({ text: valueText, color: COLOR.ink }));
  const changes = rows.map(({ changeText, changeTone }) => ({ text: changeText, color: TONE[changeTone] }));
  const moves = rows.map(({ moved }) => moved);
  return columnsFrom(typeface, [
    figureColumn(typeface, columns.value, values, { size: size + 1, weight: "semibold" }),
    figureColumn(typeface, columns.change, changes, side),
    movesColumn(typeface, columns.moved, moves, side),
  ]);
}

/** Places, right-aligned, before the names. */
function rankedList(
  { rows }: RankChart,
  typeface: Typeface,
  place: { top: number; right: number; foot: number },
): List {
  const size = textSize(rows.length);
  const widths = rows.map(({ rank }) => typeface.width(rank, { size, weight: "semibold" }));
  const x = MARGIN + Math.ceil(Math.max(0, ...widths));
  const names = rows.map(({ name, strong }) => ({ text: name, strong }));
  const list = listOf(typeface, names, { ...place, left: x + RANK_GAP, size });

  const font: Font = { size: list.size, weight: "semibold" };
  const ranks = rows.map(({ rank }, i) => {
    const baseline = centredOn(middleOf(list.rows[i]), font.size);
    return textBox(typeface, rank, { x, baseline, font, color: COLOR.ink, align: "right" });
  });
  return { ...list, texts: [...ranks, ...list.texts] };
}

function labelOf({ line }: RankChart, typeface: Typeface, columns: Columns): Fitted {
  const width = columns.left - LABEL_GAP - MARGIN;
  return fitText(typeface, line?.label ?? "", { fonts: [LABEL], width, maxLines: 2 });
}

/** Over its line (`x`; null = none), but beside the columns' heads and inside the margin. */
function labelTexts(
  label: Fitted,
  typeface: Typeface,
  { x: wanted, bottom, limit }: { x: number | null; bottom: number; limit: number },
): TextBox[] {
  if (wanted === null) return [];
  const half = label.width / 2;
  const x = Math.max(MARGIN + half, Math.min(limit - LABEL_GAP - half, wanted));
  const place = { left: x, top: bottom - heightOf(label), color: COLOR.line };
  return stack(typeface, label, place).map((text) => ({ ...text, align: "center" }));
}

function footWords({ key, missing, footer }: RankChart): FootWords {
  const marks: FootWords["key"] = [
    { shape: "dot", color: COLOR.blue, words: key.dot },
    ...(key.ring === null ? [] : [{ shape: "ring" as const, color: COLOR.blue, words: key.ring }]),
  ];
  return { missing, key: marks, rest: key.rest, footer };
}

const heightOf = ({ lines, font }: Fitted) => lines.length * lineHeight(font.size);
