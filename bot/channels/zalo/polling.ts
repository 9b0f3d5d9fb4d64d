import { setTimeout as pause } from "node:timers/promises";
import type { Outage } from "#bot/channels/outage.ts";
import { faultOf } from "#bot/channels/zalo/classify.ts";
import type { ZaloClient } from "#bot/channels/zalo/client.ts";

export interface PollOptions {
  readonly client: Pick<ZaloClient, "getUpdates">;
  readonly outage: Outage;
  /** Only notes and queues. */
  readonly take: (events: readonly unknown[]) => Promise<unknown>;
  /** Least time between the beginnings of two polls, in ms: what was told already may be told again at once. */
  readonly floorMs: number;
  readonly signal: AbortSignal;
}

/** Long polling until the signal aborts. Rejects when Zalo does not know the token any more. */
export async function poll({ client, outage, take, floorMs, signal }: PollOptions): Promise<void> {
  while (!signal.aborted) {
    const begun = performance.now();
    const wait = await pollOnce();
    await pause(wait ?? Math.max(0, begun + floorMs - performance.now()), undefined, { signal }).catch(
      () => undefined,
    );
  }

  /** Null when Zalo answered; else how long to wait, in ms. */
  async function pollOnce(): Promise<number | null> {
    try {
      const events = await client.getUpdates(signal);
      outage.ended();
      await take(events);
      return null;
    } catch (error) {
      if (signal.aborted) return 0;
      if (faultOf(error) === "unauthorized") throw error;
      return outage.failed(error);
    }
  }
}
