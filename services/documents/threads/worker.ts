import type { ReceivedFile } from "#services/documents/document-reader.ts";
import { extract } from "#services/documents/extract.ts";
import type { ReadPaper } from "#services/documents/extraction.ts";
import type { Given } from "#services/documents/given.ts";
import type { NeutralDocument } from "#services/documents/neutral.ts";
import { readDocument } from "#services/documents/read-document.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import { createIndicators } from "#services/indicators/indicators.ts";
import { createUnits } from "#services/units/create-units.ts";
import type { Unit } from "#services/units/unit.ts";

/** What is known when a document is read. */
export interface Known {
  /** Units that no list knows and documents named before. */
  readonly added: readonly Unit[];
  /** ISO date. */
  readonly today: string;
  readonly given?: Given | undefined;
}

export interface ReadTask {
  /** A text still to be read, or what a file was read into. */
  readonly source: { readonly file: ReceivedFile } | { readonly document: NeutralDocument };
  readonly known: Known;
}

/** An error loses its class between threads: a refusal comes back as what it says. */
export type ReadResult = ReadPaper | { readonly refused: Pick<DocumentRefused, "code" | "facts"> };

const indicators = createIndicators();

/** What a reading thread does; the lists of units are read once in a thread. */
export async function read({ source, known: { added, today, given } }: ReadTask): Promise<ReadResult> {
  const units = createUnits({ added });
  try {
    const neutral = "file" in source ? await readDocument(source.file) : source.document;
    return { neutral, extraction: extract(neutral, { units, indicators, today, given }) };
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    return { refused: { code: error.code, facts: error.facts } };
  }
}
