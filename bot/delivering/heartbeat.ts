import type { TellProgress } from "#services/broadcasts/progress.ts";

/** What goes on by itself. Each may be called at any time, by several processes at once. */
export interface BackgroundWork {
  /** Takes in units that a publication, perhaps another process's, added. */
  learn(): Promise<void>;
  evaluateAlerts(): Promise<void>;
  remindOfExplanations(): Promise<void>;
  /** Makes broadcasts of publications, sends those that are approved, and shows how far they are. */
  sendBroadcasts(tell: TellProgress): Promise<void>;
  fireSchedules(): Promise<void>;
  remindOfTasks(): Promise<void>;
  /** Tells operators what a platform still lets out this month. */
  warnOfQuotas(): Promise<void>;
  /** Drops pasted papers that nobody came back to. */
  forgetPapers(): Promise<void>;
}

/**
 * Does all background work once, in this order: what is learnt first, the others speak of. Rejects with AggregateError
 * once all had their turn: what is amiss with one holds up none of the others.
 */
export async function lookAtEverything(work: BackgroundWork, tell: TellProgress): Promise<void> {
  const looks = [
    () => work.learn(),
    () => work.evaluateAlerts(),
    () => work.remindOfExplanations(),
    () => work.sendBroadcasts(tell),
    () => work.fireSchedules(),
    () => work.remindOfTasks(),
    () => work.warnOfQuotas(),
    () => work.forgetPapers(),
  ];
  const failures: unknown[] = [];
  for (const look of looks) await look().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, "a look failed");
}

export interface HeartbeatOptions {
  readonly beat: () => Promise<void>;
  readonly everyMs: number;
  /** What is looked at, for the log. */
  readonly about: string;
  readonly log: { error(facts: object, message: string): void };
}

/** Beats again and again, one beat at a time, until stopped. */
export function startHeartbeat({ beat, everyMs, about, log }: HeartbeatOptions) {
  let underWay: Promise<void> | null = null;
  const now = (): Promise<void> => {
    underWay ??= beat()
      .catch((err: unknown) => log.error({ err }, `a look at ${about} failed`))
      .finally(() => {
        underWay = null;
      });
    return underWay;
  };
  const timer = setInterval(() => void now(), everyMs);
  return {
    /** Beats at once, or waits for the beat that is under way. */
    now,

    async stop(): Promise<void> {
      clearInterval(timer);
      await underWay;
    },
  };
}
