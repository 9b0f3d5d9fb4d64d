import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { DocumentRefused } from "#services/documents/refused.ts";

/** Reports with their appendices have under 40 pages; each takes a fifth of a second. */
const MAX_PAGES = 50;
/** Pixels; larger pictures are not unpacked. A page at 600 dpi has 35 million. */
const MAX_PICTURE = 40_000_000;
/** The last mark of a whole file stands this near to its end (ISO 32000-1, H.3). */
const END_WITHIN_BYTES = 1024;
const END_MARK = "%%EOF";
const ERRORS_ONLY = 0;

/** Opens a pdf, hands it to `use` and closes it whatever happens. Rejects with DocumentRefused. */
export async function withPdf<T>(
  bytes: Uint8Array,
  use: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  if (!endsWhole(bytes)) throw new DocumentRefused("damaged-pdf");
  const task = await loading(bytes);
  try {
    const document = await orDamaged(task.promise);
    if (document.numPages > MAX_PAGES)
      throw new DocumentRefused("too-many-pages", { pages: document.numPages, most: MAX_PAGES });
    return await use(document);
  } finally {
    await task.destroy();
  }
}

/** Of a file cut short some pages may still open: its figures would be lost in silence. */
function endsWhole(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.slice(-END_WITHIN_BYTES)).includes(END_MARK);
}

/** The library is loaded at the first pdf; it takes the bytes away, so that it is given a copy. */
async function loading(bytes: Uint8Array) {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const inFolder = (name: string): string => join(folder, name, "/");
  return getDocument({
    data: Uint8Array.from(bytes),
    verbosity: ERRORS_ONLY,
    cMapUrl: inFolder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: inFolder("standard_fonts"),
    wasmUrl: inFolder("wasm"),
    iccUrl: inFolder("iccs"),
    maxImageSize: MAX_PICTURE,
    isEvalSupported: false,
    useSystemFonts: false,
    enableXfa: false,
    fontExtraProperties: true,
  });
}

/** What the library gives; its own faults become refusals. */
export function orDamaged<T>(given: Promise<T>): Promise<T> {
  return given.catch((error: unknown) => {
    const needsPassword = error instanceof Error && error.name === "PasswordException";
    throw new DocumentRefused(needsPassword ? "password" : "damaged-pdf");
  });
}
