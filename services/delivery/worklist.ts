import type { Row } from "#services/delivery/stored-delivery.ts";
import { type ChannelName, type ChatId, channelOf } from "#services/ids.ts";
import type { Item } from "#services/store/collection.ts";

/** What was seen ready and not begun yet, by channel; at most one row a chat. */
export function createWorklist() {
  const byChannel = new Map<ChannelName, Map<ChatId, Item<Row>>>();

  return {
    add(row: Item<Row>): void {
      const { chat } = row.value;
      const channel = channelOf(chat);
      const rows = byChannel.get(channel) ?? new Map<ChatId, Item<Row>>();
      byChannel.set(channel, rows.set(chat, row));
    },

    has(chat: ChatId): boolean {
      return byChannel.get(channelOf(chat))?.has(chat) ?? false;
    },

    channels: (): readonly ChannelName[] => [...byChannel.keys()],

    size(): number {
      return [...byChannel.values()].reduce((sum, rows) => sum + rows.size, 0);
    },

    /** The first row of a channel whose chat need not wait; else for how long the first of them has to, in ms. */
    take(channel: ChannelName, waitOf: (chat: ChatId) => number): Item<Row> | number | null {
      const rows = byChannel.get(channel) ?? new Map<ChatId, Item<Row>>();
      let shortest: number | null = null;
      for (const [chat, row] of rows) {
        const wait = waitOf(chat);
        if (wait > 0) {
          shortest = Math.min(shortest ?? wait, wait);
          continue;
        }
        rows.delete(chat);
        return row;
      }
      return shortest;
    },

    clear(): void {
      byChannel.clear();
    },
  };
}

export type Worklist = ReturnType<typeof createWorklist>;
