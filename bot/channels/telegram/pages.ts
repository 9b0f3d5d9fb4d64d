import { setTimeout as pause } from "node:timers/promises";
import type { Message } from "grammy/types";
import * as z from "zod";
import type { ChannelMemory } from "#bot/channels/memory.ts";
import { attachmentOf } from "#bot/channels/telegram/content.ts";
import type { FetchFile } from "#bot/channels/telegram/files.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import type { Inbound, Page } from "#services/inbound.ts";
import { createLru } from "#services/lru.ts";
import type { SentFile } from "#services/sent-file.ts";
import { parseJson } from "#services/text/parse-json.ts";

export interface PagesOptions {
  readonly memory: ChannelMemory;
  readonly fetchFile: FetchFile;
  /** An album is whole when nothing more of it came for so long. */
  readonly quietMs?: number;
}

/** One message of an album: where its picture is, never a byte of it; `file` null = it is no picture. */
const Part = z.object({ file: z.string().nullable(), size: z.number().nullable() });
type Part = z.infer<typeof Part> & { readonly order: number };

interface Handed {
  readonly inbound: Inbound;
  /** Message ids of what was there by then. */
  readonly orders: readonly number[];
}

/** What a person sends at once arrives at once. */
const QUIET_MS = 1000;
/** Telegram's apps send at most ten at once. */
const MOST_PARTS = 10;
const REMEMBERED = 2000;
const KEPT_MS = 24 * 3600_000;

/** Which album a message belongs to, told apart over all chats; undefined = none. */
export const albumOf = (chatId: number, { media_group_id: album }: Pick<Message, "media_group_id">) =>
  album === undefined ? undefined : `${chatId}/${album}`;

/**
 * Pictures that were sent at once, put together as the pages of one paper, whichever process heard which of them. Their
 * messages have ids in a row: where one is missing, none is read.
 */
export function createPages({ memory, fetchFile, quietMs = QUIET_MS }: PagesOptions) {
  const parts = createLru<string, Part>(REMEMBERED);
  const arrived = createLru<string, number>(REMEMBERED);
  const handed = createLru<string, Handed>(REMEMBERED);

  return {
    /** Notes a message of an album; one that may be owed an answer so that it outlives the process. Never rejects. */
    async hear(chatId: number, message: Message, isOwed: boolean): Promise<void> {
      const album = albumOf(chatId, message);
      if (album === undefined) return;
      const { id = "", size = null, isPicture = false } = attachmentOf(message) ?? {};
      const part = { order: message.message_id, file: isPicture ? id : null, size };
      arrived.set(album, (arrived.get(album) ?? 0) + 1);
      parts.set(keyOf(album, part.order), part);
      if (isOwed) await memory.remember(keyOf(album, part.order), JSON.stringify(part), KEPT_MS);
    },

    /** What was answered of the album that this picture belongs to, and came too late for; null = it did not. */
    missedBy(chatId: number, message: Message): Inbound | null {
      const album = albumOf(chatId, message);
      const before = album === undefined ? undefined : handed.get(album);
      if (!before || before.orders.includes(message.message_id)) return null;
      return attachmentOf(message)?.isPicture ? before.inbound : null;
    },

    /** The message with the pages of its whole album; null = they came to the bot with another of its messages. */
    async whole(inbound: Inbound, page: Page): Promise<Inbound | null> {
      const { album, order, again = false } = page;
      if (!again && handed.get(album)?.orders.includes(order)) return null;
      await quiet(album);
      if (!again && parts.has(keyOf(album, order)) && (await wasHanded(page))) return null;
      const all = await around(page);
      const orders = all.map((part) => part.order);
      handed.set(album, { inbound, orders });
      await memory.remember(handedKey(album), JSON.stringify(orders), KEPT_MS);
      return { ...inbound, files: isWhole(all) ? all.flatMap(sentFile) : [MISSING] };
    },
  };

  async function quiet(album: string): Promise<void> {
    for (let before = -1; before !== (arrived.get(album) ?? 0); ) {
      before = arrived.get(album) ?? 0;
      await pause(quietMs);
    }
  }

  /** By another process that still runs: what one left behind is handed in anew. */
  async function wasHanded({ album, order }: Page): Promise<boolean> {
    const orders = z.array(z.number()).safeParse(parseJson((await memory.recall(handedKey(album))) ?? ""));
    return orders.data?.includes(order) ?? false;
  }

  async function around({ album, order }: Page): Promise<readonly Part[]> {
    const near = Array.from({ length: 2 * MOST_PARTS - 1 }, (_, i) => order - MOST_PARTS + 1 + i);
    const found = await Promise.all(near.map((id) => find(album, id)));
    return found.filter((part) => part !== null);
  }

  async function find(album: string, order: number): Promise<Part | null> {
    const key = keyOf(album, order);
    const known = parts.get(key);
    if (known) return known;
    const kept = Part.safeParse(parseJson((await memory.recall(key)) ?? ""));
    return kept.success ? { ...kept.data, order } : null;
  }

  function sentFile({ file, size }: Part): readonly SentFile[] {
    return file === null ? [] : [{ name: "", size, bytes: () => fetchFile(file) }];
  }
}

const keyOf = (album: string, order: number): string => `page/${album}/${order}`;
const handedKey = (album: string): string => `album/${album}`;

/** An album has two messages at least. */
function isWhole(parts: readonly Part[]): boolean {
  const [first] = parts;
  const last = parts.at(-1);
  return first !== undefined && last !== undefined && parts.length > 1 && isInARow(first, last, parts.length);
}

const isInARow = (first: Part, last: Part, count: number) => last.order - first.order === count - 1;

/** Stands for a paper of which not all pages came. */
const MISSING: SentFile = {
  name: "",
  size: null,
  bytes: () => Promise.reject(new DocumentRefused("pages-missing")),
};
