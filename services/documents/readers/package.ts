import { zipSync } from "fflate";
import type { DocumentReader } from "#services/documents/document-reader.ts";
import { type Parts, unzipped } from "#services/documents/readers/packages/unzipped.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import { decodeMarkup } from "#services/text/decode-text.ts";

/** .docx, .xlsx, .xlsb and .ods: told by what lies inside. */
export const packageReader: DocumentReader = async ({ name, bytes }) => {
  const parts = unzipped(bytes);
  const has = (start: string) => [...parts.keys()].some((part) => part.toLowerCase().startsWith(start));
  if (has("word/vbaproject") || has("xl/vbaproject")) throw new DocumentRefused("macros");
  if (textIn(parts, "META-INF/manifest.xml").includes("encryption-data"))
    throw new DocumentRefused("password");

  if (has("word/document")) {
    const { readDocx } = await import("#services/documents/readers/word/docx.ts");
    return readDocx(parts);
  }
  const isSheets = textIn(parts, "mimetype").startsWith("application/vnd.oasis.opendocument.spreadsheet");
  if (!has("xl/workbook") && !isSheets) throw new DocumentRefused("unsupported-format", { name });
  const { readWorkbook } = await import("#services/documents/readers/workbook/workbook.ts");
  if (!isSheets) return readWorkbook(repacked(parts));
  const { hiddenParts } = await import("#services/documents/readers/workbook/hidden-parts.ts");
  return readWorkbook(repacked(parts), hiddenParts(parts.get("content.xml")));
};

function textIn(parts: Parts, name: string): string {
  return decodeMarkup(parts.get(name) ?? new Uint8Array());
}

/** What was counted and nothing else: a list of contents may name parts once more, or others than were unpacked. */
function repacked(parts: Parts): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level: 0 });
}
