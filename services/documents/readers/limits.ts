import { DocumentRefused } from "#services/documents/refused.ts";

/** A province's full list has under 4,000 rows and 40 columns. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 100;
export const MOST_SHEETS = 20;

/** Of all sheets or tables together; far more than any paper, and little for the process that asked for it. */
const MOST_CELLS = 1_000_000;

/** Throws DocumentRefused for a table that nobody would print. */
export function requireSize(rows: number, columns: number): void {
  if (rows > MOST_ROWS) throw new DocumentRefused("too-many-rows", { rows: MOST_ROWS });
  if (columns > MOST_COLUMNS) throw new DocumentRefused("too-many-columns", { columns: MOST_COLUMNS });
  if (rows * columns > MOST_CELLS)
    throw new DocumentRefused("too-many-rows", { rows: Math.floor(MOST_CELLS / columns) });
}
