import { cellText } from "#services/documents/readers/pdf/cell-text.ts";
import { columnFor, type PartedLine, type Span } from "#services/documents/readers/pdf/columns.ts";
import type { Line } from "#services/documents/readers/pdf/lines.ts";

/** A part of a line in one column; `row`: the row whose figures stand on that line. */
interface Piece {
  readonly part: Line;
  readonly row: number | null;
}

/** Of the smallest distance between lines of a column: what stands further apart is of two cells. */
const FURTHER = 1.2;

/** The cells of rows without rules: `run` are the lines with their figures, `body` those of wrapped names too. */
export function borderlessRows(
  run: readonly PartedLine[],
  body: readonly PartedLine[],
  columns: readonly Span[],
): readonly (readonly string[])[] {
  const cells = run.map(() => Array<string>(columns.length).fill(""));
  const pieces = body.flatMap((line) =>
    line.parts.map((part) => ({ part, row: rowAt(line, run), column: columnFor(part, columns) })),
  );
  for (const [column, span] of columns.entries()) {
    const own = pieces.filter((piece) => piece.column === column);
    const isTop = startsRows(own, run.length);
    for (const chain of chainsOf(own))
      for (const { row, parts, isTorn } of rowsOf(chain, run, isTop)) {
        const words = parts.flatMap((part) => part.words);
        const room = { across: span.to - span.from, down: Number.POSITIVE_INFINITY };
        const text = [cells[row]?.[column] ?? "", cellText(words, room, isTorn)];
        cells[row]?.splice(column, 1, text.join(" ").trim());
      }
  }
  return cells;
}

function rowAt(line: PartedLine, run: readonly PartedLine[]): number | null {
  const row = run.indexOf(line);
  return row === -1 ? null : row;
}

/** Whether each cell of a column begins on the line of its row's figures. */
function startsRows(pieces: readonly Piece[], rows: number): boolean {
  return pieces[0]?.row === 0 && new Set(pieces.flatMap(({ row }) => row ?? [])).size === rows;
}

/** Lines of a column that follow each other closely. */
function chainsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const gaps = pieces.slice(1).map(({ part }, i) => part.middle - (pieces[i]?.part.middle ?? 0));
  const closest = Math.min(...gaps.filter((gap) => gap > 0));
  const chains: Piece[][] = [];
  for (const [i, piece] of pieces.entries()) {
    const gap = i === 0 ? Number.POSITIVE_INFINITY : (gaps[i - 1] ?? 0);
    if (gap > closest * FURTHER) chains.push([piece]);
    else chains.at(-1)?.push(piece);
  }
  return chains;
}

interface Cell {
  readonly row: number;
  readonly parts: readonly Line[];
  /** Nobody can tell where it ends. */
  readonly isTorn: boolean;
}

/** The cells a chain of lines is: one where it holds the figures' line of one row, or lies round it. */
function rowsOf(chain: readonly Piece[], run: readonly PartedLine[], isTop: boolean): readonly Cell[] {
  const rows = [...new Set(chain.flatMap(({ row }) => row ?? []))];
  const [only] = rows;
  if (rows.length <= 1)
    return [{ row: only ?? nearest(chain, run), parts: chain.map(({ part }) => part), isTorn: false }];
  const isTorn = !isTop && chain.some(({ row }) => row === null);
  return rows.map((row, i) => {
    const from = chain.findIndex((piece) => piece.row === row);
    const next = chain.findIndex((piece) => piece.row === rows[i + 1]);
    const parts = chain.slice(i === 0 ? 0 : from, next === -1 ? undefined : next).map(({ part }) => part);
    return { row, parts, isTorn };
  });
}

function nearest(chain: readonly Piece[], run: readonly PartedLine[]): number {
  const middle = ((chain[0]?.part.middle ?? 0) + (chain.at(-1)?.part.middle ?? 0)) / 2;
  const distances = run.map((row) => Math.abs(row.middle - middle));
  return distances.indexOf(Math.min(...distances));
}
