import type { ReceivedFile } from "#services/documents/document-reader.ts";
import type { Block, Extraction, NeutralDocument } from "#services/documents/extraction.ts";
import type { Given } from "#services/documents/given.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import type { ReadResult, ReadTask } from "#services/documents/threads/worker.ts";
import { createWorkerThreads, TaskTooLong, type ThreadLimits } from "#services/threads/worker-threads.ts";
import type { AddedUnits } from "#services/units/added-units.ts";

export interface ReadingThreadsOptions extends ThreadLimits {
  readonly added: Pick<AddedUnits, "all">;
  /** Today's date, ISO. */
  readonly today: () => string;
}

/** Longest letters take two seconds; the lists of units are read first. */
const TIMEOUT_MS = 20_000;

/** What is no longer takes a second or two: where it took too long, the machine had no time for it. */
const SOON_READ_BYTES = 200_000;

export type ReadingThreads = ReturnType<typeof createReadingThreads>;

/** Reads documents in a worker thread: a letter takes up to two seconds, in which nobody else must wait. */
export function createReadingThreads({ added, today, ...limits }: ReadingThreadsOptions) {
  const threads = createWorkerThreads<ReadTask, ReadResult>({
    timeoutMs: TIMEOUT_MS,
    ...limits,
    file: new URL("./threads/worker.ts", import.meta.url),
    name: "read",
    env: {},
  });

  async function extracted(source: ReadTask["source"], size: number, given?: Given): Promise<Extraction> {
    const task = { source, added: await added.all(), today: today(), given };
    const result = await threads.run(task).catch((error: unknown) => {
      if (!(error instanceof TaskTooLong)) throw error;
      throw new DocumentRefused(size > SOON_READ_BYTES ? "too-slow" : "busy");
    });
    if ("refused" in result) throw new DocumentRefused(result.refused.code, result.refused.facts);
    return result.extraction;
  }

  return {
    /** Of a text. Rejects with DocumentRefused. */
    extract: (file: ReceivedFile, given?: Given): Promise<Extraction> =>
      extracted({ file }, file.bytes.length, given),

    /** Of what a file was read into already. Rejects with DocumentRefused. */
    extractRead: (document: NeutralDocument, given?: Given): Promise<Extraction> =>
      extracted({ document }, sizeOf(document.blocks), given),

    close: threads.close,
  };
}

function sizeOf(blocks: readonly Block[]): number {
  const texts = blocks.flatMap((block) => (block.type === "table" ? block.rows.flat() : [block.text]));
  return texts.reduce((sum, { length }) => sum + length, 0);
}
