import type { Block } from "#services/documents/neutral.ts";
import { append } from "#services/documents/readers/append.ts";
import { type FilledCell, tableBlocks } from "#services/documents/readers/cell-table.ts";

interface OpenCell {
  readonly row: number;
  readonly column: number;
  rows: number;
  columns: number;
  readonly blocks: Block[];
}

export type TableDraft = ReturnType<typeof createTableDraft>;

/** A table while its rows are read; a cell that goes on downwards is told only by those below it. */
export function createTableDraft() {
  const cells: OpenCell[] = [];
  /** By columns, the cell that may still grow downwards. */
  const above = new Map<number, OpenCell>();
  let row = -1;
  let column = 0;
  let isRowDeleted = false;
  let cell: OpenCell | null = null;
  let goesOn = false;

  return {
    openRow(): void {
      row += 1;
      column = 0;
      isRowDeleted = false;
    },
    skipColumns(count: number): void {
      column += count;
    },
    deleteRow(): void {
      isRowDeleted = true;
    },
    openCell(): void {
      cell = { row, column, rows: 1, columns: 1, blocks: [] };
      goesOn = false;
    },
    span(columns: number): void {
      if (cell && columns > 1) cell.columns = Math.min(columns, 1_000);
    },
    /** The cell continues the one above it. */
    goOn(): void {
      goesOn = true;
    },
    add(blocks: readonly Block[]): void {
      if (cell) append(cell.blocks, blocks);
    },
    closeCell(): void {
      if (!cell) return;
      const first = above.get(cell.column);
      if (goesOn && first) first.rows = row - first.row + 1;
      else if (!isRowDeleted) {
        cells.push(cell);
        above.set(cell.column, cell);
      }
      column += cell.columns;
      cell = null;
    },
    closeRow(): void {
      if (isRowDeleted) row -= 1;
    },
    blocks: (): readonly Block[] => tableBlocks(cells satisfies readonly FilledCell[]),
  };
}
