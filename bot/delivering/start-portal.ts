import { startHeartbeat } from "#bot/delivering/heartbeat.ts";
import type { ClosedPeriods } from "#services/closed-periods/closed-periods.ts";
import type { Portal } from "#services/portal/portal.ts";

export interface StartPortalOptions {
  readonly portal: Pick<Portal, "run" | "close">;
  readonly closedPeriods: Pick<ClosedPeriods, "look">;
  readonly log: { error(facts: object, message: string): void };
  /** How often is looked whether something may be asked. */
  readonly lookEveryMs?: number;
}

const LOOK_EVERY_MS = 60_000;

/** Asks the national portal what a day still lacks, and sees to its closed periods, beside everything else, until stopped. */
export function startPortal(options: StartPortalOptions) {
  const { portal, closedPeriods, log, lookEveryMs = LOOK_EVERY_MS } = options;
  const beat = async (): Promise<void> => {
    await portal.run();
    await closedPeriods.look();
  };
  const loop = startHeartbeat({ beat, everyMs: lookEveryMs, log, about: "the national portal" });
  void loop.now();
  return {
    /** Gives up a request that is under way. */
    async stop(): Promise<void> {
      portal.close();
      await loop.stop();
    },
  };
}
