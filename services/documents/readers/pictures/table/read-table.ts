import { isAbsent } from "#services/documents/marks/cells.ts";
import type { Grid } from "#services/documents/readers/pdf/grid.ts";
import type { PageTable } from "#services/documents/readers/pdf/table.ts";
import type { CellPicture } from "#services/documents/readers/pictures/cells/cell-picture.ts";
import { readFigure } from "#services/documents/readers/pictures/cells/figure.ts";
import { readPassage } from "#services/documents/readers/pictures/cells/passage.ts";
import { isFlat, readWords } from "#services/documents/readers/pictures/cells/words.ts";
import type { PageReading } from "#services/documents/readers/pictures/page-reading.ts";
import { type Cells, createCells, isSingle } from "#services/documents/readers/pictures/table/cells.ts";
import { gridPictures, type PicturedCell } from "#services/documents/readers/pictures/table/grid-pictures.ts";
import { areStacked } from "#services/documents/readers/pictures/table/stacked.ts";
import {
  figureColumns,
  firstBodyRow,
  isNumeric,
} from "#services/documents/readers/pictures/table/table-shape.ts";
import { toldNumbers } from "#services/documents/readers/pictures/table/told-numbers.ts";
import {
  type BodyRow,
  type Distrust,
  distrustOf,
  isBeyondDoubt,
  ordinalColumn,
} from "#services/documents/readers/pictures/table/trust.ts";

/** A ruled table of a scan as it was read, or why nothing of it is taken. */
export type TableReading = { readonly table: PageTable } | { readonly distrust: Distrust };

/**
 * Reads a grid: heads and names as words, figures by two methods. `isGuessed`: of worn borders, so that nothing but the
 * rows' own numbers shows that none was missed.
 */
export async function readTable(
  grid: Grid,
  reading: PageReading,
  { isGuessed = false } = {},
): Promise<TableReading> {
  if (hasSlits(grid)) return { distrust: "columns" };
  const table = createCells(gridPictures(grid, reading.page, reading.pointsAPixel), grid, reading);
  const figures = await figureColumns(table);
  const first = await firstBodyRow(table, figures);
  const rows = await Promise.all(
    Array.from({ length: table.rows - first }, (_, i) => readRow(table, first + i, figures)),
  );
  const ordinal = ordinalColumn(rows, figures);
  const distrust = distrustOf(rows, ordinal, figures);
  if (distrust) return { distrust };
  if (isGuessed && !isBeyondDoubt(rows, ordinal)) return { distrust: "numbering" };
  const heads = await Promise.all(Array.from({ length: first }, (_, row) => readHeads(table, row)));
  if (heads.some((head) => holdsFigures(head, figures))) return { distrust: "columns" };
  const body: string[][] = [];
  for (const [i, row] of rows.entries()) body.push(await written(table, first + i, row, ordinal));
  return { table: { ...placeOf(grid), rows: [...heads, ...numbered(body, rows, ordinal)] } };
}

/** Points: what lies between two borders of one edge, neither a row nor a column. */
const NARROWEST = 8;

/** Drawn with double borders: columns that are none would move figures under other heads. */
function hasSlits({ xs, ys }: Grid): boolean {
  return [xs, ys].some((edges) => edges.slice(1).some((edge, i) => edge - (edges[i] ?? edge) < NARROWEST));
}

function placeOf({ xs, ys }: Grid): Omit<PageTable, "rows"> {
  const columns = xs.slice(1).map((to, i) => ({ from: xs[i] ?? to, to }));
  return { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, columns };
}

async function readHeads(table: Cells, row: number): Promise<readonly string[]> {
  const cells = Array.from({ length: table.columns }, (_, column) => table.at(row, column));
  return Promise.all(cells.map((each) => table.words(each)));
}

/** "Tiến độ giải quyết 19,64": the line between heads and rows was not seen. */
function holdsFigures(head: readonly string[], figures: readonly number[]): boolean {
  const held = figures.filter((column) => /\d[.,]\d/u.test(head[column] ?? ""));
  return held.length * 2 > figures.length;
}

interface ReadRow extends BodyRow {
  /** What was read of those cells that are not sure. */
  readonly readings: readonly (readonly string[])[];
}

