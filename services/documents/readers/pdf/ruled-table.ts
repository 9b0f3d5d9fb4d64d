import { around, type Box, boxOf, overlap } from "#services/documents/readers/pdf/box.ts";
import { cellText, type Room } from "#services/documents/readers/pdf/cell-text.ts";
import type { Grid } from "#services/documents/readers/pdf/grid.ts";
import type { GridCell } from "#services/documents/readers/pdf/grid-cells.ts";
import { splitAt } from "#services/documents/readers/pdf/split-word.ts";
import type { PageTable } from "#services/documents/readers/pdf/table.ts";
import type { Word } from "#services/documents/readers/pdf/words.ts";

/** A grid with the words inside it; null = it holds none, or parts nothing. */
export function ruledTable(
  grid: Grid,
  words: readonly Word[],
): { readonly table: PageTable; readonly used: ReadonlySet<Word> } | null {
  const whole = around(grid.cells);
  const inside = words.filter((word) => sharedArea(boxOf(word), whole) >= areaOf(boxOf(word)) / 2);
  const { filled, torn } = fill(grid, inside);
  const used = new Set(inside);
  if (used.size === 0 || grid.xs.length < 3) return null;
  const padding = paddingOf(filled);
  const texts = new Map(
    [...filled].map(([cell, held]) => {
      const isTorn = held.some((word) => torn.has(word));
      return [cell, cellText(held, roomOf(cell, padding), isTorn)] as const;
    }),
  );
  const told = [...texts.keys()];
  const keptRows = kept(
    grid.ys,
    told.map(({ firstRow, lastRow }) => [firstRow, lastRow]),
  );
  const keptColumns = kept(
    grid.xs,
    told.map(({ firstColumn, lastColumn }) => [firstColumn, lastColumn]),
  );
  const within = <T>(row: readonly T[]): readonly T[] => row.filter((_, column) => keptColumns[column]);
  const spans = grid.xs.slice(1).map((to, i) => ({ from: grid.xs[i] ?? to, to }));
  const rows = rowsOf(grid, texts).filter((_, row) => keptRows[row]);
  return { table: { ...whole, columns: within(spans), rows: rows.map(within) }, used };
}

interface Filled {
  readonly filled: ReadonlyMap<GridCell, readonly Word[]>;
  /** Words that lie in two cells. */
  readonly torn: ReadonlySet<Word>;
}

/** Of a word that lies in two cells, the share in the second that makes it no one's. */
const SHARED = 0.35;

/** Whole words, each where most of it lies: some poke over a rule. */
function fill(grid: Grid, words: readonly Word[]): Filled {
  const filled = new Map<GridCell, Word[]>();
  const torn = new Set<Word>();
  const put = (word: Word, cell: GridCell): void => {
    const inside = filled.get(cell);
    if (inside) inside.push(word);
    else filled.set(cell, [word]);
  };
  for (const word of words) {
    const [home, other] = homesOf(boxOf(word), grid.cells);
    const parts = home && other ? splitAt(word, Math.max(home.left, other.left)) : null;
    if (home && other && !parts) torn.add(word);
    for (const part of parts ?? [word]) for (const cell of homesOf(boxOf(part), grid.cells)) put(part, cell);
  }
  return { filled, torn };
}

/** One cell, or two where nobody can tell. */
function homesOf(box: Box, cells: readonly GridCell[]): readonly GridCell[] {
  const near = cells.filter((cell) => sharedArea(box, cell) > 0);
  const [best, second] = near.sort((a, b) => sharedArea(box, b) - sharedArea(box, a));
  if (!best) return [];
  const isTorn =
    second !== undefined &&
    overlap(best.top, best.bottom, second.top, second.bottom) > 0 &&
    sharedArea(box, second) > areaOf(box) * SHARED;
  return isTorn ? [best, second] : [best];
}

const areaOf = (box: Box): number => (box.right - box.left) * (box.bottom - box.top);

function sharedArea(a: Box, b: Box): number {
  const across = overlap(a.left, a.right, b.left, b.right);
  const down = overlap(a.top, a.bottom, b.top, b.bottom);
  return across > 0 && down > 0 ? across * down : 0;
}

/** What is left free at the sides of the fullest cell. */
function paddingOf(filled: Filled["filled"]): number {
  const free = [...filled].flatMap(([cell, words]) => {
    const { left, right } = around(words.map(boxOf));
    return [left - cell.left, cell.right - right].filter((space) => space >= 0);
  });
  return free.length === 0 ? 0 : Math.min(...free);
}

const roomOf = ({ left, right, top, bottom }: Box, padding: number): Room => ({
  across: right - left - 2 * padding,
  down: bottom - top - 2 * padding,
});

function rowsOf(
  { xs, ys, cells }: Grid,
  texts: ReadonlyMap<GridCell, string>,
): readonly (readonly string[])[] {
  const rows = Array.from({ length: ys.length - 1 }, () => Array<string>(xs.length - 1).fill(""));
  for (const cell of cells) {
    const text = texts.get(cell) ?? "";
    for (const row of rows.slice(cell.firstRow, cell.lastRow + 1))
      row.fill(text, cell.firstColumn, isWholeRow(cell, xs) ? 1 : cell.lastColumn + 1);
  }
  return rows;
}

/** Points: what lies between two borders, not a row or a column. */
const NARROWEST = 8;

/** Which rows or columns are some, and not the gaps between cells drawn as boxes; `spans`: what filled cells cover. */
function kept(
  edges: readonly number[],
  spans: readonly (readonly [first: number, last: number])[],
): readonly boolean[] {
  const filled = new Set(spans.flatMap(([first, last]) => (first === last ? [first] : [])));
  return edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0) >= NARROWEST || filled.has(i));
}

/** A heading between rows: it stands in the first column alone. */
const isWholeRow = ({ firstColumn, lastColumn }: GridCell, xs: Grid["xs"]): boolean =>
  firstColumn === 0 && lastColumn === xs.length - 2;
