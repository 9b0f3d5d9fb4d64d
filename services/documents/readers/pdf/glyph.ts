import type { Font } from "#services/documents/readers/pdf/font.ts";

/** Quarter turns of the direction of reading, clockwise: 0 = to the right, 1 = down the page. null = slanted. */
export type Turn = 0 | 1 | 2 | 3 | null;

/** One letter as it is drawn. Points, from the page's upper left corner. */
export interface Glyph {
  readonly text: string;
  /** Along the direction of reading: where it begins and ends. */
  readonly start: number;
  readonly end: number;
  /** Across the direction of reading: the middle of small letters, growing from line to line. */
  readonly middle: number;
  /** Size of its font. */
  readonly size: number;
  readonly turn: Turn;
  /** Cannot be seen: a scanner's own reading behind its picture. */
  readonly isHidden: boolean;
  readonly font: Font;
  /** Its colour, and how much shows through it. */
  readonly ink: string;
}
