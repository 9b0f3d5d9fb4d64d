import type { Font, Typeface } from "#services/charts/layout/typeface.ts";
import { trimEnd } from "#services/text/trim-end.ts";

export interface Fitted {
  readonly lines: readonly string[];
  readonly font: Font;
  /** Of the widest line. */
  readonly width: number;
}

/** Height of a line in sizes: the font's ascender 1.0 and descender 0.265 (its `hhea` table). */
export const LINE = 1.27;

export const lineHeight = (size: number): number => Math.ceil(size * LINE);

/**
 * The text in `width` pixels and at most `maxLines` lines: as few lines as can be, then the earliest font of the list.
 * Too long for all of them: in the last font, cut with "…".
 */
export function fitText(
  typeface: Typeface,
  text: string,
  options: { fonts: readonly [Font, ...Font[]]; width: number; maxLines: number },
): Fitted {
  const { fonts, width, maxLines } = options;
  for (let most = 1; most <= maxLines; most++) {
    for (const font of fonts) {
      const lines = wrap(typeface, text, font, width);
      if (lines.length <= most) return fitted(typeface, balance(typeface, text, lines, font, width), font);
    }
  }
  const font = fonts.at(-1) ?? fonts[0];
  const lines = wrap(typeface, text, font, width).slice(0, maxLines);
  const last = lines.pop() ?? "";
  return fitted(typeface, [...lines, cut(typeface, last, font, width)], font);
}

/** Lines broken at spaces; a word wider than a line is broken anywhere. */
export function wrap(typeface: Typeface, text: string, font: Font, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (typeface.width(longer, font) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = breakWord(typeface, word, font, width);
    line = pieces.pop() ?? "";
    lines.push(...pieces);
  }
  if (line !== "") lines.push(line);
  return lines;
}

function breakWord(typeface: Typeface, word: string, font: Font, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && typeface.width(piece + character, font) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** Two lines broken where it reads best: at "·", before a capital or after a comma, else about the middle. */
function balance(typeface: Typeface, text: string, lines: string[], font: Font, width: number): string[] {
  if (lines.length !== 2) return lines;
  const words = text.split(" ");
  let best = { lines, cost: Number.POSITIVE_INFINITY };
  for (let i = 1; i < words.length; i++) {
    const first = words.slice(0, words[i - 1] === "·" ? i - 1 : i).join(" ");
    const second = words.slice(i).join(" ");
    const widest = Math.max(typeface.width(first, font), typeface.width(second, font));
    const cost = widest * breakCost(words[i - 1] ?? "", words[i] ?? "");
    if (widest <= width && cost < best.cost) best = { lines: [first, second], cost };
  }
  return best.lines;
}

function breakCost(before: string, after: string): number {
  if (before === "·") return 0.75;
  if (after === "·") return 2;
  return before.endsWith(",") || /^\p{Lu}/u.test(after) ? 1 : 1.2;
}

/** Whole words and "…". */
function cut(typeface: Typeface, line: string, font: Font, width: number): string {
  const [whole = ""] = wrap(typeface, line, font, width - typeface.width("…", font));
  return `${trimEnd(whole, ",·")}…`;
}

function fitted(typeface: Typeface, lines: readonly string[], font: Font): Fitted {
  return { lines, font, width: Math.max(0, ...lines.map((line) => typeface.width(line, font))) };
}
