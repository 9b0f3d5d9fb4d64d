import { type FootWords, footBlock, headBlock } from "#services/charts/layout/blocks.ts";
import { type Columns, columnsFrom, markedColumn } from "#services/charts/layout/columns.ts";
import { pitchFor, textSize } from "#services/charts/layout/list.ts";
import { middleOf, placeNames } from "#services/charts/layout/names.ts";
import type { Layout, Mark } from "#services/charts/layout/scene.ts";
import { AXIS_GAP, COLOR, MARGIN, MAX_HEIGHT, MIN_TEXT, WIDTH } from "#services/charts/layout/style.ts";
import type { Typeface } from "#services/charts/layout/typeface.ts";
import type { AlertChart, AlertMark } from "#services/reply/chart.ts";

/** Each state has a shape of its own: the board is read in grey, and by colour-blind eyes. */
const SIGNS: Readonly<Record<AlertMark, Pick<Mark, "shape" | "color">>> = {
  unseen: { shape: "ring", color: COLOR.orange },
  seen: { shape: "half", color: COLOR.blue },
  explained: { shape: "dot", color: COLOR.blue },
  late: { shape: "up", color: COLOR.bad },
};

/** Where everything of a board of alerts stands; its words are expected clean (`Typeface.clean`). */
export function alertLayout(spec: AlertChart, typeface: Typeface): Layout {
  const columns = alertColumns(spec, typeface);
  const head = headBlock(typeface, spec);
  const foot = (top: number) => footBlock(typeface, footWords(spec), top);

  const headsBottom = head.bottom + 18 + columns.headHeight;
  const top = headsBottom + 8;
  const around = top + foot(0).bottom;
  const { rows, texts } = placeNames(
    typeface,
    spec.rows.map(({ name, strong }) => ({ text: name, strong })),
    {
      left: MARGIN,
      top,
      width: columns.left - AXIS_GAP - MARGIN,
      height: MAX_HEIGHT - around,
      pitch: pitchFor(spec.rows.length, around),
      size: textSize(spec.rows.length),
      alone: true,
    },
  );
  const cells = rows.flatMap((row, i) => columns.cells(i, middleOf(row)));
  const plot = { left: MARGIN, top, right: WIDTH - MARGIN, bottom: rows.at(-1)?.bottom ?? top };
  const { rule, bottom, ...footing } = foot(plot.bottom);
  return {
    width: WIDTH,
    height: bottom,
    texts: [
      ...head.texts,
      ...columns.heads(headsBottom),
      ...texts,
      ...cells.flatMap((cell) => cell.texts),
      ...footing.texts,
    ],
    marks: [...cells.flatMap(({ marks }) => marks), ...footing.marks],
    plot,
    rows,
    rule,
  };
}

function alertColumns({ rows, columns }: AlertChart, typeface: Typeface): Columns {
  const size = columns.length > 3 ? MIN_TEXT : textSize(rows.length);
  return columnsFrom(
    typeface,
    columns.map((head, column) => {
      const cells = rows.map((row) => {
        const cell = row.cells[column];
        return cell ? { text: cell.text, mark: SIGNS[cell.mark], urgent: cell.urgent === true } : null;
      });
      return markedColumn(typeface, head, cells, { size, weight: "regular" });
    }),
  );
}

function footWords({ key, urgent, more, footer }: AlertChart): FootWords {
  return {
    missing: more,
    key: key.map(({ mark, words }) => ({ ...SIGNS[mark], words })),
    rest: urgent,
    footer,
  };
}
