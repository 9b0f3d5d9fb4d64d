import { type FootWords, footBlock, headBlock, textBox } from "#services/charts/layout/blocks.ts";
import { type Columns, columnsFrom, figureColumn } from "#services/charts/layout/columns.ts";
import { listOf, textSize } from "#services/charts/layout/list.ts";
import { middleOf } from "#services/charts/layout/names.ts";
import type { Box, Layout, TextBox } from "#services/charts/layout/scene.ts";
import { AXIS_GAP, COLOR, MARGIN, MIN_TEXT, WIDTH } from "#services/charts/layout/style.ts";
import { lineHeight } from "#services/charts/layout/text-fit.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";
import type { ProfileChart } from "#services/reply/chart.ts";

const TICK: Font = { size: MIN_TEXT, weight: "regular" };

/** Where everything of a unit's profile stands; its words are expected clean (`Typeface.clean`). */
export function profileLayout(spec: ProfileChart, typeface: Typeface): Layout {
  const columns = profileColumns(spec, typeface);
  const head = headBlock(typeface, spec);
  const foot = (top: number) => footBlock(typeface, footWords(spec), top);

  const headsBottom = head.bottom + 22 + Math.max(columns.headHeight, lineHeight(TICK.size));
  const { rows, plot, texts } = listOf(
    typeface,
    spec.rows.map(({ name, attention }) => ({ text: name, strong: attention })),
    {
      left: MARGIN,
      top: headsBottom + 8,
      right: columns.left - AXIS_GAP,
      foot: foot(0).bottom,
      size: textSize(spec.rows.length),
    },
  );
  const cells = rows.flatMap((row, i) => columns.cells(i, middleOf(row)).flatMap((cell) => cell.texts));
  const { rule, bottom, ...footing } = foot(plot.bottom);
  return {
    width: WIDTH,
    height: bottom,
    texts: [
      ...head.texts,
      ...columns.heads(headsBottom),
      ...ticks(typeface, plot, headsBottom),
      ...texts,
      ...cells,
      ...footing.texts,
    ],
    marks: footing.marks,
    plot,
    rows,
    rule,
  };
}

function profileColumns({ rows, columns }: ProfileChart, typeface: Typeface): Columns {
  const size = textSize(rows.length);
  const values = rows.map(({ valueText }) => ({ text: valueText, color: COLOR.ink }));
  const averages = rows.map(({ averageText }) => ({ text: averageText, color: COLOR.quiet }));
  return columnsFrom(typeface, [
    figureColumn(typeface, columns.value, values, { size, weight: "semibold" }),
    figureColumn(typeface, columns.average, averages, {
      size: Math.max(MIN_TEXT, size - 3),
      weight: "regular",
    }),
  ]);
}

/** Bars start at zero and end at the maximum: both are written. */
function ticks(typeface: Typeface, { left, right }: Box, bottom: number): TextBox[] {
  const baseline = bottom - (lineHeight(TICK.size) - TICK.size);
  const place = { baseline, font: TICK, color: COLOR.quiet };
  return [
    textBox(typeface, "0", { ...place, x: left }),
    textBox(typeface, "100%", { ...place, x: right, align: "right" }),
  ];
}

function footWords({ key, footer }: ProfileChart): FootWords {
  const marks: FootWords["key"] = [
    { shape: "bar", color: COLOR.blue, words: key.bar },
    ...(key.ring === null ? [] : [{ shape: "ring" as const, color: COLOR.ink, words: key.ring }]),
  ];
  return { missing: null, key: marks, rest: key.rest, footer };
}
