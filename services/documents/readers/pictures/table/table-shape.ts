import { isFlat } from "#services/documents/readers/pictures/cells/words.ts";
import { type Cells, isSingle } from "#services/documents/readers/pictures/table/cells.ts";

/** Cells of a column that are looked at to tell whether it holds figures. */
const SAMPLE = 5;

/** Columns whose lower cells mostly hold digits and marks. */
export async function figureColumns(table: Cells): Promise<readonly number[]> {
  const columns = await Promise.all(
    Array.from({ length: table.columns }, async (_, column) => {
      const cells = Array.from({ length: table.rows }, (_, row) =>
        table.at(table.rows - 1 - row, column),
      ).filter((each) => each?.shown && isSingle(each) && !isFlat(each.shown));
      const texts = await Promise.all(cells.slice(0, SAMPLE).map((each) => table.words(each)));
      const told = texts.filter((text) => text !== "%");
      return told.length > 0 && told.filter(isNumeric).length * 2 >= told.length ? [column] : [];
    }),
  );
  return columns.flat();
}

/** Digits, or what a careless reader takes them for, and hardly a letter. */
export function isNumeric(text: string): boolean {
  const digits = text.match(/\d/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return digits > 0 && digits >= letters * 2;
}

/** The row under the heads: the first in which most columns of figures hold some, and the numbering of columns is none. */
export async function firstBodyRow(table: Cells, figures: readonly number[]): Promise<number> {
  for (let row = 0; row < table.rows; row += 1) {
    const cells = figures.map((column) => table.at(row, column)).filter((each) => each?.shown);
    const texts = await Promise.all(cells.map((each) => table.words(each)));
    const flat = cells.filter((each) => each?.shown && isFlat(each.shown)).length;
    const numeric = texts.filter(isNumeric);
    const isNumbering =
      texts.length > 2 && numeric.every((text, i) => i === 0 || follows(numeric[i - 1], text));
    if (texts.length > 0 && (numeric.length + flat) * 2 > texts.length && !isNumbering) return row;
  }
  return 0;
}

/** "(3)" behind "(2)". */
function follows(before: string | undefined, text: string): boolean {
  const [a, b] = [before ?? "", text].map((each) => Number(/\d+/u.exec(each)?.[0] ?? Number.NaN));
  return a !== undefined && b === a + 1;
}
