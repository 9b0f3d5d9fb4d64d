import { type Box, overlap } from "#services/documents/readers/pdf/box.ts";
import type { Rule } from "#services/documents/readers/pdf/rules.ts";

/** A cell with the rows and columns it covers, last ones included. */
export interface GridCell extends Box {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Where rows or columns of a table meet, and what is drawn there. */
export interface Edge {
  readonly at: number;
  readonly rules: readonly Rule[];
}

/** Of an edge, what must be drawn for it to part two cells. */
const DRAWN = 0.6;

/** The cells between edges: where the edge between two of them is not drawn, they are one. */
export function cellsOf(rows: readonly Edge[], columns: readonly Edge[]): readonly GridCell[] {
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  for (const [row] of rows.slice(1).entries())
    for (const [column] of columns.slice(1).entries()) {
      if (taken.has(`${row} ${column}`)) continue;
      const cell = cellFrom(row, column, { rows, columns, taken });
      for (let r = row; r <= cell.lastRow; r += 1)
        for (let c = column; c <= cell.lastColumn; c += 1) taken.add(`${r} ${c}`);
      cells.push(cell);
    }
  return cells;
}

interface Cutting {
  readonly rows: readonly Edge[];
  readonly columns: readonly Edge[];
  /** Cells that are parts of others. */
  readonly taken: ReadonlySet<string>;
}

/** From its upper left corner to the right, then down, as far as no edge is drawn. */
function cellFrom(firstRow: number, firstColumn: number, { rows, columns, taken }: Cutting): GridCell {
  const [left, top] = [placeOf(columns, firstColumn), placeOf(rows, firstRow)];
  const isOpen = (column: number): boolean =>
    column < columns.length - 1 &&
    !taken.has(`${firstRow} ${column}`) &&
    !isDrawn(columns[column], top, placeOf(rows, firstRow + 1));
  let lastColumn = firstColumn;
  while (isOpen(lastColumn + 1)) lastColumn += 1;

  const right = placeOf(columns, lastColumn + 1);
  let lastRow = firstRow;
  while (lastRow + 1 < rows.length - 1 && !isDrawn(rows[lastRow + 1], left, right)) lastRow += 1;
  return { left, right, top, bottom: placeOf(rows, lastRow + 1), firstRow, lastRow, firstColumn, lastColumn };
}

const placeOf = (edges: readonly Edge[], i: number): number => edges[i]?.at ?? 0;

function isDrawn(edge: Edge | undefined, from: number, to: number): boolean {
  const drawn = (edge?.rules ?? []).reduce(
    (sum, rule) => sum + Math.max(0, overlap(rule.from, rule.to, from, to)),
    0,
  );
  return drawn > (to - from) * DRAWN;
}
