import { headLines } from "#services/documents/readers/pdf/borderless-heads.ts";
import { borderlessRows } from "#services/documents/readers/pdf/borderless-rows.ts";
import { around, boxOf } from "#services/documents/readers/pdf/box.ts";
import { columnsOf, columnsUnder, type PartedLine } from "#services/documents/readers/pdf/columns.ts";
import { type Line, partsOf, textOf } from "#services/documents/readers/pdf/lines.ts";
import type { PageTable } from "#services/documents/readers/pdf/table.ts";
import type { Word } from "#services/documents/readers/pdf/words.ts";

/** Of the size: parts of a line further apart stand in two columns. */
const APART = 0.6;
const LEAST_ROWS = 3;
/** Of a row's parts, those that must stand in columns of the rows before it. */
const MOST_SHARED = 0.6;
/** Rows further apart than so many times the usual are of two tables. */
const FARTHEST = 3;

/** Tables that only their columns of figures show. */
export function borderlessTables(
  lines: readonly Line[],
): readonly { table: PageTable; used: ReadonlySet<Word> }[] {
  let rest = lines.map(parted);
  return runsOf(rest).flatMap((run) => {
    const found = tableOf(run, rest);
    if (found)
      rest = rest.slice(rest.findLastIndex(({ words }) => words.some((word) => found.used.has(word))) + 1);
    return found ?? [];
  });
}

/** Lines that hold names and figures apart, as rows of tables do. */
export const figureRows = (lines: readonly Line[]): readonly Line[] =>
  lines.filter((line) => isRow(parted(line)));

const parted = (line: Line): PartedLine => ({ ...line, parts: partsOf(line, APART) });

/** Signs stand for digits of a scan that could not be made sure of. */
const FIGURE = /^[-+−–]?[\d▯][\d▯.,]*\s?%?$|^[\d▯][\d▯.,]*\/[\d▯][\d▯.,]*$|^[-–—…]$/u;

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
    shared >= Math.min(row.parts.length, columns.length) * MOST_SHARED &&
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
  const rows = [...heads.rows, ...borderlessRows(run, body, columns)];
  const words = [...heads.lines, ...body].flatMap((line) => line.words);
  return { table: { ...around(words.map(boxOf)), rows, columns }, used: new Set(words) };
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
