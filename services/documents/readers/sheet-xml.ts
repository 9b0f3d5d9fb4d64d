import type { DocumentReader } from "#services/documents/document-reader.ts";
import { hasDoctype } from "#services/documents/readers/packages/unzipped.ts";
import { readWorkbook } from "#services/documents/readers/workbook/workbook.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/** A workbook that Excel 2003, and many a program after it, saved as XML. */
export const sheetXmlReader: DocumentReader = ({ bytes }) => {
  if (hasDoctype(bytes)) throw new DocumentRefused("suspicious");
  return readWorkbook(bytes);
};
