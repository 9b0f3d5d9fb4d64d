import type { Grid } from "#services/documents/readers/pdf/grid.ts";
import type { GridCell } from "#services/documents/readers/pdf/grid-cells.ts";
import {
  type CellPicture,
  cellPicture,
  type Page,
} from "#services/documents/readers/pictures/cells/cell-picture.ts";
import type { PixelBox } from "#services/documents/readers/pictures/pixels/picture.ts";

/** A cell of a ruled table with what it shows; null = it is empty. */
export interface PicturedCell {
  readonly cell: GridCell;
  /** Between the middles of its borders, pixels. */
  readonly frame: PixelBox;
  readonly shown: CellPicture | null;
}

/** The cells of a grid as pictures. What pokes over a border cuts the figures on both of its sides. */
export function gridPictures(grid: Grid, page: Page, pointsAPixel: number): readonly PicturedCell[] {
  const cells = grid.cells.map((cell): PicturedCell => {
    const { left, top, right, bottom } = cell;
    const frame = {
      left: left / pointsAPixel,
      top: top / pointsAPixel,
      right: right / pointsAPixel,
      bottom: bottom / pointsAPixel,
    };
    return { cell, frame, shown: cellPicture(page, frame) };
  });
  return cells.map((each) => {
    if (!each.shown) return each;
    const isCut = {
      left: each.shown.isCut.left || cells.some((other) => isLeftOf(other, each) && other.shown?.isCut.right),
      right:
        each.shown.isCut.right || cells.some((other) => isLeftOf(each, other) && other.shown?.isCut.left),
    };
    return { ...each, shown: { ...each.shown, isCut } };
  });
}

function isLeftOf({ cell: a }: PicturedCell, { cell: b }: PicturedCell): boolean {
  return a.lastColumn + 1 === b.firstColumn && a.firstRow <= b.lastRow && b.firstRow <= a.lastRow;
}
