import type { NeutralDocument } from "#services/documents/extraction.ts";

/** A file as it was received; `name` may be empty for pasted text. */
export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One format. Readers never let a library's own message out: they throw DocumentRefused. */
export interface DocumentReader {
  readonly format: string;
  /** Told by the bytes first, by the name where the bytes say nothing. */
  accepts(file: ReceivedFile): boolean;
  read(file: ReceivedFile): Promise<NeutralDocument>;
}
