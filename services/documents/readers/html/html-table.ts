import type { Block } from "#services/documents/neutral.ts";
import { append } from "#services/documents/readers/append.ts";
import { type FilledCell, tableBlocks } from "#services/documents/readers/cell-table.ts";
import { MOST_COLUMNS, MOST_ROWS } from "#services/documents/readers/limits.ts";

export type HtmlTable = ReturnType<typeof createHtmlTable>;

/** A table of a page while it is read: cells say how far they reach, and push those beside and below them aside. */
export function createHtmlTable() {
  const cells: FilledCell[] = [];
  /** By columns, the row down to which a cell from above reaches. */
  const taken: number[] = [];
  let row = -1;
  let column = 0;
  let blocks: Block[] | null = null;
  /** A caption, and what else stands between cells. */
  const beside: Block[] = [];

  return {
    openRow(): void {
      row += 1;
      column = 0;
    },
    openCell(rows: number, columns: number): void {
      while ((taken[column] ?? -1) >= row) column += 1;
      blocks = [];
      const wide = Math.min(columns, MOST_COLUMNS);
      const high = Math.min(rows, MOST_ROWS);
      cells.push({ row: Math.max(row, 0), column, rows: high, columns: wide, blocks });
      for (let i = 0; i < wide; i += 1) taken[column + i] = row + high - 1;
      column += wide;
    },
    add(added: readonly Block[]): void {
      append(blocks ?? beside, added);
    },
    closeCell(): void {
      blocks = null;
    },
    blocks: (): readonly Block[] => [...beside, ...tableBlocks(cells)],
  };
}
