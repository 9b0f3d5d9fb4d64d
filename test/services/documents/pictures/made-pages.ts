import { inkOf } from "#services/documents/readers/pictures/pixels/ink-of.ts";
import {
  blank,
  type Ink,
  type Picture,
  type PixelBox,
} from "#services/documents/readers/pictures/pixels/picture.ts";

/** A white page with black boxes. */
export function pageWith(width: number, height: number, boxes: readonly PixelBox[]): Picture {
  const page = blank(width, height);
  for (const { left, top, right, bottom } of boxes)
    for (let y = top; y < bottom; y += 1) page.grey.fill(0, y * width + left, y * width + right);
  return page;
}

export const box = (left: number, top: number, right: number, bottom: number): PixelBox => ({
  left,
  top,
  right,
  bottom,
});

/** Its black pixels. */
export const inkIn = ({ width, height, grey }: Picture): Ink => ({
  width,
  height,
  bits: grey.map((value) => (value < 128 ? 1 : 0)),
});

/** A page with its ink, as a straightened one has it. */
export const straight = (picture: Picture) => ({ picture, ink: inkOf(picture) });

/** Lines of a table: `columns` and `rows` are the places of its rules. */
export function ruled(columns: readonly number[], rows: readonly number[], thick = 2): readonly PixelBox[] {
  const [left = 0, right = 0] = [columns[0], columns.at(-1)];
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
  return [
    ...columns.map((x) => box(x, top, x + thick, bottom + thick)),
    ...rows.map((y) => box(left, y, right + thick, y + thick)),
  ];
}
