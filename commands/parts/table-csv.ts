import type { FileTable, TableCell } from "#commands/parts/table-file.ts";
import { sheetText } from "#services/text/sheet-text.ts";

/** Excel reads a file as UTF-8 only with this mark before it. */
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** A table as Excel in Vietnamese opens it by a double click: semicolons, decimal commas, UTF-8 with its mark. */
export function tableCsv({ columns, rows }: FileTable): Uint8Array {
  const lines = [columns.map(({ head }) => head), ...rows].map((row) => row.map(written).join(";"));
  return Buffer.from([...BYTE_ORDER_MARK, ...Buffer.from(`${lines.join("\r\n")}\r\n`)]);
}

function written(cell: TableCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell.value).replace(".", ",");
  const text = sheetText(cell);
  // A cell that begins so would be reckoned as a formula.
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
