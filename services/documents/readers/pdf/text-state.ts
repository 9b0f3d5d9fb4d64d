import { type Font, NO_FONT } from "#services/documents/readers/pdf/font.ts";
import type { Glyph, Turn } from "#services/documents/readers/pdf/glyph.ts";
import { IDENTITY, type Matrix, type Point, pointAt, times } from "#services/documents/readers/pdf/matrix.ts";

/** What has been set for letters to come (ISO 32000-1, 9.3 and 9.4). */
export interface TextState {
  readonly matrix: Matrix;
  /** Start of the line. */
  readonly line: { readonly x: number; readonly y: number };
  /** The pen. */
  readonly x: number;
  readonly y: number;
  readonly font: Font;
  readonly size: number;
  /** −1: a size below zero turns the letters round. */
  readonly direction: 1 | -1;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  readonly isHidden: boolean;
}

export const INITIAL_TEXT: TextState = {
  matrix: IDENTITY,
  line: { x: 0, y: 0 },
  x: 0,
  y: 0,
  font: NO_FONT,
  size: 1,
  direction: 1,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  isHidden: false,
};

/** As pdfjs hands a letter on; numbers between letters move the pen, in thousandths of the size. */
export interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}
export type Shown = ShownGlyph | number | null;

export function atLine(text: TextState, x: number, y: number): TextState {
  return { ...text, line: { x, y }, x, y };
}

export function movedBy(text: TextState, x: number, y: number): TextState {
  return atLine(text, text.line.x + x, text.line.y + y);
}

/** The letters of one string, and the state behind them. */
export function show(
  text: TextState,
  shown: readonly Shown[],
  page: Matrix,
  ink: string,
): { glyphs: readonly Glyph[]; text: TextState } {
  const { size, direction, stretch, font } = text;
  const place: Matrix = [stretch * direction, 0, 0, direction, text.x, text.y + text.rise];
  const matrix = times(times(page, text.matrix), place);
  const glyphs: Glyph[] = [];
  let pen = 0;
  for (const item of isLost(shown, font) ? [LOST] : shown) {
    if (item === null) continue;
    if (typeof item === "number") {
      pen -= (item * size) / 1000;
      continue;
    }
    const width = item.width * size * font.unit;
    glyphs.push(glyphOf(item, [pen, pen + width], matrix, text, ink));
    pen += width + ((item.isSpace ? text.wordSpacing : 0) + text.charSpacing) * direction;
  }
  return { glyphs, text: { ...text, x: text.x + pen * stretch * direction } };
}

/** Of a font that cannot be loaded, pdfjs hands no letter on: one stands for them, so that they are missed. */
const LOST: ShownGlyph = { unicode: "\ufffd", width: 500, isSpace: false };

const isLost = (shown: readonly Shown[], { isUnknown }: Font): boolean => isUnknown && shown.length === 0;

/** The middle of small letters, above the line they stand on, in sizes. */
const MIDDLE = 0.3;

function glyphOf(
  { unicode }: ShownGlyph,
  [from, to]: readonly [number, number],
  matrix: Matrix,
  text: TextState,
  ink: string,
): Glyph {
  const [first, last] = [pointAt(matrix, from, 0), pointAt(matrix, to, 0)];
  const size = Math.abs(text.size) * Math.hypot(matrix[2], matrix[3]);
  const angle = Math.atan2(matrix[1], matrix[0]);
  const turn = turnOf(angle);
  const axis = turn === null ? angle : turn * QUARTER;
  const [start, end] = [alongAxis(axis, first), alongAxis(axis, last)];
  return {
    text: unicode,
    start: Math.min(start.along, end.along),
    end: Math.max(start.along, end.along),
    middle: start.across - size * MIDDLE,
    size,
    turn,
    isHidden: text.isHidden,
    font: text.font,
    ink,
  };
}

const QUARTER = Math.PI / 2;
/** Radians, 3°: scanners' readings lean as their paper did. */
const STRAIGHT_WITHIN = 0.052;
const TURNS = [0, 1, 2, 3] as const;

function turnOf(angle: number): Turn {
  const quarters = Math.round(angle / QUARTER);
  if (Math.abs(angle - quarters * QUARTER) > STRAIGHT_WITHIN) return null;
  return TURNS[(quarters + 4) % 4] ?? null;
}

/** A point of the page as it is met along and across a direction of reading. */
function alongAxis(angle: number, { x, y }: Point): { along: number; across: number } {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { along: x * cos + y * sin, across: y * cos - x * sin };
}
