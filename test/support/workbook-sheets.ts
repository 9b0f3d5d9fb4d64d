import { read, utils } from "@e965/xlsx";

export type WorkbookRow = readonly (string | number | null)[];

/** The cells of a workbook by sheet, read by a library that did not write it; an empty cell is null. */
export function workbookSheets(bytes: Uint8Array): Readonly<Record<string, readonly WorkbookRow[]>> {
  const { Sheets } = read(bytes, { type: "array" });
  return Object.fromEntries(
    Object.entries(Sheets).map(([name, sheet]) => [
      name,
      utils.sheet_to_json<WorkbookRow>(sheet, { header: 1, defval: null }),
    ]),
  );
}
