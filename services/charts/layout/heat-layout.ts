import { type FootWords, footBlock, headBlock, textBox } from "#services/charts/layout/blocks.ts";
import { centredOn, type Layout, type Row, type Shape, type TextBox } from "#services/charts/layout/scene.ts";
import {
  COLOR,
  HEAT,
  MARGIN,
  MAX_HEIGHT,
  MIN_HEIGHT,
  MIN_TEXT,
  WIDTH,
} from "#services/charts/layout/style.ts";
import { type Fitted, fitText, lineHeight } from "#services/charts/layout/text-fit.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";
import type { HeatChart, HeatLevel } from "#services/reply/chart.ts";

const PLAIN: Font = { size: MIN_TEXT, weight: "regular" };
const STRONG: Font = { size: MIN_TEXT, weight: "bold" };
const HEAD: Font = { size: MIN_TEXT, weight: "semibold" };
const LOWEST = lineHeight(MIN_TEXT) + 2;
const TALLEST = 64;
const GAP = 4;
const NAME_GAP = 14;
const WIDEST_NAME = 330;
const WIDEST_CELL = 440;
const HEAD_LINES = 3;
const NAME_LINES = 2;

/** Blue for met, orange for missed: told apart by colour-blind eyes; in grey by their darkness and the bold figures. */
const LEVELS: Readonly<Record<HeatLevel, { readonly cell: string; readonly text: string }>> = {
  met: { cell: COLOR.bluePale, text: COLOR.ink },
  near: { cell: HEAT.near, text: COLOR.ink },
  short: { cell: HEAT.short, text: COLOR.ink },
  far: { cell: HEAT.far, text: COLOR.paper },
};

/** Where everything of a heat map stands; its words are expected clean (`Typeface.clean`). */
export function heatLayout(spec: HeatChart, typeface: Typeface): Layout {
  const head = headBlock(typeface, spec);
  const foot = (top: number) => footBlock(typeface, footWords(spec), top);
  const names = spec.rows.map(({ name, strong }) => nameOf(name, strong, typeface));
  const left = MARGIN + Math.max(0, ...names.map(({ width }) => width)) + NAME_GAP;
  const room = (WIDTH - MARGIN - left) / Math.max(1, spec.columns.length);
  const width = Math.min(WIDEST_CELL, room);
  const heads = spec.columns.map((column) => ({
    head: fitted(typeface, column.head, HEAD, width - 2 * GAP, HEAD_LINES),
    target: fitted(typeface, column.target, PLAIN, width - 2 * GAP, 2),
  }));
  const heightOf = ({ lines }: Fitted): number => lines.length * lineHeight(MIN_TEXT);
  const headHeight = Math.max(0, ...heads.map((one) => heightOf(one.head) + heightOf(one.target)));
  const top = head.bottom + 14 + headHeight + 6;
  const around = top + foot(0).bottom;
  const taller = (pitch: number): number => sumOf(names.map((name) => Math.max(0, heightOf(name) - pitch)));
  const pitch = pitchOf(names.length, around + taller(pitchOf(names.length, around)));

  const texts: TextBox[] = [...head.texts];
  const shapes: Shape[] = [];
  const rows = rowsFrom(top, pitch, names);
  for (const [i, { head: words, target }] of heads.entries()) {
    const x = left + (i + 0.5) * width;
    const first = top - 6 - heightOf(words) - heightOf(target);
    texts.push(...centred(words, x, first, COLOR.ink, typeface));
    texts.push(...centred(target, x, first + heightOf(words), COLOR.quiet, typeface));
  }
  for (const [i, row] of rows.entries()) {
    const drawn = rowOf(spec.rows[i]?.cells ?? [], row, { left, width }, typeface);
    texts.push(...nameText(names[i], row, typeface), ...drawn.texts);
    shapes.push(...drawn.shapes);
  }
  const { rule, bottom, ...footing } = foot(rows.at(-1)?.bottom ?? top);
  return {
    width: WIDTH,
    height: bottom,
    texts: [...texts, ...footing.texts],
    marks: footing.marks,
    shapes,
    plot: { left, right: left + width * spec.columns.length, top, bottom: rows.at(-1)?.bottom ?? top },
    rows: [],
    rule,
  };
}

