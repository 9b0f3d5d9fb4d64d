import type { Block } from "#services/documents/neutral.ts";
import { append } from "#services/documents/readers/append.ts";
import { type FilledCell, tableBlocks } from "#services/documents/readers/cell-table.ts";
import type { Sprm } from "#services/documents/readers/doc/sprms.ts";

const DEFINITION = 0xd608;
const CELL_BYTES = 20;
const FLAGS = { goesOnSideways: 0x02, goesOnDown: 0x20, startsDown: 0x40 } as const;
/** Edges nearer to each other than this are one: a twentieth of a point is the unit. */
const SAME_EDGE = 30;

/** Where a row's cells begin and end, from left to right, and how they are joined with others. */
interface RowShape {
  readonly edges: readonly number[];
  readonly flags: readonly number[];
}

interface Row {
  readonly cells: readonly (readonly Block[])[];
  readonly shape: RowShape | null;
}

export type DocTable = ReturnType<typeof createDocTable>;

/** A table while its paragraphs are read. */
export function createDocTable() {
  const rows: Row[] = [];
  let cells: Block[][] = [];
  let cell: Block[] = [];

  return {
    add(blocks: readonly Block[]): void {
      append(cell, blocks);
    },
    endCell(): void {
      cells.push(cell);
      cell = [];
    },
    endRow(properties: readonly Sprm[]): void {
      rows.push({ cells, shape: shapeOf(properties) });
      cells = [];
      cell = [];
    },
    blocks: (): readonly Block[] => tableBlocks(filledCells(rows)),
  };
}

/** [MS-DOC] 2.9.321 (TDefTableOperand): the edges, then what is told of each cell. */
function shapeOf(properties: readonly Sprm[]): RowShape | null {
  const definition = properties.findLast(({ code }) => code === DEFINITION);
  if (!definition) return null;
  const { view } = definition;
  const count = view.getUint8(definition.at);
  const flagsAt = definition.at + 1 + 2 * (count + 1);
  const end = definition.at + definition.size;
  if (flagsAt > end) return null;
  return {
    edges: Array.from({ length: count + 1 }, (_, i) => view.getInt16(definition.at + 1 + 2 * i, true)),
    flags: Array.from({ length: count }, (_, i) => {
      const at = flagsAt + CELL_BYTES * i;
      return at + 2 <= end ? view.getUint16(at, true) : 0;
    }),
  };
}

interface OpenCell extends FilledCell {
  rows: number;
  columns: number;
}

/** Cells by the edges that all rows have together: a head over three columns ends where the third one does. */
function filledCells(rows: readonly Row[]): readonly FilledCell[] {
  const edges = edgesOf(rows);
  const filled: OpenCell[] = [];
  const above = new Map<number, OpenCell>();
  for (const [y, { cells, shape }] of rows.entries()) {
    for (const [i, blocks] of cells.entries()) {
      const cell: OpenCell = { row: y, rows: 1, ...columnsOf(edges, shape, i), blocks };
      const flags = shape?.flags[i] ?? 0;
      const first = firstOf(cell, flags, above.get(cell.column), filled.at(-1));
      if (first) grow(first, cell);
      else {
        filled.push(cell);
        above.set(cell.column, cell);
      }
    }
  }
  return filled;
}

function columnsOf(edges: readonly number[], shape: RowShape | null, i: number) {
  const columnAt = (edge: number) => edges.findIndex((each) => Math.abs(each - edge) <= SAME_EDGE);
  const [from, to] = [shape?.edges[i], shape?.edges[i + 1]];
  const column = from === undefined ? i : columnAt(from);
  return { column, columns: to === undefined ? 1 : Math.max(1, columnAt(to) - column) };
}

/** The cell that another one only goes on with, downwards or sideways; undefined = it is one itself. */
function firstOf(
  cell: OpenCell,
  flags: number,
  top: OpenCell | undefined,
  left: OpenCell | undefined,
): OpenCell | undefined {
  if ((flags & FLAGS.goesOnDown) !== 0 && (flags & FLAGS.startsDown) === 0 && top) return top;
  const isSideways = (flags & FLAGS.goesOnSideways) !== 0 && cell.blocks.length === 0;
  return isSideways && left?.row === cell.row ? left : undefined;
}

function grow(first: OpenCell, { row, columns }: OpenCell): void {
  if (first.row === row) first.columns += columns;
  else first.rows = row - first.row + 1;
}

function edgesOf(rows: readonly Row[]): readonly number[] {
  const all = rows.flatMap(({ shape }) => shape?.edges ?? []).sort((a, b) => a - b);
  const edges: number[] = [];
  for (const edge of all) if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) edges.push(edge);
  return edges;
}
