import type { DocumentReader, ReceivedFile } from "#services/documents/document-reader.ts";
import { safeText } from "#services/documents/dossiers/safe-text.ts";
import type { NeutralDocument } from "#services/documents/neutral.ts";
import { csvLines, looksLikeCsv } from "#services/documents/readers/csv.ts";
import { looksScanned } from "#services/documents/readers/scanned.ts";
import { textBlocks } from "#services/documents/readers/text-blocks.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import { savedAnswer } from "#services/documents/saved-answer/saved-answer.ts";
import { decodeText } from "#services/text/decode-text.ts";
import { decodeLegacy, fromLegacy } from "#services/text/legacy/legacy.ts";

/** Text is refused beyond this many lines: a province's full list with 25 indicators has under 4,000. */
const MAX_LINES = 20_000;

/** Plain text, Markdown, comma-separated values and kept answers of the national portal, from a file or pasted. */
export const textReader: DocumentReader = readText;

function readText(file: ReceivedFile): NeutralDocument {
  const decoded = decodeText(file.bytes);
  const converted = decoded === null ? decodeLegacy(file.bytes) : fromLegacy(decoded);
  const read = converted?.text ?? decoded;
  if (read === null) throw new DocumentRefused("not-text");
  const saved = savedAnswer(read);
  if (saved) return { blocks: [], scanned: false, saved };
  const text = safeText(read);
  if (text.trim() === "") throw new DocumentRefused("empty");
  if (text.split("\n").length > MAX_LINES) throw new DocumentRefused("too-many-rows", { rows: MAX_LINES });
  return {
    blocks: textBlocks(looksLikeCsv(text) ? csvLines(text) : text),
    scanned: looksScanned(text),
    ...(converted ? { script: converted.script } : {}),
  };
}
