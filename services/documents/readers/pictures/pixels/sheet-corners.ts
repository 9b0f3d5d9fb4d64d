import { type Component, componentsIn } from "#services/documents/readers/pictures/pixels/components.ts";
import type { Picture } from "#services/documents/readers/pictures/pixels/picture.ts";
import type { Corners, Point } from "#services/documents/readers/pictures/pixels/warp.ts";

/** A photo is looked at in a quarter of its size. */
const STEP = 4;
/** Of the photo, what a sheet that lies on a table covers; a scan is all sheet. */
const LEAST_SHARE = 0.3;
const MOST_SHARE = 0.93;
/** Of the area between its corners, what of a sheet is bright. */
const LEAST_FILLED = 0.75;

/** The corners of a bright sheet before something darker; null = the picture is all sheet, or shows none. */
export function sheetCorners({ width, height, grey }: Picture): Corners | null {
  const across = Math.floor(width / STEP);
  const down = Math.floor(height / STEP);
  const small = new Uint8Array(across * down);
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) small[y * across + x] = grey[y * STEP * width + x * STEP] ?? 0;
  const threshold = brightness(small);
  const bright = { width: across, height: down, bits: small.map((value) => (value > threshold ? 1 : 0)) };
  const parts = componentsIn(bright, { left: 0, top: 0, right: across, bottom: down });
  const [sheet] = parts.toSorted((a, b) => b.pixels.length - a.pixels.length);
  if (!sheet) return null;
  const corners = cornersOf(sheet, across);
  const share = areaOf(corners) / small.length;
  if (share < LEAST_SHARE || share > MOST_SHARE || sheet.pixels.length < areaOf(corners) * LEAST_FILLED)
    return null;
  const [a, b, c, d] = corners;
  return [whole(a), whole(b), whole(c), whole(d)];
}

const whole = ({ x, y }: Point): Point => ({ x: x * STEP, y: y * STEP });

/** The brightness that parts two kinds of pixels best (Otsu). */
function brightness(values: Uint8Array): number {
  const counts = new Float64Array(256);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  const all = counts.reduce((sum, count, value) => sum + count * value, 0);
  let [best, threshold, darker, sum] = [-1, 128, 0, 0];
  for (const [value, count] of counts.entries()) {
    darker += count;
    sum += value * count;
    const lighter = values.length - darker;
    if (darker === 0 || lighter === 0) continue;
    const between = darker * lighter * (sum / darker - (all - sum) / lighter) ** 2;
    if (between > best) [best, threshold] = [between, value];
  }
  return threshold;
}

/** The pixels furthest into each corner. */
function cornersOf({ pixels }: Component, width: number): Corners {
  const furthest = (right: 1 | -1, down: 1 | -1): Point => {
    let [best, reached] = [{ x: 0, y: 0 }, Number.NEGATIVE_INFINITY];
    for (const pixel of pixels) {
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      if (x * right + y * down <= reached) continue;
      [best, reached] = [{ x, y }, x * right + y * down];
    }
    return best;
  };
  return [furthest(-1, -1), furthest(1, -1), furthest(1, 1), furthest(-1, 1)];
}

function areaOf(corners: Corners): number {
  const twice = corners.reduce((sum, { x, y }, i) => {
    const next = corners[(i + 1) % corners.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}
