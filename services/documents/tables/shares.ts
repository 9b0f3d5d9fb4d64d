import type { Cell } from "#services/documents/marks/cells.ts";
import { decimalOf } from "#services/documents/marks/figures.ts";
import { type Column, isFigures } from "#services/documents/tables/column.ts";

const FEWEST = 2;

/** Rates that are the better the higher they are, all of them one or less and none with a "%": 0.97 may be 97 per cent. */
export function withoutShares(
  columns: readonly Column[],
  cells: (column: number) => readonly Cell[],
): readonly Column[] {
  return columns.map((column, i) => (areShares(column, cells(i)) ? { role: "shares" } : column));
}

function areShares(column: Column, cells: readonly Cell[]): boolean {
  if (!isFigures(column) || column.role !== "value") return false;
  const { measure, direction } = column.indicator;
  if (measure !== "rate" || direction !== "up") return false;
  const numbers = cells.flatMap((cell) => (cell.kind === "number" ? [cell] : []));
  const values = numbers.map(({ written }) => decimalOf(written) ?? Number.NaN);
  const areBare = numbers.every(({ measure, over }) => measure === null && over === null);
  const areParts = values.every((value) => value <= 1) && values.some((value) => value > 0 && value < 1);
  return areBare && areParts && numbers.length >= FEWEST;
}
