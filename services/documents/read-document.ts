import type { DocumentReader, ReceivedFile } from "#services/documents/document-reader.ts";
import type { NeutralDocument } from "#services/documents/extraction.ts";
import { textReader } from "#services/documents/readers/text.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/** In the order asked; text comes last because it accepts anything that is not binary. */
const READERS: readonly DocumentReader[] = [textReader];

/** Largest file taken in; letters with scans inside stay below it. */
const MAX_BYTES = 20 * 1024 * 1024;

/** Reads a file into paragraphs and tables. Rejects with DocumentRefused. */
export async function readDocument(file: ReceivedFile): Promise<NeutralDocument> {
  if (file.bytes.length === 0) throw new DocumentRefused("empty");
  if (file.bytes.length > MAX_BYTES)
    throw new DocumentRefused("too-large", { megabytes: MAX_BYTES / 1024 / 1024 });

  const reader = READERS.find((candidate) => candidate.accepts(file));
  if (!reader) throw new DocumentRefused("unsupported-format", { name: file.name });
  return await reader.read(file);
}
