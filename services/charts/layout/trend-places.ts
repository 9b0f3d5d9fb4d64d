import { type Box, boxOf, type TextBox } from "#services/charts/layout/scene.ts";
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
