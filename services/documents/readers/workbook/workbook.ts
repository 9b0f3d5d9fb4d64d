import type { WorkBook } from "@e965/xlsx";
import type { Block, NeutralDocument } from "#services/documents/neutral.ts";
import { append } from "#services/documents/readers/append.ts";
import { MOST_SHEETS } from "#services/documents/readers/limits.ts";
import { neutralOf } from "#services/documents/readers/neutral.ts";
import { type HiddenParts, NOTHING_HIDDEN } from "#services/documents/readers/workbook/hidden-parts.ts";
import { sheetBlocks } from "#services/documents/readers/workbook/sheet-blocks.ts";
import { notesOf, sheetGrid } from "#services/documents/readers/workbook/sheet-grid.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";

/** Days between the calendar that begins in 1904 and the usual one. */
const SHIFT_1904 = 1_462;

/** Names that programs give by themselves. */
const GIVEN_NAME = /^(?:sheet|trang tính|bảng tính|trang_tính)\s?\d*$/iu;

/**
 * The sheets of a workbook, .xlsx, .xls or .ods, in order. `hidden`: what the library does not
 * say is hidden. Throws DocumentRefused.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  hidden: HiddenParts = NOTHING_HIDDEN,
): Promise<NeutralDocument> {
  const workbook = await parsed(bytes);
  const isHidden = (name: string, i: number) =>
    hidden.sheets.has(name) || (workbook.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0;
  const shown = workbook.SheetNames.filter((name, i) => !isHidden(name, i));
  if (shown.length > MOST_SHEETS) throw new DocumentRefused("too-many-sheets", { sheets: MOST_SHEETS });

  const shift = workbook.Workbook?.WBProps?.date1904 ? SHIFT_1904 : 0;
  const skipped = workbook.SheetNames.filter((name) => !shown.includes(name));
  const notes: ImportWarning[] = [];
  const blocks: Block[] = [];
  if (skipped.length > 0) notes.push({ code: "hidden-sheets", facts: { sheets: skipped.join(", ") } });
  for (const name of shown) {
    const sheet = workbook.Sheets[name];
    if (!sheet?.["!data"]) continue;
    const read = sheetBlocks(sheetGrid(sheet, shift));
    if (read.length > 0 && !GIVEN_NAME.test(name)) blocks.push({ type: "paragraph", text: name });
    append(blocks, read);
    notes.push(...notesOf(name, sheet, hidden.lines.get(name)));
  }
  return neutralOf(blocks, notes);
}

async function parsed(bytes: Uint8Array): Promise<WorkBook> {
  const { read, set_cptable } = await import("@e965/xlsx");
  set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  try {
    return read(bytes, {
      type: "array",
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellStyles: true,
      bookVBA: false,
    });
  } catch (error) {
    if (/password/iu.test(String(error))) throw new DocumentRefused("password");
    throw new DocumentRefused("damaged");
  }
}
