import type { Page } from "#services/documents/readers/pictures/cells/cell-picture.ts";
import { evenLight } from "#services/documents/readers/pictures/pixels/even-light.ts";
import { inkOf } from "#services/documents/readers/pictures/pixels/ink-of.ts";
import type { Picture } from "#services/documents/readers/pictures/pixels/picture.ts";
import { sheetCorners } from "#services/documents/readers/pictures/pixels/sheet-corners.ts";
import { skewOf } from "#services/documents/readers/pictures/pixels/skew.ts";
import { levelled, rectified, scaled } from "#services/documents/readers/pictures/pixels/warp.ts";

/** Everything behind this works at 200 dots per inch, at which the longer side of A4 has so many. */
export const DOTS_PER_INCH = 200;
const LONGER_SIDE = 2_338;
/** A picture of nearly that size is left as it is. */
const NEARLY = 0.03;
/** Degrees: what is less aslant is not turned. */
const LEVEL = 0.05;

/** A photo or a scan as a straight, evenly lit page at 200 dots per inch. */
export function straightened(picture: Picture): Page {
  const corners = sheetCorners(picture);
  const sheet = sized(corners ? rectified(picture, corners) : picture);
  const lit = evenLight(sheet);
  const ink = inkOf(lit);
  const skew = skewOf(ink);
  if (Math.abs(skew) < LEVEL) return { picture: lit, ink };
  const level = levelled(lit, skew);
  return { picture: level, ink: inkOf(level) };
}

function sized(picture: Picture): Picture {
  const factor = LONGER_SIDE / Math.max(picture.width, picture.height);
  return Math.abs(factor - 1) > NEARLY ? scaled(picture, factor) : picture;
}
