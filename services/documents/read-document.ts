import {
  type DocumentReader,
  filesOf,
  type ReadingProgress,
  type ReceivedFile,
  type ReceivedPaper,
} from "#services/documents/document-reader.ts";
import { withoutCitizens } from "#services/documents/dossiers/without-citizens.ts";
import { type Format, formatOf } from "#services/documents/format.ts";
import type { NeutralDocument } from "#services/documents/neutral.ts";
import { textReader } from "#services/documents/readers/text.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/** Readers with libraries are loaded with the first file that needs them. */
const READERS: Readonly<Partial<Record<Format, () => Promise<DocumentReader>>>> = {
  text: async () => textReader,
  package: async () => (await import("#services/documents/readers/package.ts")).packageReader,
  pdf: async () => {
    const { pdfReader } = await import("#services/documents/readers/pdf/reader.ts");
    const { openPictureReading } = await import("#services/documents/readers/pictures/reader.ts");
    return pdfReader(openPictureReading);
  },
  markup: async () => (await import("#services/documents/readers/html/html.ts")).htmlReader,
  "sheet-xml": async () => (await import("#services/documents/readers/sheet-xml.ts")).sheetXmlReader,
  compound: async () => (await import("#services/documents/readers/compound.ts")).compoundReader,
};

/** Largest paper taken in; letters with scans inside stay below it. */
export const MAX_BYTES = 20 * 1024 * 1024;

/** As many pictures as pages of a pdf. */
const MOST_PICTURES = 50;

/** Throws DocumentRefused for files that are refused whatever they hold. */
export function requireTakable(files: readonly ReceivedFile[]): void {
  if (files.length === 0 || files.some(({ bytes }) => bytes.length === 0)) throw new DocumentRefused("empty");
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MAX_BYTES) throw tooLarge();
  if (files.length > MOST_PICTURES)
    throw new DocumentRefused("too-many-pages", { pages: files.length, most: MOST_PICTURES });
}

/** What is said of a file that is larger than any that is taken in. */
export const tooLarge = (): DocumentRefused =>
  new DocumentRefused("too-large", { megabytes: MAX_BYTES / 1024 / 1024 });

/** Reads a paper into paragraphs and tables, without the citizens that it lists. Rejects with DocumentRefused. */
export async function readDocument(
  paper: ReceivedPaper,
  onProgress: (progress: ReadingProgress) => void = () => undefined,
): Promise<NeutralDocument> {
  const files = filesOf(paper);
  requireTakable(files);
  const [file, ...others] = files;
  if (others.length > 0 && files.some(({ bytes }) => formatOf(bytes) !== "picture"))
    throw new DocumentRefused("several-files");
  if (file && formatOf(file.bytes) === "picture") {
    const { readPictures } = await import("#services/documents/readers/pictures/reader.ts");
    return withoutCitizens(await readPictures(files, onProgress));
  }
  const reader = file && (await READERS[formatOf(file.bytes)]?.());
  if (file && formatOf(file.bytes) === "rtf") throw new DocumentRefused("rtf");
  if (!reader) throw new DocumentRefused("unsupported-format", { name: file?.name ?? "" });
  return withoutCitizens(await reader(file, onProgress));
}
