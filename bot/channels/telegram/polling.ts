import { setTimeout as pause } from "node:timers/promises";
import type { Api } from "grammy";
import type { Update } from "grammy/types";
import type { Outage } from "#bot/channels/outage.ts";

/** The kinds of updates we read; all others Telegram need not send. */
export const UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

const POLL_SECONDS = 25;
const CONFIRM_MS = 3000;

/** Takes what came; resolves once it is noted. `isFresh`: it came while we were listening. */
export type TakeUpdates = (updates: readonly Update[], isFresh: boolean) => Promise<void>;

/** Telegram gives out so many at once; with fewer, nothing older waits there. */
const MOST_AT_ONCE = 100;

/**
 * Long polling until the signal aborts; never rejects. `take` notes and queues, so that fetching never waits for an
 * answer being made, and nothing is confirmed that would be lost with this process.
 */
export async function poll(api: Api, outage: Outage, take: TakeUpdates, signal: AbortSignal): Promise<void> {
  let offset = 0;
  let isCaughtUp = false;
  while (!signal.aborted) {
    try {
      const updates = await api.getUpdates(
        { offset, timeout: POLL_SECONDS, allowed_updates: UPDATES },
        signal as Parameters<Api["getUpdates"]>[1],
      );
      outage.ended();
      offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
      await take(updates, isCaughtUp);
      isCaughtUp = updates.length < MOST_AT_ONCE;
    } catch (error) {
      isCaughtUp = false;
      if (!signal.aborted) await pause(outage.failed(error), undefined, { signal }).catch(() => undefined);
    }
  }
  if (offset > 0) await confirm(api, offset);
}

/** Without this the next start would be given the last updates once more. */
async function confirm(api: Api, offset: number): Promise<void> {
  const signal = AbortSignal.timeout(CONFIRM_MS) as Parameters<Api["getUpdates"]>[1];
  await api.getUpdates({ offset, limit: 1, timeout: 0 }, signal).catch(() => undefined);
}
