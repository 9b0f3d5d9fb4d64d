import type { Row } from "#services/delivery/stored-delivery.ts";
import type { Item } from "#services/store/collection.ts";

/** What was seen ready and not begun yet, by channel; at most one row a chat. */
export function createWorklist(channelOf: (chat: string) => string) {
  const byChannel = new Map<string, Map<string, Item<Row>>>();

  return {
    add(row: Item<Row>): void {
      const { chat } = row.value;
      const channel = channelOf(chat);
      const rows = byChannel.get(channel) ?? new Map<string, Item<Row>>();
      byChannel.set(channel, rows.set(chat, row));
    },

    has(chat: string): boolean {
      return byChannel.get(channelOf(chat))?.has(chat) ?? false;
    },

    channels: (): readonly string[] => [...byChannel.keys()],

    size(): number {
      return [...byChannel.values()].reduce((sum, rows) => sum + rows.size, 0);
    },

    /** The first row of a channel whose chat need not wait; else for how long the first of them has to, in ms. */
    take(channel: string, waitOf: (chat: string) => number): Item<Row> | number | null {
      const rows = byChannel.get(channel) ?? new Map<string, Item<Row>>();
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
