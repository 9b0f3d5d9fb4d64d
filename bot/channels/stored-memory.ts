import * as z from "zod";
import type { ChannelMemory } from "#bot/channels/memory.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";
import { unlessAway } from "#services/store/unless-away.ts";

const Kept = z.object({ value: z.string(), until: z.number().nullable() });

/** A channel's memory that outlives the process; what has run out is as good as gone. */
export function createStoredMemory(options: {
  readonly store: Store;
  readonly channel: string;
  readonly now?: () => number;
}): ChannelMemory {
  const { store, channel, now = Date.now } = options;
  const kept = createCollection({ store, prefix: `memory/${channel}`, version: 1, schema: Kept });
  return {
    async remember(key, value, ttlMs) {
      const until = ttlMs === undefined ? null : now() + ttlMs;
      await store.commit({ puts: [kept.put(key, { value, until })] }).catch(unlessAway);
    },
    async recall(key) {
      const item = await kept.get(key).catch(unlessAway);
      if (!item || (item.value.until !== null && item.value.until <= now())) return null;
      return item.value.value;
    },
  };
}
