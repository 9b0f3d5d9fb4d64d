import type { ReadingProgress, ReceivedPaper } from "#services/documents/document-reader.ts";
import type { NeutralDocument } from "#services/documents/neutral.ts";
import { readDocument } from "#services/documents/read-document.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/** An error loses its class between processes: a refusal comes back as what it says. */
export type FileResult =
  | { readonly document: NeutralDocument }
  | { readonly refused: Pick<DocumentRefused, "code" | "facts"> };

/** What the reading process does with a paper. */
export async function read(
  paper: ReceivedPaper,
  onProgress: (progress: ReadingProgress) => void,
): Promise<FileResult> {
  try {
    return { document: await readDocument(paper, onProgress) };
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    return { refused: { code: error.code, facts: error.facts } };
  }
}
