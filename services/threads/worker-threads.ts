import type { Tinypool } from "tinypool";
import { ownTime, startDeadline } from "#services/threads/deadline.ts";
import { createTurns } from "#services/threads/turns.ts";

export interface ThreadLimits {
  /** Tasks under way at the same time; one leaves a core of a small machine to the answers. */
  readonly threads?: number;
  /** For one task, from the moment its thread begins; time in which the program got no processor does not count. */
  readonly timeoutMs?: number;
  /** A thread without work for so long ends and gives its memory back. */
  readonly idleMs?: number;
}

export interface WorkerThreadsOptions extends ThreadLimits {
  /** Module of the work, loaded at a thread's first task. */
  readonly file: URL;
  /** The function it exports that does a task. */
  readonly name: string;
  /** All that a thread sees of the environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** A task took longer than it may; its thread was ended. */
export class TaskTooLong extends Error {
  override readonly name = "TaskTooLong";
  constructor(task: string, timeoutMs: number, options?: { cause: unknown }) {
    super(`${task} took longer than ${timeoutMs} ms`, options);
  }
}

/** A thread that takes longer to begin will not begin at all. */
const LONGEST_START_MS = 120_000;

/** Works in threads, so that answers never wait; nothing is loaded before the first task. */
export function createWorkerThreads<Task, Result>(options: WorkerThreadsOptions) {
  const { file, name, threads = 1, timeoutMs = 10_000, idleMs = 120_000 } = options;
  const turns = createTurns(threads);
  let pool: Promise<Tinypool> | undefined;

  return {
    /** Rejects with TaskTooLong, or with what the task threw. */
    run: (task: Task): Promise<Result> =>
      turns(async () => {
        pool ??= openPool({ threads, idleMs, env: options.env });
        const threadPool = await pool;
        const module = file.href;
        const within = async (ms: number, work: "load" | "run", given: object): Promise<unknown> => {
          const ending = new AbortController();
          const { signal } = ending;
          const giveUp = startDeadline(ms, ownTime(), () => ending.abort());
          return threadPool
            .run(given, { name: work, signal })
            .catch((cause: unknown) => {
              throw signal.aborted ? new TaskTooLong(name, ms, { cause }) : cause;
            })
            .finally(giveUp);
        };
        await within(LONGEST_START_MS, "load", { module });
        return (await within(timeoutMs, "run", { module, name, task })) as Result;
      }),

    async close(): Promise<void> {
      await (await pool)?.destroy();
    },
  };
}

interface PoolOptions extends Pick<WorkerThreadsOptions, "env"> {
  readonly threads: number;
  readonly idleMs: number;
}

async function openPool({ threads, idleMs, env }: PoolOptions): Promise<Tinypool> {
  const { Tinypool } = await import("tinypool");
  const pool = new Tinypool({
    filename: new URL("thread.mjs", import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    execArgv: [],
    env: { ...env },
  });
  // A thread that breaks between two tasks is replaced at the next one.
  pool.on("error", () => undefined);
  return pool;
}