async function readRow(table: Cells, row: number, figures: readonly number[]): Promise<ReadRow> {
  const columns = Array.from({ length: table.columns }, (_, column) => column);
  const places = columns.map((column) => table.at(row, column));
  const cells = await Promise.all(
    columns.map((column) => {
      const place = places[column];
      const isFigure = figures.includes(column) && place !== undefined && isSingle(place);
      return isFigure ? readCell(table, place) : readText(table, place);
    }),
  );
  const spans = places.flatMap((place) => (place && !isSingle(place) ? [place.cell] : []));
  const isHeading = spans.some(
    ({ firstColumn, lastColumn }) => lastColumn - firstColumn + 1 >= table.columns - 1,
  );
  const first = figures.find((column) => column > 1) ?? 0;
  return {
    cells: cells.map(({ text }) => text),
    readings: cells.map(({ readings }) => readings),
    isHeading: isHeading || figures.every((column) => cells[column]?.text === ""),
    // "Tổng cộng" may run across the number and the name.
    hasSpans: spans.length > 0,
    isStacked: areStacked(figures.map((column) => places[column]?.shown)),
    isWhole: spans.every(({ lastColumn }) => lastColumn < first) && isOneRow(places, figures),
  };
}

/** No figure stands beside two rows. */
function isOneRow(places: readonly (PicturedCell | undefined)[], figures: readonly number[]): boolean {
  return figures.every((column) => places[column]?.cell.firstRow === places[column]?.cell.lastRow);
}

interface CellReading {
  readonly text: string | null;
  readonly readings: readonly string[];
}

/** A figure, a dash, nothing, or words in a column of figures ("không phát sinh"). */
async function readCell(table: Cells, { shown }: PicturedCell): Promise<CellReading> {
  if (!shown) return { text: "", readings: [] };
  if (isFlat(shown)) return { text: "-", readings: [] };
  const { engines, onWork } = table.reading;
  const figure = await readFigure(shown, engines).finally(onWork);
  if (figure.text !== null) return figure;
  const words = await readWords(shown, engines.letters).finally(onWork);
  return isWords(words, shown) ? { text: words, readings: [] } : figure;
}

const UNCHANGED = /^(?:không (?:thay )?đổi|giữ nguyên)$/iu;

/** Words that stand in columns of figures; under a stamp anything may be read. */
const isWords = (text: string, { isCut }: CellPicture): boolean =>
  /\p{L}/u.test(text) && (isAbsent(text) || UNCHANGED.test(text)) && !isCut.left && !isCut.right;

/** A name or a heading; figures in it are made sure of like any other. */
async function readText(table: Cells, place: PicturedCell | undefined): Promise<CellReading> {
  const text = await table.words(place);
  if (!place?.shown) return { text: "", readings: [] };
  if (text === "") return { text: null, readings: [] };
  if (!/\d/u.test(text)) return { text, readings: [] };
  if (isNumeric(text)) return readCell(table, place);
  const { page, engines, onWork } = table.reading;
  const { lines, doubtful } = await readPassage(page, place.shown.box, engines).finally(onWork);
  return doubtful.length > 0 ? { text: null, readings: [text] } : { text: lines.join(" "), readings: [] };
}

/** The row's texts; what is not sure is noted, but for the list's own numbers. */
async function written(table: Cells, row: number, read: ReadRow, ordinal: number | null): Promise<string[]> {
  const { page, number, doubts } = table.reading;
  const texts: string[] = [];
  for (const [column, text] of read.cells.entries()) {
    const place = table.at(row, column);
    if (text !== null || !place || column === ordinal) texts.push(text ?? "");
    else texts.push(await doubts.note(number, page.picture, place.frame, read.readings[column] ?? []));
  }
  return texts;
}

/** The list's numbers that could not be read stand as the rows around them tell them. */
function numbered(body: readonly string[][], rows: readonly ReadRow[], ordinal: number | null): string[][] {
  if (ordinal === null) return [...body];
  const told = toldNumbers(rows, ordinal);
  return body.map((texts, i) =>
    rows[i]?.cells[ordinal] === null ? texts.with(ordinal, String(told[i] ?? "")) : texts,
  );
}
