import { type Child, type ChildOptions, type ErrandLimits, startChild } from "#services/processes/child.ts";
import { createTurns } from "#services/threads/turns.ts";

export interface ProcessLimits extends Partial<ErrandLimits>, Partial<Pick<ChildOptions, "memoryMb">> {
  /** A process without work for so long ends and gives its memory back. */
  readonly idleMs?: number;
  /** Tasks that may wait for their turn. */
  readonly waiting?: number;
}

export interface WorkerProcessOptions extends ProcessLimits, Pick<ChildOptions, "env"> {
  /** Module of the work. */
  readonly file: URL;
  /** The function it exports that does a task: `(task, tellProgress) => result`. */
  readonly name: string;
}

/** Too many tasks wait already. */
export class QueueFull extends Error {
  override readonly name = "QueueFull";
}

/** A process that takes longer to begin will not begin at all. */
const START = { stepMs: 120_000, totalMs: 120_000 };

/**
 * Works in one process of its own, one task after the other: what a task does to memory, its own, native or WebAssembly,
 * ends that process and nothing else. Started at the first task, ended when idle, started anew when it ended.
 */
export function createWorkerProcess<Task, Progress, Result>(options: WorkerProcessOptions) {
  const { file, name, env, stepMs = 20_000, totalMs = 900_000, memoryMb = 1_024 } = options;
  const { idleMs = 180_000, waiting: mostWaiting = 10 } = options;
  const inTurn = createTurns(1);
  let waiting = 0;
  let child: Child | undefined;
  let idle: NodeJS.Timeout | undefined;

  async function started(): Promise<Child> {
    if (child?.isFit()) return child;
    await end();
    child = startChild({ env, memoryMb });
    await child.run({ module: file.href, name: null, task: null }, START, () => undefined);
    return child;
  }

  async function end(): Promise<void> {
    const ending = child;
    child = undefined;
    await ending?.end();
  }

  return {
    /** Rejects with QueueFull, TaskTooLong or ProcessEnded, or with what the task threw. */
    async run(task: Task, onProgress: (progress: Progress) => void = () => undefined): Promise<Result> {
      if (waiting > mostWaiting) throw new QueueFull(`${waiting} wait for ${name}`);
      waiting += 1;
      return inTurn(async () => {
        clearTimeout(idle);
        const errand = { module: file.href, name, task };
        const limits = { stepMs, totalMs };
        return (await (
          await started()
        ).run(errand, limits, (told) => onProgress(told as Progress))) as Result;
      }).finally(() => {
        waiting -= 1;
        if (waiting === 0) idle = setTimeout(end, idleMs).unref();
      });
    },

    async close(): Promise<void> {
      clearTimeout(idle);
      await end();
    },
  };
}
