import type { Grid } from "#services/documents/readers/pdf/grid.ts";
import { readWords } from "#services/documents/readers/pictures/cells/words.ts";
import type { PageReading } from "#services/documents/readers/pictures/page-reading.ts";
import type { PicturedCell } from "#services/documents/readers/pictures/table/grid-pictures.ts";

/** The cells of a grid by place; words of each are read once, however often it is asked for. */
export function createCells(cells: readonly PicturedCell[], grid: Grid, reading: PageReading) {
  const byPlace = new Map<string, PicturedCell>();
  for (const each of cells)
    for (let row = each.cell.firstRow; row <= each.cell.lastRow; row += 1)
      for (let column = each.cell.firstColumn; column <= each.cell.lastColumn; column += 1)
        byPlace.set(`${row} ${column}`, each);
  const words = new Map<PicturedCell, Promise<string>>();

  return {
    reading,
    rows: grid.ys.length - 1,
    columns: grid.xs.length - 1,
    at: (row: number, column: number): PicturedCell | undefined => byPlace.get(`${row} ${column}`),

    words(cell: PicturedCell | undefined): Promise<string> {
      if (!cell?.shown) return Promise.resolve("");
      const known = words.get(cell) ?? readWords(cell.shown, reading.engines.letters).finally(reading.onWork);
      words.set(cell, known);
      return known;
    },
  };
}

export type Cells = ReturnType<typeof createCells>;

export const isSingle = ({ cell }: PicturedCell): boolean => cell.firstColumn === cell.lastColumn;
