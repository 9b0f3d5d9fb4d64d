import { cellOf } from "#services/documents/marks/cells.ts";
import { type Column, isFigures } from "#services/documents/tables/column.ts";

/**
 * Whether every cell of a row surely stands under its head. A row of another length has lost or gained a cell, or only
 * empty ones at its end: it is believed when all its figures are there. `collapses`: empty cells leave no trace.
 */
export function isAligned(
  row: readonly string[],
  width: number,
  columns: readonly Column[],
  collapses: boolean,
): boolean {
  if (row.length === width) return true;
  if (collapses || row.slice(width).some((cell) => cell !== "")) return false;
  return columns.every((column, i) => {
    if (!isFigures(column)) return true;
    const { kind } = cellOf(row[i] ?? "");
    return row[i] !== undefined && row[i] !== "" && (kind === "number" || kind === "absent");
  });
}
