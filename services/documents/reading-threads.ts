import type { ReceivedFile } from "#services/documents/document-reader.ts";
import type { ReadPaper } from "#services/documents/extraction.ts";
import type { Block, NeutralDocument } from "#services/documents/neutral.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import type { Known, ReadResult, ReadTask } from "#services/documents/threads/worker.ts";
import { createWorkerThreads, TaskTooLong, type ThreadLimits } from "#services/threads/worker-threads.ts";

/** Longest letters take two seconds; the lists of units are read first. */
const TIMEOUT_MS = 20_000;

/** What is no longer takes a second or two: where it took too long, the machine had no time for it. */
const SOON_READ_BYTES = 200_000;

export type ReadingThreads = ReturnType<typeof createReadingThreads>;

/** Reads documents in a worker thread: a letter takes up to two seconds, in which nobody else must wait. */
export function createReadingThreads(limits: ThreadLimits = {}) {
  const threads = createWorkerThreads<ReadTask, ReadResult>({
    timeoutMs: TIMEOUT_MS,
    ...limits,
    file: new URL("./threads/worker.ts", import.meta.url),
    name: "read",
    env: {},
  });

  async function readIn(source: ReadTask["source"], size: number, known: Known): Promise<ReadPaper> {
    const result = await threads.run({ source, known }).catch((error: unknown) => {
      if (!(error instanceof TaskTooLong)) throw error;
      throw new DocumentRefused(size > SOON_READ_BYTES ? "too-slow" : "busy");
    });
    if ("refused" in result) throw new DocumentRefused(result.refused.code, result.refused.facts);
    return result;
  }

  return {
    /** Of a text. Rejects with DocumentRefused. */
    read: (file: ReceivedFile, known: Known): Promise<ReadPaper> =>
      readIn({ file }, file.bytes.length, known),

    /** Of what a file was read into already. Rejects with DocumentRefused. */
    readAgain: (document: NeutralDocument, known: Known): Promise<ReadPaper> =>
      readIn({ document }, sizeOf(document.blocks), known),

    close: threads.close,
  };
}

function sizeOf(blocks: readonly Block[]): number {
  const texts = blocks.flatMap((block) => (block.type === "table" ? block.rows.flat() : [block.text]));
  return texts.reduce((sum, { length }) => sum + length, 0);
}
