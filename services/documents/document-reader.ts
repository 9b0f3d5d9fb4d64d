import type { NeutralDocument } from "#services/documents/neutral.ts";

/** A file as it was received; `name` may be empty for pasted text, and may lie: nothing is told by it. */
export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was received as one paper: a file, or pictures that are its pages in order. */
export type ReceivedPaper = ReceivedFile | readonly ReceivedFile[];

export function filesOf(paper: ReceivedPaper): readonly ReceivedFile[] {
  return "bytes" in paper ? [paper] : paper;
}

/** How far the reading of a paper with pages is; pages count from 1. Told more than once of a page that takes long. */
export interface ReadingProgress {
  readonly page: number;
  readonly of: number;
}

export type OnProgress = (progress: ReadingProgress) => void;

/** Reads files of one kind. Never lets a library's own message out: it throws DocumentRefused. */
export type DocumentReader = (
  file: ReceivedFile,
  onProgress: OnProgress,
) => NeutralDocument | Promise<NeutralDocument>;
