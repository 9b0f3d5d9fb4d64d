import type { Ledger } from "#services/delivery/ledger.ts";
import type { Row } from "#services/delivery/stored-delivery.ts";
import { type ChannelName, type ChatId, channelOf } from "#services/ids.ts";
import type { Item } from "#services/store/collection.ts";

/** Rows of what is owed that are read at once. */
const PAGE = 500;

export interface WorkFinderOptions {
  readonly part: ReturnType<Ledger["join"]>;
  /** How many rows a search should bring together. */
  readonly enough: number;
  readonly isSending: (chat: ChatId) => boolean;
  /** The channel can be written to now. */
  readonly isOpen: (chat: ChatId) => boolean;
}

export interface Search {
  /** False when looking again may bring more, without anything having changed. */
  readonly isAll: boolean;
  /** When the first of those that wait is due, ms since 1970; null = none waits. */
  readonly wakeAt: number | null;
  /** Rows whose sender is gone, decided over. */
  readonly takenOver: number;
}

/**
 * Finds deliveries that are ready and not begun yet, at most one a chat, and hands them out by channel. Each search goes
 * on from where the last one stopped, so that no chat waits for others' long lists.
 */
export function createWorkFinder({ part, enough, isSending, isOpen }: WorkFinderOptions) {
  const found = new Map<ChannelName, Map<ChatId, Item<Row>>>();
  let cursor = "";

  const has = (chat: ChatId): boolean => found.get(channelOf(chat))?.has(chat) ?? false;
  const count = (): number => [...found.values()].reduce((sum, rows) => sum + rows.size, 0);

  function add(row: Item<Row>): void {
    const { chat } = row.value;
    const channel = channelOf(chat);
    const rows = found.get(channel) ?? new Map<ChatId, Item<Row>>();
    found.set(channel, rows.set(chat, row));
  }

  /** Reads on until there is enough, or all was seen. */
  async function readOn(isFree: (chat: ChatId) => boolean): Promise<Omit<Search, "takenOver">> {
    let waits = Number.POSITIVE_INFINITY;
    let hasMore = false;
    for (let endsLeft = cursor === "" ? 1 : 2; endsLeft > 0; endsLeft -= cursor === "" ? 1 : 0) {
      const page = await part.page(cursor, PAGE, isFree);
      for (const row of page.ready) add(row);
      waits = Math.min(waits, page.wakeAt ?? waits);
      hasMore ||= page.hasMore;
      cursor = page.next;
      if (count() >= enough) return { isAll: false, wakeAt: momentOrNull(waits) };
    }
    return { isAll: !hasMore, wakeAt: momentOrNull(waits) };
  }

  return {
    /** Looks for more in the ledger, and takes over what a process that is gone was sending. */
    async search(): Promise<Search> {
      const { takenOver, busy } = await part.inspect(isSending);
      const isTaken = (chat: ChatId) => busy.has(chat) || isSending(chat) || has(chat);
      return { ...(await readOn((chat) => isOpen(chat) && !isTaken(chat))), takenOver };
    },

    /** How many are found and not begun. */
    count,

    channels: (): readonly ChannelName[] => [...found.keys()],

    /** The first row of a channel whose chat need not wait; else for how long the first of them has to, in ms. */
    take(channel: ChannelName, waitOf: (chat: ChatId) => number): Item<Row> | number | null {
      const rows = found.get(channel) ?? new Map<ChatId, Item<Row>>();
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

    /** Forgets what was found; the ledger still has it. */
    clear(): void {
      found.clear();
    },
  };
}

function momentOrNull(moment: number): number | null {
  return Number.isFinite(moment) ? moment : null;
}
