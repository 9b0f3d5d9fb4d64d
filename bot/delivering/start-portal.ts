import { startHeartbeat } from "#bot/delivering/heartbeat.ts";
import type { Portal } from "#services/portal/portal.ts";

export interface StartPortalOptions {
  readonly portal: Pick<Portal, "run" | "close">;
  readonly log: { error(facts: object, message: string): void };
  /** How often is looked whether something may be asked. */
  readonly lookEveryMs?: number;
}

const LOOK_EVERY_MS = 60_000;

/** Asks the national portal what a day still lacks, beside everything else, until stopped. */
export function startPortal({ portal, log, lookEveryMs = LOOK_EVERY_MS }: StartPortalOptions) {
  const loop = startHeartbeat({ beat: () => portal.run(), everyMs: lookEveryMs, log });
  void loop.now();
  return {
    /** Gives up a request that is under way. */
    async stop(): Promise<void> {
      portal.close();
      await loop.stop();
    },
  };
}
