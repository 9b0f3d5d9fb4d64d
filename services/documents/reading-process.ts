import type { ReadingProgress, ReceivedPaper } from "#services/documents/document-reader.ts";
import type { NeutralDocument } from "#services/documents/neutral.ts";
import type { FileResult } from "#services/documents/process/worker.ts";
import { type DocumentRefusalCode, DocumentRefused } from "#services/documents/refused.ts";
import { ProcessEnded } from "#services/processes/child.ts";
import { createWorkerProcess, type ProcessLimits, QueueFull } from "#services/processes/worker-process.ts";
import { TaskTooLong } from "#services/threads/worker-threads.ts";

/**
 * Turns files into paragraphs and tables in one process of its own, one file after the other: libraries that unpack,
 * decode and draw what strangers send use memory that no limit of a thread holds.
 */
export function createReadingProcess(limits: ProcessLimits = {}) {
  const worker = createWorkerProcess<ReceivedPaper, ReadingProgress, FileResult>({
    ...limits,
    file: new URL("./process/worker.ts", import.meta.url),
    name: "read",
    env: {},
  });

  return {
    /** Rejects with DocumentRefused. */
    async read(
      paper: ReceivedPaper,
      onProgress?: (progress: ReadingProgress) => void,
    ): Promise<NeutralDocument> {
      const result = await worker.run(paper, onProgress).catch((error: unknown) => {
        throw refusalOf(error);
      });
      if ("refused" in result) throw new DocumentRefused(result.refused.code, result.refused.facts);
      return result.document;
    },

    close: worker.close,
  };
}

/** Only files make a process end or run on; anything else is a fault of ours. */
function refusalOf(error: unknown): unknown {
  const codes: readonly (readonly [abstract new (...args: never) => Error, DocumentRefusalCode])[] = [
    [TaskTooLong, "too-slow"],
    [ProcessEnded, "too-heavy"],
    [QueueFull, "busy"],
  ];
  const code = codes.find(([kind]) => error instanceof kind)?.[1];
  return code ? new DocumentRefused(code) : error;
}
