import { headLines } from "#services/documents/readers/pdf/borderless-heads.ts";
import { around, boxOf } from "#services/documents/readers/pdf/box.ts";
import { cellText } from "#services/documents/readers/pdf/cell-text.ts";
import {
  columnFor,
  columnsOf,
  columnsUnder,
  type PartedLine,
  type Span,
} from "#services/documents/readers/pdf/columns.ts";
import { type Line, partsOf, textOf } from "#services/documents/readers/pdf/lines.ts";
import type { PageTable } from "#services/documents/readers/pdf/table.ts";
import type { Word } from "#services/documents/readers/pdf/words.ts";

/** Of the size: parts of a line further apart stand in two columns. */
const APART = 0.9;
const LEAST_ROWS = 3;
/** Rows further apart than so many times the usual are of two tables. */
const FARTHEST = 3;

/** Tables that only their columns of figures show. */
export function borderlessTables(
  lines: readonly Line[],
): readonly { table: PageTable; used: ReadonlySet<Word> }[] {
  const parted = lines.map((line) => ({ ...line, parts: partsOf(line, APART) }));
  return runsOf(parted).flatMap((run) => tableOf(run, parted) ?? []);
}

const FIGURE = /^[-+−–]?\d[\d.,]*\s?%?$|^\d[\d.,]*\/\d[\d.,]*$|^[-–—…]$/u;

/** Lines that hold names and figures, in runs whose columns are the same. */
function runsOf(lines: readonly PartedLine[]): readonly (readonly PartedLine[])[] {
  const rows = lines.filter(isRow);
  const runs: PartedLine[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && isNextRow(run, row)) run.push(row);
    else runs.push([row]);
  }
  return runs.filter(({ length }) => length >= LEAST_ROWS);
}

function isRow({ parts }: PartedLine): boolean {
  const figures = parts.filter((part) => FIGURE.test(textOf(part))).length;
  return parts.length >= 2 && figures >= 1 && (figures >= 2 || parts.length === 2);
}

function isNextRow(run: readonly PartedLine[], row: PartedLine): boolean {
  const [first, second] = run;
  const last = run.at(-1);
  if (!first || !last) return false;
  const pitch = second ? second.middle - first.middle : (row.size + last.size) * FARTHEST;
  if (row.middle - last.middle > pitch * FARTHEST) return false;
  const columns = columnsOf(run);
  const under = row.parts.map((part) => columnsUnder(part, columns).length);
  const shared = under.filter((count) => count === 1).length;
  return (
    under.every((count) => count <= 1) &&
    shared >= Math.min(row.parts.length, columns.length) - 1 &&
    shared >= 2
  );
}

function tableOf(
  run: readonly PartedLine[],
  lines: readonly PartedLine[],
): { table: PageTable; used: ReadonlySet<Word> } | null {
  const columns = columnsOf(run);
  if (columns.length < 2) return null;
  const body = bodyLines(run, lines);
  const first = body[0];
  if (!first) return null;
  const heads = headLines(lines.slice(0, lines.indexOf(first)), columns, first.middle);
  const rows = [...heads.rows, ...rowsOf(run, body, columns)];
  const words = [...heads.lines, ...body].flatMap((line) => line.words);
  const edges = [...columns.map(({ from }) => from), columns.at(-1)?.to ?? 0];
  return { table: { ...around(words.map(boxOf)), rows, edges }, used: new Set(words) };
}

/** The rows' lines and those of wrapped names between, above and below them. */
function bodyLines(run: readonly PartedLine[], lines: readonly PartedLine[]): readonly PartedLine[] {
  const [first, second, last] = [run[0], run[1], run.at(-1)];
  if (!first || !second || !last) return run;
  const pitch = Math.min(...run.slice(1).map((row, i) => row.middle - (run[i]?.middle ?? 0)));
  const isNear = (line: PartedLine): boolean =>
    line.middle > first.middle - Math.min(pitch * 0.5, first.size) - 0.1 * first.size &&
    line.middle < last.middle + Math.min(pitch * 0.75, last.size * 1.6);
  return lines.filter((line) => run.includes(line) || isNear(line));
}

function rowsOf(
  run: readonly PartedLine[],
  body: readonly PartedLine[],
  columns: readonly Span[],
): readonly (readonly string[])[] {
  const rows = run.map(() => columns.map((): Word[] => []));
  const isCentred = body.some((line) => line.middle < (run[0]?.middle ?? 0) - 0.3 * line.size);
  for (const line of body) {
    const row = rows[rowFor(line, run, isCentred)];
    for (const part of line.parts) row?.[columnFor(part, columns)]?.push(...part.words);
  }
  return rows.map((row) => row.map((words, i) => cellText(words, roomOf(columns[i]), false)));
}

/** Wrapped names stand round their figures, or go on below them. */
function rowFor(line: PartedLine, run: readonly PartedLine[], isCentred: boolean): number {
  if (!isCentred)
    return Math.max(
      0,
      run.findLastIndex(({ middle }) => middle <= line.middle + 0.3 * line.size),
    );
  const distances = run.map(({ middle }) => Math.abs(middle - line.middle));
  return distances.indexOf(Math.min(...distances));
}

const roomOf = (column: Span | undefined) => {
  const across = column ? column.to - column.from : 0;
  return { across, down: Number.POSITIVE_INFINITY };
};
