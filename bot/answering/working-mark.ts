import { setTimeout as pause } from "node:timers/promises";

export interface WorkingMarkOptions {
  /** Marks what was asked as being worked on, or takes the mark off. Never rejects. */
  readonly mark: (isWorking: boolean) => Promise<void>;
  /** Waits for so many ms; rejects once `signal` is aborted. */
  readonly rest?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

/** What is answered sooner needs no mark: it would only flicker. */
const PATIENCE_MS = 2_000;

const restFor = (ms: number, signal: AbortSignal): Promise<unknown> => pause(ms, undefined, { signal });

/** Marks a message once its answer takes long, until `end` is called; `end` resolves when the mark is off. */
export function createWorkingMark({ mark, rest = restFor }: WorkingMarkOptions) {
  const ending = new AbortController();
  const marking = rest(PATIENCE_MS, ending.signal).then(
    async () => {
      if (ending.signal.aborted) return false;
      await mark(true);
      return true;
    },
    () => false,
  );
  return {
    async end(): Promise<void> {
      ending.abort();
      if (await marking) await mark(false);
    },
  };
}
