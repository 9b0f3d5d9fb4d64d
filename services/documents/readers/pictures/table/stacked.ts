import type { CellPicture } from "#services/documents/readers/pictures/cells/cell-picture.ts";
import type { PixelBox } from "#services/documents/readers/pictures/pixels/picture.ts";

/** Pixels at 200 dots per inch: lower ink is a mark or dirt, no line of figures. */
const LOWEST = 10;
const FEWEST = 2;

/** Whether most figures of a row stand in two lines under each other, as they do where the line between two rows was not seen. */
export function areStacked(figures: readonly (CellPicture | null | undefined)[]): boolean {
  const shown = figures.filter((figure) => figure !== null && figure !== undefined);
  const stacked = shown.filter(({ components }) => isStacked(components)).length;
  return stacked >= FEWEST && stacked * 2 > shown.length;
}

function isStacked(components: readonly PixelBox[]): boolean {
  const high = components.filter(({ top, bottom }) => bottom - top >= LOWEST);
  return high.some((upper) => high.some((lower) => upper.bottom <= lower.top));
}
