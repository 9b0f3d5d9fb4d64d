import type { Grid } from "#services/documents/readers/pdf/grid.ts";
import type { PixelBox } from "#services/documents/readers/pictures/pixels/picture.ts";

/** Pixels: how far rules reach beyond their middle. */
const BORDER = 4;

/** Where a grid lies on its page, with its borders. */
export function frameOf({ xs, ys }: Grid, pointsAPixel: number): PixelBox {
  const at = (place = 0): number => place / pointsAPixel;
  return {
    left: at(xs[0]) - BORDER,
    top: at(ys[0]) - BORDER,
    right: at(xs.at(-1)) + BORDER,
    bottom: at(ys.at(-1)) + BORDER,
  };
}
