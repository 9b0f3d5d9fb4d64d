import { around, type CellPicture } from "#services/documents/readers/pictures/cells/cell-picture.ts";
import type { Engine, Layout } from "#services/documents/readers/pictures/engines/engines.ts";

/** Pixels at 200 dots per inch: a line of the largest letters of a table is no higher, two of the smallest are higher. */
const HIGHEST_LINE = 44;

/** The words of a cell, its lines as one. */
export async function readWords(cell: CellPicture, letters: Engine): Promise<string> {
  const text = await letters.read(cell.picture, layoutOf(cell));
  return text.replace(/\s+/gu, " ").trim();
}

export function layoutOf({ box }: Pick<CellPicture, "box">): Layout {
  return box.bottom - box.top > HIGHEST_LINE ? "block" : "line";
}

/** Of its width: a dash is no higher. */
const FLAT = 0.6;
/** Pixels: a dash is no longer and no shorter. */
const LONGEST_DASH = 40;
const SHORTEST_DASH = 5;

/** Whether a cell shows a dash alone: nothing is given there. */
export function isFlat({ components }: CellPicture): boolean {
  const [only, ...others] = components;
  if (!only || others.length > 0) return false;
  const { left, top, right, bottom } = around([only]);
  const width = right - left;
  return width >= SHORTEST_DASH && width <= LONGEST_DASH && bottom - top < width * FLAT;
}
