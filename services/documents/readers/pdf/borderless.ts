import { headLines } from "#services/documents/readers/pdf/borderless-heads.ts";
import { borderlessRows } from "#services/documents/readers/pdf/borderless-rows.ts";
import { around, boxOf } from "#services/documents/readers/pdf/box.ts";
import { columnsOf, columnsUnder, type PartedLine } from "#services/documents/readers/pdf/columns.ts";
import { type Line, partsOf, textOf } from "#services/documents/readers/pdf/lines.ts";
import type { PageTable } from "#services/documents/readers/pdf/table.ts";
import type { Word } from "#services/documents/readers/pdf/words.ts";

/** Of the size: parts of a line further apart stand in two columns. */
const APART = 0.6;
/** The same of cells that nothing but a cell's padding sets apart; words of a text that is set to both edges may be. */
const BARELY_APART = 0.38;
const LEAST_ROWS = 3;
/** Of a row's parts, those that must stand in columns of the rows before it. */
const MOST_SHARED = 0.6;
/** Rows further apart than so many times the usual are of two tables. */
const FARTHEST = 3;

interface FoundTable {
  readonly table: PageTable;
  readonly used: ReadonlySet<Word>;
}

/** Tables that only their columns of figures show. */
export const borderlessTables = (lines: readonly Line[]): readonly FoundTable[] =>
  tablesOf(lines.map(parted));

/** The same where words lie as a program put them: of narrow columns too, unless fewer words make rows that way. */
export function tightTables(lines: readonly Line[]): readonly FoundTable[] {
  const [wide, tight] = [borderlessTables(lines), tablesOf(lines.map(finelyParted))];
  const wordsIn = (found: readonly FoundTable[]): number =>
    found.reduce((sum, { used }) => sum + used.size, 0);
  return wordsIn(wide) > wordsIn(tight) ? wide : tight;
}

function tablesOf(lines: readonly PartedLine[]): readonly FoundTable[] {
  let rest = lines;
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

/** In parts barely apart where these are a row's: figures, as many as there are other parts or more. */
function finelyParted(line: Line): PartedLine {
  const parts = partsOf(line, BARELY_APART);
  const figures = parts.filter(isFigure).length;
  return figures >= 2 && figures * 2 >= parts.length ? { ...line, parts } : parted(line);
}

/** Signs stand for digits of a scan that could not be made sure of. */
const FIGURE = /^[-+−–]?[\d▯][\d▯.,]*\s?%?$|^[\d▯][\d▯.,]*\/[\d▯][\d▯.,]*$|^[-–—…]$/u;

const isFigure = (part: Line): boolean => FIGURE.test(textOf(part));

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
  const figures = parts.filter(isFigure).length;
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

function tableOf(run: readonly PartedLine[], lines: readonly PartedLine[]): FoundTable | null {
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
