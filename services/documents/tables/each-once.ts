import type { Cell } from "#services/documents/marks/cells.ts";
import { type Column, isFigures } from "#services/documents/tables/column.ts";
import { groupBy } from "#services/group-by.ts";

/** Figures given twice for the same are taken when they agree; of two that differ nobody knows which holds. */
export function eachOnce(
  columns: readonly Column[],
  cells: (column: number) => readonly Cell[],
): readonly Column[] {
  const places = groupBy([...columns.keys()], (i) => keyOf(columns[i]));
  return columns.map((column, i) => {
    const same = isFigures(column) ? (places.get(keyOf(column)) ?? []) : [];
    if (same.length <= 1) return column;
    const areEqual = same[0] === i && new Set(same.map((at) => JSON.stringify(cells(at)))).size === 1;
    return areEqual ? column : { role: "unknown" };
  });
}

const keyOf = (column: Column | undefined): string =>
  column && isFigures(column) ? [column.role, column.indicator.id, column.period].join("\t") : "";
