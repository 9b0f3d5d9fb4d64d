import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { timeOf } from "#services/processes/cpu-time.ts";
import { startDeadline } from "#services/threads/deadline.ts";
import { TaskTooLong } from "#services/threads/worker-threads.ts";

export interface ChildOptions {
  /** All that the process sees of the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** All of its memory, native memory included; beyond it the process is ended. */
  readonly memoryMb: number;
}

/** What is sent: load a module (`name` null), or do a task with a function of it. */
export interface Errand {
  readonly module: string;
  readonly name: string | null;
  readonly task: unknown;
}

export interface ErrandLimits {
  /**
   * Longest time without a word of it: until its first progress, between two, from the last to the end. Where the
   * system tells how much of the processor a process was given, time in which it got none does not count.
   */
  readonly stepMs: number;
  readonly totalMs: number;
}

const MB = 1024 * 1024;

type Answer =
  | { readonly progress: unknown }
  | { readonly done: unknown; readonly memory: number }
  | { readonly failed: string };

/** The process ended in the midst of a task: out of memory, or broken by what it was given. */
export class ProcessEnded extends Error {
  override readonly name = "ProcessEnded";
}

/** What the work itself threw, as the process told it. */
class WorkFailed extends Error {
  override readonly name = "WorkFailed";
}

export type Child = ReturnType<typeof startChild>;

/** Starts a process that does one errand at a time. */
export function startChild({ env, memoryMb }: ChildOptions) {
  const child = fork(new URL("process.mjs", import.meta.url), [String(memoryMb)], {
    env: { ...env },
    execArgv: [`--max-old-space-size=${memoryMb}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  child.on("error", () => undefined);
  const ended = once(child, "close").catch(() => undefined);
  rest(child);
  let memory = 0;

  return {
    /** Has room for another task: what the last one left behind may be no more than half of what it may have. */
    isFit: (): boolean => child.connected && child.exitCode === null && memory < (memoryMb * MB) / 2,

    /** Rejects with TaskTooLong or ProcessEnded, the process gone; or with what the work threw. */
    async run(
      errand: Errand,
      limits: ErrandLimits,
      onProgress: (progress: unknown) => void,
    ): Promise<unknown> {
      wake(child);
      try {
        const answer = await answerTo(child, errand, limits, onProgress);
        memory = answer.memory;
        return answer.done;
      } finally {
        if (child.killed) await ended;
        rest(child);
      }
    },

    /** Keeps the program going until the process is gone: whoever ends it waits for that. */
    async end(): Promise<void> {
      wake(child);
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Only a process at work keeps the program from ending. */
function wake(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function answerTo(
  child: ChildProcess,
  errand: Errand,
  { stepMs, totalMs }: ErrandLimits,
  onProgress: (progress: unknown) => void,
): Promise<Extract<Answer, { readonly done: unknown }>> {
  return new Promise((resolve, reject) => {
    const what = errand.name ?? errand.module;
    const give = (ms: number) =>
      startDeadline(ms, timeOf(child.pid), () => {
        child.kill("SIGKILL");
        settle(() => reject(new TaskTooLong(what, ms)));
      });
    const endTotal = give(totalMs);
    let endStep = give(stepMs);
    const settle = (end: () => void) => {
      endTotal();
      endStep();
      child.off("message", hear).off("close", broken).off("error", broken);
      end();
    };
    const broken = () =>
      settle(() =>
        reject(new ProcessEnded(`${what}: ${child.signalCode ?? child.exitCode ?? "no process"}`)),
      );
    const hear = (answer: Answer) => {
      if ("progress" in answer) {
        endStep();
        endStep = give(stepMs);
        onProgress(answer.progress);
      } else if ("failed" in answer) settle(() => reject(new WorkFailed(answer.failed)));
      else settle(() => resolve(answer));
    };
    child.on("message", hear).on("close", broken).on("error", broken);
    child.send(errand, (error: Error | null) => error && broken());
  });
}
