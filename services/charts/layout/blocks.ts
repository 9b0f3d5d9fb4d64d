import type { Block, Mark, TextBox } from "#services/charts/layout/scene.ts";
import {
  COLOR,
  HEADLINE,
  LARGE_TEXT,
  MARGIN,
  MIN_TEXT,
  SMALL_TITLE,
  TITLE,
  WIDTH,
} from "#services/charts/layout/style.ts";
import { type Fitted, fitText, lineHeight } from "#services/charts/layout/text-fit.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";

const TOP = 34;
const BOTTOM = 34;
const INNER = WIDTH - 2 * MARGIN;
const small = (size: number): Font => ({ size, weight: "regular" });
const SMALL = small(MIN_TEXT);

/** Title, subtitle and, for one unit, its figures in large. */
export function headBlock(
  typeface: Typeface,
  words: { title: string; subtitle: string; headline?: string },
): Block {
  const title = paragraph(typeface, words.title, TOP, {
    fonts: [bold(TITLE), bold(SMALL_TITLE)],
    maxLines: 2,
    color: COLOR.ink,
  });
  const subtitle = paragraph(typeface, words.subtitle, title.bottom + 4, {
    fonts: [small(LARGE_TEXT), small(MIN_TEXT)],
    maxLines: 2,
    color: COLOR.text,
  });
  const headline = paragraph(typeface, words.headline ?? "", subtitle.bottom + 16, {
    fonts: [semibold(HEADLINE), semibold(SMALL_TITLE), semibold(LARGE_TEXT)],
    maxLines: 1,
    color: COLOR.blue,
  });
  const last = words.headline ? headline : subtitle;
  return { texts: [...title.texts, ...subtitle.texts, ...headline.texts], marks: [], bottom: last.bottom };
}

export interface FootWords {
  readonly missing: string | null;
  readonly key: readonly { readonly shape: Mark["shape"]; readonly color: string; readonly words: string }[];
  readonly rest: string;
  readonly footer: readonly string[];
}

/**
 * What stands under the rows: missing units, the key, a hair line at `rule`, the evidence. `bottom` ends the picture.
 */
export function footBlock(typeface: Typeface, words: FootWords, top: number): Block & { rule: number } {
  const missing = paragraph(typeface, words.missing ?? "", top + 22, {
    fonts: [SMALL],
    maxLines: 2,
    color: COLOR.text,
  });
  const key = keyBlock(typeface, words, SMALL, words.missing ? missing.bottom + 14 : top + 26);
  const rule = key.bottom + 14;

  const texts: TextBox[] = [...missing.texts, ...key.texts];
  let bottom = rule + 14;
  for (const line of words.footer) {
    const block = paragraph(typeface, line, bottom, {
      fonts: [SMALL],
      maxLines: 2,
      color: COLOR.quiet,
    });
    texts.push(...block.texts);
    bottom = block.bottom + 4;
  }
  return { texts, marks: key.marks, rule, bottom: bottom + BOTTOM - 4 };
}

/** Each mark and what it stands for, and what follows on the same line or the next one. */
function keyBlock(typeface: Typeface, { key, rest }: FootWords, font: Font, top: number): Block {
  const baseline = top + font.size;
  const texts: TextBox[] = [];
  const marks: Mark[] = [];
  let x = MARGIN;
  for (const { shape, color, words } of key) {
    const size = shape === "bar" ? 30 : 17;
    const label = fitText(typeface, words, {
      fonts: [font],
      width: INNER / Math.min(3, key.length),
      maxLines: 1,
    });
    marks.push({ shape, x: x + size / 2, y: baseline - 7, size, color });
    texts.push(...stack(typeface, label, { left: x + size + 8, top, color: COLOR.quiet }));
    x += size + 8 + label.width + 26;
  }
  if (rest === "") return { texts, marks, bottom: top + lineHeight(font.size) };

  const fits = x + typeface.width(rest, font) <= WIDTH - MARGIN;
  const start = fits ? top : top + lineHeight(font.size) + 4;
  const block = paragraph(typeface, rest, start, {
    fonts: [font],
    maxLines: 2,
    color: COLOR.quiet,
    left: fits ? x : MARGIN,
  });
  return { texts: [...texts, ...block.texts], marks, bottom: block.bottom };
}

interface ParagraphStyle {
  readonly fonts: readonly [Font, ...Font[]];
  readonly maxLines: number;
  readonly color: string;
  readonly left?: number;
}

function paragraph(typeface: Typeface, text: string, top: number, style: ParagraphStyle): Block {
  const left = style.left ?? MARGIN;
  const fitted = fitText(typeface, text, { ...style, width: MARGIN + INNER - left });
  return {
    texts: stack(typeface, fitted, { left, top, color: style.color }),
    marks: [],
    bottom: bottomOf(fitted, top),
  };
}

const bottomOf = ({ lines, font }: Fitted, top: number) => top + lines.length * lineHeight(font.size);

/** Lines one below the other, each box touching the next. */
export function stack(
  typeface: Typeface,
  { lines, font }: Fitted,
  place: { left: number; top: number; color: string },
): TextBox[] {
  return lines.map((text, i) => {
    const baseline = place.top + i * lineHeight(font.size) + font.size;
    return textBox(typeface, text, { x: place.left, baseline, font, color: place.color });
  });
}

export function textBox(
  typeface: Typeface,
  text: string,
  place: { x: number; baseline: number; font: Font; color: string; align?: TextBox["align"] },
): TextBox {
  return { text, align: "left", ...place, width: typeface.width(text, place.font) };
}

const bold = (size: number): Font => ({ size, weight: "bold" });
const semibold = (size: number): Font => ({ size, weight: "semibold" });
