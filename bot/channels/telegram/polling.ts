import { setTimeout as pause } from "node:timers/promises";
import type { Api } from "grammy";
import type { Update } from "grammy/types";
import type { Outage } from "#bot/channels/outage.ts";

/** The kinds of updates we read; all others Telegram need not send. */
export const UPDATES = ["message", "callback_query", "my_chat_member"] as const;

const POLL_SECONDS = 25;
const CONFIRM_MS = 3000;

/**
 * Long polling until the signal aborts; never rejects. `take` only queues, so that fetching never waits for an
 * answer being made; grammY's own loop handles update after update.
 */
export async function poll(
  api: Api,
  outage: Outage,
  take: (update: Update) => void,
  signal: AbortSignal,
): Promise<void> {
  let offset = 0;
  while (!signal.aborted) {
    try {
      const updates = await api.getUpdates(
        { offset, timeout: POLL_SECONDS, allowed_updates: UPDATES },
        signal as Parameters<Api["getUpdates"]>[1],
      );
      outage.ended();
      for (const update of updates) {
        offset = update.update_id + 1;
        take(update);
      }
    } catch (error) {
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
