import type { CellObject, Range, WorkSheet } from "@e965/xlsx";
import { gridOf, type SpanningCell } from "#services/documents/readers/grid.ts";
import { requireSize } from "#services/documents/readers/limits.ts";
import { cellText } from "#services/documents/readers/workbook/cell-text.ts";
import type { HiddenLines } from "#services/documents/readers/workbook/hidden-parts.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";

/** The texts of a sheet with what its merged cells cover. Throws DocumentRefused when it is larger than any paper. */
export function sheetGrid(sheet: WorkSheet, shift: number): readonly (readonly string[])[] {
  const cells: SpanningCell[] = [];
  const spans = spansOf(sheet["!merges"] ?? []);
  // Rows and cells that are not given are no elements: `forEach` passes a million of them by.
  sheet["!data"]?.forEach((row, y) => {
    row?.forEach((cell, x) => {
      const text = textOf(cell, shift);
      if (text === "") return;
      requireSize(y + 1, x + 1);
      cells.push({ row: y, column: x, rows: 1, columns: 1, ...spans.get(`${y} ${x}`), text });
    });
  });
  return gridOf(cells);
}

function textOf(cell: CellObject | undefined, shift: number): string {
  return cell ? cellText(cell, shift) : "";
}

type Span = Pick<SpanningCell, "rows" | "columns">;

function spansOf(merges: readonly Range[]): ReadonlyMap<string, Span> {
  return new Map(
    merges.map(({ s, e }) => [`${s.r} ${s.c}`, { rows: e.r - s.r + 1, columns: e.c - s.c + 1 }]),
  );
}

/** Rows and columns that hold something and that nobody sees, and formulas whose results were not kept. */
export function notesOf(
  name: string,
  sheet: WorkSheet,
  hidden: HiddenLines | undefined,
): readonly ImportWarning[] {
  const isRowHidden = (y: number) => sheet["!rows"]?.[y]?.hidden || hidden?.rows.has(y);
  const isColumnHidden = (x: number) => sheet["!cols"]?.[x]?.hidden || hidden?.columns.has(x);
  const rows = new Set<number>();
  const columns = new Set<number>();
  let unreckoned = 0;
  sheet["!data"]?.forEach((row, y) => {
    row?.forEach((cell, x) => {
      const isFilled = textOf(cell, 0) !== "";
      if (cell?.f && !isFilled) unreckoned += 1;
      if (isFilled && isRowHidden(y)) rows.add(y);
      if (isFilled && isColumnHidden(x)) columns.add(x);
    });
  });
  const notes: ImportWarning[] = [];
  if (rows.size > 0) notes.push({ code: "hidden-rows", facts: { sheet: name, rows: rows.size } });
  if (columns.size > 0) notes.push({ code: "hidden-columns", facts: { sheet: name, columns: columns.size } });
  if (unreckoned > 0) notes.push({ code: "unreckoned-cells", facts: { sheet: name, cells: unreckoned } });
  return notes;
}
