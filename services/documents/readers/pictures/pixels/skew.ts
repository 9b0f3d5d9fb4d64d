import type { Ink } from "#services/documents/readers/pictures/pixels/picture.ts";

/** Degrees: how far a sheet may lie aslant in a scanner, and the steps in which the angle is sought. */
const MOST = 3;
const COARSE = 0.25;
const FINE = 0.05;
/** Every third column shows the lines well enough. */
const COLUMN_STEP = 3;

/** By how many degrees the lines of a page fall to the right; 0 = level, or none are seen. */
export function skewOf(ink: Ink): number {
  const points = pointsOf(ink);
  const best = (from: number, to: number, step: number, start: number): number => {
    let [angle, score] = [start, sharpness(points, ink, start)];
    for (let i = 0; i <= Math.round((to - from) / step); i += 1) {
      const tried = from + i * step;
      const reached = sharpness(points, ink, tried);
      if (reached > score) [angle, score] = [tried, reached];
    }
    return angle;
  };
  const near = best(-MOST, MOST, COARSE, 0);
  return best(near - COARSE, near + COARSE, FINE, near);
}

/** Places of ink: x, y, x, y … */
function pointsOf({ width, height, bits }: Ink): Int32Array {
  let count = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += COLUMN_STEP) count += bits[y * width + x] ?? 0;
  const points = new Int32Array(count * 2);
  let at = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += COLUMN_STEP)
      if (bits[y * width + x]) {
        points[at] = x;
        points[at + 1] = y;
        at += 2;
      }
  return points;
}

/** How sharply rows with much ink stand against those beside them, when read at an angle. */
function sharpness(points: Int32Array, { width, height }: Ink, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const room = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Uint32Array(height + 2 * room);
  for (let i = 0; i < points.length; i += 2) {
    const row = Math.floor((points[i + 1] ?? 0) - (points[i] ?? 0) * slope) + room;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let i = 1; i < rows.length; i += 1) {
    const step = (rows[i] ?? 0) - (rows[i - 1] ?? 0);
    sum += step * step;
  }
  return sum;
}
