import type { Box, Point } from "#services/charts/layout/scene.ts";

/** Pixels of one cell's side. */
const CELL = 4;
const NOBODY = -1;

/** Who owns which part of a picture, in cells of a few pixels. */
export interface Territory {
  /**
   * Gives what lies in an odd number of rings, and within the box, to an owner: a whole number from 0. All land is given
   * before any is asked for.
   */
  claim(owner: number, rings: readonly (readonly Point[])[], within: Box): void;
  /** All of a box is one owner's. */
  isOwn(owner: number, box: Box): boolean;
  /** The part of a box that is anybody's, 0 to 1. */
  share(box: Box): number;
}

export function createTerritory(width: number, height: number): Territory {
  const [columns, rows] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
  const owners = new Int16Array(columns * rows).fill(NOBODY);

  const cellsIn = ({ left, top, right, bottom }: Box): Span => ({
    first: Math.max(0, Math.floor(left / CELL)),
    last: Math.min(columns - 1, Math.floor(right / CELL)),
    high: Math.max(0, Math.floor(top / CELL)),
    low: Math.min(rows - 1, Math.floor(bottom / CELL)),
  });
  let sums: Int32Array | undefined;

  return {
    claim(owner, rings, within) {
      for (const [row, crossings] of crossingsByRow(rings, within)) {
        if (row >= rows) continue;
        for (let i = 0; i + 1 < crossings.length; i += 2) {
          const from = Math.max(crossings[i] ?? 0, within.left, 0);
          const to = Math.min(crossings[i + 1] ?? 0, within.right, width);
          const [first, last] = [firstMiddle(from), firstMiddle(to)];
          if (last > first) owners.fill(owner, row * columns + first, row * columns + last);
        }
      }
    },
    isOwn(owner, box) {
      const { first, last, high, low } = cellsIn(box);
      for (let row = high; row <= low; row++)
        for (let cell = row * columns + first; cell <= row * columns + last; cell++)
          if (owners[cell] !== owner) return false;
      return true;
    },
    share(box) {
      const { first, last, high, low } = cellsIn(box);
      if (last < first || low < high) return 0;
      sums ??= heldBefore(owners, columns, rows);
      const held = sums;
      const at = (row: number, column: number): number => held[row * (columns + 1) + column] ?? 0;
      const inside = at(low + 1, last + 1) - at(high, last + 1) - at(low + 1, first) + at(high, first);
      return inside / ((last - first + 1) * (low - high + 1));
    },
  };
}

/** Cells from the first to the last column and from the highest to the lowest row, all of them inside. */
interface Span {
  readonly first: number;
  readonly last: number;
  readonly high: number;
  readonly low: number;
}

/** A summed-area table: for each corner of cells how many above and left of it are anybody's. */
function heldBefore(owners: Int16Array, columns: number, rows: number): Int32Array {
  const width = columns + 1;
  const sums = new Int32Array(width * (rows + 1));
  for (let row = 0; row < rows; row++) {
    let inRow = 0;
    for (let column = 0; column < columns; column++) {
      if (owners[row * columns + column] !== NOBODY) inRow += 1;
      sums[(row + 1) * width + column + 1] = (sums[row * width + column + 1] ?? 0) + inRow;
    }
  }
  return sums;
}

/** The first row or column whose middle is not before a pixel. */
const firstMiddle = (pixel: number): number => Math.ceil(pixel / CELL - 0.5);

type Crossings = Map<number, number[]>;

/** Where the edges of rings cross the middle of each row of cells, from left to right. */
function crossingsByRow(rings: readonly (readonly Point[])[], within: Box): Crossings {
  const found: Crossings = new Map();
  for (const ring of rings) {
    for (const [i, from] of ring.entries()) {
      const to = ring[i + 1];
      if (to) addCrossings(found, from.y < to.y ? [from, to] : [to, from], within);
    }
  }
  for (const crossings of found.values()) crossings.sort((a, b) => a - b);
  return found;
}

function addCrossings(found: Crossings, [high, low]: readonly [Point, Point], { top, bottom }: Box): void {
  const end = firstMiddle(Math.min(low.y, bottom));
  for (let row = firstMiddle(Math.max(high.y, top)); row < end; row++) {
    const part = ((row + 0.5) * CELL - high.y) / (low.y - high.y);
    const x = high.x + part * (low.x - high.x);
    const crossings = found.get(row);
    if (crossings) crossings.push(x);
    else found.set(row, [x]);
  }
}
