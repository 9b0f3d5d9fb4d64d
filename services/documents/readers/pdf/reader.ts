import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import type { DocumentReader, ReadingProgress } from "#services/documents/document-reader.ts";
import { neutralOf } from "#services/documents/readers/neutral.ts";
import { blocksOf } from "#services/documents/readers/pdf/blocks.ts";
import { withoutFurniture } from "#services/documents/readers/pdf/furniture.ts";
import { orDamaged, withPdf } from "#services/documents/readers/pdf/open-pdf.ts";
import { layoutOf, type PageLayout } from "#services/documents/readers/pdf/page-layout.ts";
import { marksOf } from "#services/documents/readers/pdf/page-marks.ts";
import { pagePicture } from "#services/documents/readers/pdf/page-picture.ts";
import type { PictureReading } from "#services/documents/readers/pdf/picture-reading.ts";
import { readable } from "#services/documents/readers/pdf/seen-text.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import type { LegacyScript } from "#services/text/legacy/legacy.ts";

/** A page as it was written, or as its picture was read. */
interface ReadPage {
  readonly layout: PageLayout;
  readonly isScanned: boolean;
  readonly script: LegacyScript | null;
  readonly notes: readonly ImportWarning[];
}

/** Reads documents with a layer of text, with pages of pictures, or with both. */
export const pdfReader =
  (openPictures: () => PictureReading): DocumentReader =>
  async ({ bytes }, onProgress) => {
    const pictures = openPictures();
    try {
      const pages = await withPdf(bytes, (document) => pagesOf(document, pictures, onProgress));
      const notes = pages.flatMap((page) => page.notes);
      if (
        notes.length === 0 &&
        pages.every(({ layout: { items, asides } }) => items.length + asides.length === 0)
      )
        throw new DocumentRefused("scanned-pdf", { page: 1 });

      const neutral = neutralOf(blocksOf(withoutFurniture(pages.map(({ layout }) => layout))), notes);
      const script = pages.find((page) => page.script)?.script;
      const doubts = pictures.doubts();
      return {
        ...neutral,
        scanned: pages.some(({ isScanned }) => isScanned),
        ...(script ? { script } : {}),
        ...(doubts.length > 0 ? { doubts } : {}),
      };
    } finally {
      await pictures.close();
    }
  };

/** Page by page, so that one that cannot be read ends the reading. */
async function pagesOf(
  document: PDFDocumentProxy,
  pictures: PictureReading,
  onProgress: (progress: ReadingProgress) => void,
): Promise<readonly ReadPage[]> {
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const onWork = () => onProgress({ page: number, of: document.numPages });
    onWork();
    const page = await orDamaged(document.getPage(number));
    const written = readable(await marksOf(page, number), number);
    const script = written?.glyphs.find(({ font }) => font.script)?.font.script ?? null;
    pages.push(
      written
        ? { layout: layoutOf(written), isScanned: written.isScanned, script, notes: [] }
        : await pictured(page, number, pictures, onWork),
    );
    page.cleanup();
  }
  return pages;
}

const WHITE = 255;

async function pictured(
  page: PDFPageProxy,
  number: number,
  pictures: PictureReading,
  onWork: () => void,
): Promise<ReadPage> {
  const picture = await pagePicture(page, number);
  // No scanner gives a white without a speck: the picture was too large to be unpacked.
  if (picture.rgba.every((value) => value === WHITE))
    throw new DocumentRefused("scanned-pdf", { page: number });
  const layout = await pictures.read(picture, number, onWork);
  return { layout, isScanned: true, script: null, notes: layout.notes };
}