/** One below the other; a name in two lines has the room it needs. */
function rowsFrom(top: number, pitch: number, names: readonly Fitted[]): readonly Row[] {
  let bottom = top;
  return names.map(({ lines }) => {
    const row = { top: bottom, bottom: bottom + Math.max(pitch, lines.length * lineHeight(MIN_TEXT)) };
    bottom = row.bottom;
    return row;
  });
}

function nameText(name: Fitted | undefined, { top, bottom }: Row, typeface: Typeface): readonly TextBox[] {
  const { lines = [], font = PLAIN } = name ?? {};
  const first = centredOn((top + bottom) / 2 - ((lines.length - 1) * lineHeight(font.size)) / 2, font.size);
  return lines.map((text, i) =>
    textBox(typeface, text, {
      x: MARGIN,
      baseline: first + i * lineHeight(font.size),
      font,
      color: COLOR.ink,
    }),
  );
}

/** One unit's cells from `left` on, `width` pixels each. */
function rowOf(
  cells: HeatChart["rows"][number]["cells"],
  row: Row,
  { left, width }: { readonly left: number; readonly width: number },
  typeface: Typeface,
): { readonly texts: readonly TextBox[]; readonly shapes: readonly Shape[] } {
  const baseline = centredOn((row.top + row.bottom) / 2, MIN_TEXT);
  const boxes = cells.map((_, i) => ({
    left: left + i * width + GAP / 2,
    right: left + (i + 1) * width - GAP / 2,
    top: row.top + GAP / 2,
    bottom: row.bottom - GAP / 2,
  }));
  return {
    shapes: boxes.map((box, i) => ({ kind: "box", box, color: lookOf(cells[i]).cell })),
    texts: boxes.map((box, i) => {
      const { text: color, font } = lookOf(cells[i]);
      const place = { x: (box.left + box.right) / 2, baseline, font, color, align: "center" as const };
      return textBox(typeface, cells[i]?.text ?? "–", place);
    }),
  };
}

/** Missed targets are bold. */
function lookOf(cell: HeatChart["rows"][number]["cells"][number] | undefined) {
  if (!cell) return { cell: COLOR.stripe, text: COLOR.quiet, font: PLAIN };
  return { ...LEVELS[cell.level], font: cell.level === "met" ? PLAIN : STRONG };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function pitchOf(rows: number, around: number): number {
  const filling = Math.floor((MAX_HEIGHT - around) / Math.max(1, rows));
  const least = Math.ceil((MIN_HEIGHT - around) / Math.max(1, rows));
  return Math.max(LOWEST, Math.min(TALLEST, filling), Math.min(least, filling));
}

const nameOf = (name: string, strong: boolean, typeface: Typeface): Fitted =>
  fitted(typeface, name, strong ? STRONG : PLAIN, WIDEST_NAME, NAME_LINES);

const fitted = (typeface: Typeface, text: string, font: Font, width: number, maxLines: number): Fitted =>
  fitText(typeface, text, { fonts: [font], width, maxLines });

function centred(
  { lines, font }: Fitted,
  x: number,
  top: number,
  color: string,
  typeface: Typeface,
): readonly TextBox[] {
  return lines.map((text, i) =>
    textBox(typeface, text, {
      x,
      baseline: top + i * lineHeight(font.size) + font.size,
      font,
      color,
      align: "center",
    }),
  );
}

function footWords({ key, footer }: HeatChart): FootWords {
  return {
    missing: null,
    key: key.map(({ level, words }) => ({ shape: "bar", color: LEVELS[level].cell, words })),
    rest: "",
    footer,
  };
}
