/** The bell of the ledger: it says that something may be owed, never what. A ring that is lost costs seconds. */
export interface DeliveryQueue {
  /** Never rejects. */
  ring(): Promise<void>;
  /** Calls `work` soon after a ring and every few seconds anyway, one call at a time. Resolves once it listens. */
  listen(work: () => Promise<void>): Promise<void>;
  /** Lets the call under way end. May be called twice. */
  stop(): Promise<void>;
}

export interface QueueOptions {
  /** How often to look without being rung: an import run beside the bot rings no bell here. */
  readonly everyMs?: number;
  readonly log: { warn(facts: object, message: string): void };
}

/** The bell within one process. */
export function createProcessQueue(options: QueueOptions): DeliveryQueue {
  const listener = createListener(options);
  return { ...listener, ring: async () => listener.wake() };
}

const LOOK_EVERY_MS = 2_000;

/** What every driver does with the work it is given. */
export function createListener({ everyMs = LOOK_EVERY_MS, log }: QueueOptions) {
  let work: (() => Promise<void>) | null = null;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isRung = false;

  /** Rings while the work is done are heard once it is. */
  async function run(): Promise<void> {
    while (isRung && work) {
      isRung = false;
      await work().catch((err: unknown) => log.warn({ err }, "looking for deliveries failed"));
    }
    running = null;
  }

  function wake(): void {
    isRung = true;
    if (work) running ??= run();
  }

  return {
    wake,
    /** Resolves when the work that is under way has ended. */
    async done(): Promise<void> {
      await running;
    },
    async listen(called: () => Promise<void>): Promise<void> {
      work = called;
      timer ??= setInterval(wake, everyMs).unref();
      wake();
    },
    async stop(): Promise<void> {
      if (timer) clearInterval(timer);
      timer = null;
      work = null;
      await running;
    },
  };
}
