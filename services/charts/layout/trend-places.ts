import { type Box, boxOf, type Point, type TextBox } from "#services/charts/layout/scene.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";

/** Where the middle of a column stands over an axis of so many; half a column of air on either side. */
export const columnOf =
  (columns: number, { left, right }: Box) =>
  (column: number): number =>
    left + ((column + 0.5) / Math.max(1, columns)) * (right - left);

/** The middle of a text that keeps it over the axis. */
export function within(
  { left, right }: Box,
  x: number,
  text: string,
  font: Font,
  typeface: Typeface,
): number {
  const half = typeface.width(text, font) / 2;
  return Math.min(Math.max(x, left + half), right - half);
}

/** Between texts of one line. */
const AIR = 8;

/** Whether both texts can be read where they stand. */
export function isApart(a: TextBox, b: TextBox): boolean {
  const [one, other] = [boxOf(a), boxOf(b)];
  return (
    one.right + AIR <= other.left ||
    other.right + AIR <= one.left ||
    one.bottom <= other.top ||
    other.bottom <= one.top
  );
}

/** Whether a line of points runs through a box. */
export function crosses(points: readonly Point[], box: Box): boolean {
  return points.some((to, i) => {
    const from = points[i - 1];
    return from !== undefined && runsThrough(from, to, box);
  });
}

/**
 * A stretch is cut down, side by side, to what of it lies in the box (Liang and Barsky, "A New Concept and Method for Line
 * Clipping", ACM Transactions on Graphics 3/1, 1984); nothing is left of one that lies outside.
 */
function runsThrough(from: Point, to: Point, { left, top, right, bottom }: Box): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [start, end] = [0, 1];
  for (const [along, room] of [
    [-dx, from.x - left],
    [dx, right - from.x],
    [-dy, from.y - top],
    [dy, bottom - from.y],
  ] as const) {
    if (along === 0 && room <= 0) return false;
    if (along < 0) start = Math.max(start, room / along);
    if (along > 0) end = Math.min(end, room / along);
  }
  return start < end;
}
