import {
  filesOf,
  type OnProgress,
  type ReceivedFile,
  type ReceivedPaper,
} from "#services/documents/document-reader.ts";
import type { ReadPaper } from "#services/documents/extraction.ts";
import { formatOf } from "#services/documents/format.ts";
import type { NeutralDocument } from "#services/documents/neutral.ts";
import { requireTakable } from "#services/documents/read-document.ts";
import { createReadingProcess } from "#services/documents/reading-process.ts";
import { createReadingThreads } from "#services/documents/reading-threads.ts";
import type { Known } from "#services/documents/threads/worker.ts";
import type { ProcessLimits } from "#services/processes/worker-process.ts";
import type { ThreadLimits } from "#services/threads/worker-threads.ts";

export interface ReadingOptions {
  readonly threads?: ThreadLimits;
  readonly process?: ProcessLimits;
  /** Looks at each file before anything reads it. Rejects with DocumentRefused. */
  readonly scan?: ((bytes: Uint8Array) => Promise<void>) | undefined;
}

export interface FileOptions extends Known {
  /** Hears of pages, where a file has many. */
  readonly onProgress?: OnProgress | undefined;
}

export type Reading = ReturnType<typeof createReading>;

/** What is pasted has no name, and is nothing that could be opened. */
const isFile = ({ name, bytes }: ReceivedFile): boolean => name !== "" || formatOf(bytes) !== "text";

/** Larger texts are no paper that anybody pasted: what they take must not be this process's memory. */
const LARGEST_TEXT = 1024 * 1024;

const isPaste = ({ bytes }: ReceivedFile): boolean =>
  bytes.length <= LARGEST_TEXT && formatOf(bytes) === "text";

/**
 * Reads what is sent, never in this thread. Text goes to a thread at once, so that what somebody pastes does not wait
 * for the fifty scanned pages of another; files that need a library go through the reading process first.
 */
export function createReading({ threads: limits, process, scan }: ReadingOptions = {}) {
  const threads = createReadingThreads(limits);
  const files = createReadingProcess(process);

  return {
    /** Rejects with DocumentRefused. */
    async read(paper: ReceivedPaper, { onProgress, ...known }: FileOptions): Promise<ReadPaper> {
      const received = filesOf(paper);
      requireTakable(received);
      if (scan) for (const one of received.filter(isFile)) await scan(one.bytes);
      const [file, ...others] = received;
      if (file && others.length === 0 && isPaste(file)) return threads.read(file, known);
      return threads.readAgain(await files.read(paper, onProgress), known);
    },

    /** What a document says once a person said what it leaves open. Rejects with DocumentRefused. */
    readAgain: (document: NeutralDocument, known: Known): Promise<ReadPaper> =>
      threads.readAgain(document, known),

    async close(): Promise<void> {
      await Promise.all([threads.close(), files.close()]);
    },
  };
}
