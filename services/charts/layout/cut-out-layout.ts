import { footBlock, headBlock, stack } from "#services/charts/layout/blocks.ts";
import type { Inset, Layout, TextBox } from "#services/charts/layout/scene.ts";
import { COLOR, LARGE_TEXT, MARGIN, MIN_TEXT, WIDTH } from "#services/charts/layout/style.ts";
import { fitText, lineHeight } from "#services/charts/layout/text-fit.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";
import type { CutOut, CutOutChart } from "#services/reply/chart.ts";

const NAME: Font = { size: LARGE_TEXT, weight: "semibold" };
const NARROW: Font = { size: MIN_TEXT, weight: "semibold" };
const READ: Font = { size: LARGE_TEXT, weight: "regular" };
const SMALL: Font = { size: MIN_TEXT, weight: "regular" };
const ROW_HEIGHT = 112;
const GAP = 26;
const NAME_WIDTH = 400;
const CELL = { width: 300, height: 72 };
/** A small scan is shown larger, but not so that it is all blur. */
const MOST_ENLARGED = 3;

/** Where everything of a sheet of cut-outs stands; its words are expected clean (`Typeface.clean`). */
export function cutOutLayout(spec: CutOutChart, typeface: Typeface): Layout {
  const head = headBlock(typeface, spec);
  const top = head.bottom + 22;
  const rows = spec.rows.map((_, i) => ({ top: top + i * ROW_HEIGHT, bottom: top + (i + 1) * ROW_HEIGHT }));
  const bottom = rows.at(-1)?.bottom ?? top;
  const cellLeft = MARGIN + NAME_WIDTH + GAP;
  const readLeft = cellLeft + CELL.width + GAP;

  const texts: TextBox[] = [...head.texts];
  const insets: Inset[] = [];
  for (const [i, { name, read, cell }] of spec.rows.entries()) {
    const middle = top + (i + 0.5) * ROW_HEIGHT;
    texts.push(
      ...words(typeface, name, {
        fonts: [NAME, NARROW],
        left: MARGIN,
        width: NAME_WIDTH,
        middle,
        color: COLOR.ink,
      }),
      ...words(typeface, read, {
        fonts: [READ, SMALL],
        left: readLeft,
        width: WIDTH - MARGIN - readLeft,
        middle,
        color: COLOR.text,
      }),
    );
    insets.push(insetOf(cell, cellLeft, middle));
  }
  const foot = footBlock(typeface, { missing: null, key: [], rest: "", footer: spec.footer }, bottom);
  return {
    width: WIDTH,
    height: foot.bottom,
    texts: [...texts, ...foot.texts],
    marks: foot.marks,
    insets,
    plot: { left: MARGIN, right: WIDTH - MARGIN, top, bottom },
    rows,
    rule: foot.rule,
  };
}

interface Place {
  readonly fonts: readonly [Font, ...Font[]];
  readonly left: number;
  readonly width: number;
  readonly middle: number;
  readonly color: string;
}

function words(typeface: Typeface, text: string, { fonts, left, width, middle, color }: Place): TextBox[] {
  const fitted = fitText(typeface, text, { fonts, width, maxLines: 3 });
  const height = fitted.lines.length * lineHeight(fitted.font.size);
  return stack(typeface, fitted, { left, top: Math.round(middle - height / 2), color });
}

/** As large as its place allows, in its own proportions. */
function insetOf({ png, width, height }: CutOut, left: number, middle: number): Inset {
  const scale = Math.min(CELL.width / width, CELL.height / height, MOST_ENLARGED);
  const top = middle - (height * scale) / 2;
  return { png, box: { left, top, right: left + width * scale, bottom: top + height * scale } };
}
