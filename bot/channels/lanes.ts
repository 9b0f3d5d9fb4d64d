import { setImmediate } from "node:timers/promises";

type Job = () => Promise<void>;

export interface LanesOptions {
  readonly onError: (error: unknown) => void;
  /** Lanes whose job runs at the same time. */
  readonly room?: number;
}

/** Enough for every chat on a busy day; after an outage it bounds what is in memory and how long the loop is kept. */
const ROOM = 100;

/**
 * Jobs of one lane run in order, lanes run side by side: a slow answer in one chat holds up no other. When more wait
 * than there is room for, the lane that spoke last goes first: whoever asks now still waits for the answer.
 */
export function createLanes({ onError, room = ROOM }: LanesOptions) {
  const waiting = new Map<string, Job[]>();
  const running = new Set<string>();
  /** Lanes in the order in which they spoke; one that has nothing to run any more is passed over. */
  const stack: string[] = [];
  let whenIdle: (() => void)[] = [];
  let isStarting = false;

  /** A few at a time, so that the event loop comes round in between. */
  async function start(): Promise<void> {
    if (isStarting) return;
    isStarting = true;
    for (let lane = next(); lane !== null; lane = next()) {
      running.add(lane);
      void runOne(lane);
      if (stack.length > room) await setImmediate();
    }
    isStarting = false;
  }

  function next(): string | null {
    while (running.size < room) {
      const lane = stack.pop();
      if (lane === undefined) return null;
      if (waiting.has(lane) && !running.has(lane)) return lane;
    }
    return null;
  }

  async function runOne(lane: string): Promise<void> {
    const job = takeJob(lane);
    try {
      await job?.();
    } catch (error) {
      onError(error);
    }
    running.delete(lane);
    if (waiting.has(lane)) stack.push(lane);
    if (running.size === 0 && waiting.size === 0) for (const tell of whenIdle.splice(0)) tell();
    void start();
  }

  function takeJob(lane: string): Job | undefined {
    const jobs = waiting.get(lane);
    const job = jobs?.shift();
    if (jobs?.length === 0) waiting.delete(lane);
    return job;
  }

  return {
    push(lane: string, job: Job): void {
      const jobs = waiting.get(lane);
      if (jobs) jobs.push(job);
      else waiting.set(lane, [job]);
      stack.push(lane);
      void start();
    },

    /** Resolves when all that was pushed has run, or after `mostMs`. */
    async idle(mostMs: number): Promise<void> {
      if (running.size === 0 && waiting.size === 0) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        timer = setTimeout(resolve, mostMs);
        whenIdle.push(resolve);
      });
      clearTimeout(timer);
      whenIdle = [];
    },
  };
}
