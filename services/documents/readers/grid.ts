import { MOST_COLUMNS, requireSize } from "#services/documents/readers/limits.ts";

/** A cell with the place and the number of rows and columns that it covers; places count from 0. */
export interface SpanningCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
}

const FIGURE = /^[-+−–]?[\d.,\s]+%?$/u;

/**
 * Cells as rows of equal length. Words that cover several cells stand in each of them, so that a head holds for all of
 * its columns; a line across the whole table stands once; a figure holds for one column only, and nobody knows which of
 * two, so it stays in the first. No span makes the table larger than its cells. Throws DocumentRefused.
 */
export function gridOf(cells: readonly SpanningCell[]): readonly (readonly string[])[] {
  const filled = cells.filter(({ text }) => text !== "");
  const height = 1 + filled.reduce((most, { row }) => Math.max(most, row), -1);
  const width =
    1 + cells.reduce((most, { row, column }) => (row < height ? Math.max(most, column) : most), -1);
  const spanned = filled.reduce((most, cell) => Math.max(most, cell.column + cell.columns), width);
  const columns = Math.max(width, Math.min(spanned, widestOf(cells, height)));
  requireSize(height, columns);
  const grid = Array.from({ length: height }, () => Array.from({ length: columns }, () => ""));
  for (const cell of filled) fill(grid, cell, columns);
  return grid;
}

/** Columns of the row that has most cells: more than those no span needs. */
function widestOf(cells: readonly SpanningCell[], height: number): number {
  const counts = new Map<number, number>();
  for (const { row } of cells) if (row < height) counts.set(row, (counts.get(row) ?? 0) + 1);
  let widest = 0;
  for (const count of counts.values()) widest = Math.max(widest, count);
  return Math.min(MOST_COLUMNS, widest);
}

function fill(grid: string[][], { row, column, rows, columns, text }: SpanningCell, width: number): void {
  const isLine = columns > 1 && columns >= width;
  const right = isLine || isFigure(text) ? 1 : columns;
  for (let y = row; y < Math.min(row + rows, grid.length); y += 1) {
    const line = grid[y] ?? [];
    for (let x = column; x < Math.min(column + right, width); x += 1) if (line[x] === "") line[x] = text;
  }
}

const isFigure = (text: string): boolean => /\d/u.test(text) && FIGURE.test(text);
