import type { DocumentReader, ReadingProgress, ReceivedFile } from "#services/documents/document-reader.ts";
import type { NeutralDocument } from "#services/documents/extraction.ts";
import { type Format, formatOf } from "#services/documents/format.ts";
import { textReader } from "#services/documents/readers/text.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/** Readers with libraries are loaded with the first file that needs them. */
const READERS: Readonly<Partial<Record<Format, () => Promise<DocumentReader>>>> = {
  text: async () => textReader,
  package: async () => (await import("#services/documents/readers/package.ts")).packageReader,
  pdf: async () => (await import("#services/documents/readers/pdf/reader.ts")).readPdf,
  markup: async () => (await import("#services/documents/readers/html/html.ts")).htmlReader,
  "sheet-xml": async () => (await import("#services/documents/readers/sheet-xml.ts")).sheetXmlReader,
  compound: async () => (await import("#services/documents/readers/compound.ts")).compoundReader,
};

/** Largest file taken in; letters with scans inside stay below it. */
export const MAX_BYTES = 20 * 1024 * 1024;

/** Throws DocumentRefused for a file that is refused whatever it holds. */
export function requireTakable({ bytes }: ReceivedFile): void {
  if (bytes.length === 0) throw new DocumentRefused("empty");
  if (bytes.length > MAX_BYTES) throw tooLarge();
}

/** What is said of a file that is larger than any that is taken in. */
export const tooLarge = (): DocumentRefused =>
  new DocumentRefused("too-large", { megabytes: MAX_BYTES / 1024 / 1024 });

/** Reads a file into paragraphs and tables. Rejects with DocumentRefused. */
export async function readDocument(
  file: ReceivedFile,
  onProgress: (progress: ReadingProgress) => void = () => undefined,
): Promise<NeutralDocument> {
  requireTakable(file);
  const reader = await READERS[formatOf(file.bytes)]?.();
  if (!reader) throw new DocumentRefused("unsupported-format", { name: file.name });
  return await reader(file, onProgress);
}
