import type { PDFDocumentProxy } from "pdfjs-dist";
import type { DocumentReader, ReadingProgress } from "#services/documents/document-reader.ts";
import { neutralOf } from "#services/documents/readers/neutral.ts";
import { blocksOf } from "#services/documents/readers/pdf/blocks.ts";
import { withoutFurniture } from "#services/documents/readers/pdf/furniture.ts";
import { orDamaged, withPdf } from "#services/documents/readers/pdf/open-pdf.ts";
import { layoutOf } from "#services/documents/readers/pdf/page-layout.ts";
import { marksOf } from "#services/documents/readers/pdf/page-marks.ts";
import { type ReadablePage, readable } from "#services/documents/readers/pdf/seen-text.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/** Documents with a layer of text; pages of pictures alone are refused. */
export const readPdf: DocumentReader = async ({ bytes }, onProgress) => {
  const pages = await withPdf(bytes, (document) => pagesOf(document, onProgress));
  if (pages.every(({ glyphs }) => glyphs.length === 0)) throw new DocumentRefused("scanned-pdf", { page: 1 });

  const neutral = neutralOf(blocksOf(withoutFurniture(pages.map(layoutOf))));
  const script = pages.flatMap(({ glyphs }) => glyphs.find(({ font }) => font.script)?.font.script ?? [])[0];
  return {
    ...neutral,
    scanned: pages.some(({ isScanned }) => isScanned),
    ...(script ? { script } : {}),
  };
};

/** Page by page, so that one that cannot be read ends the reading. */
async function pagesOf(
  document: PDFDocumentProxy,
  onProgress: (progress: ReadingProgress) => void,
): Promise<readonly ReadablePage[]> {
  const pages: ReadablePage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    onProgress({ page: number, of: document.numPages });
    const page = await orDamaged(document.getPage(number));
    pages.push(readable(await marksOf(page, number), number));
    page.cleanup();
  }
  return pages;
}
