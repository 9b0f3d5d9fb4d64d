import { LRUCache } from "lru-cache";
import type { Catalog } from "#locales/catalog.ts";
import type { Channel, Inbound } from "#services/channel.ts";
import type { Chats, Locale } from "#services/chats/chats.ts";
import { asksBack, type Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

export interface RefusalPaceOptions {
  readonly chats: Pick<Chats, "settings">;
  readonly catalogs: Readonly<Record<Locale, Catalog>>;
  readonly locale: Locale;
  readonly clock: () => Date;
}

/** A reply as it is worth its message; null = it is not. */
export type Weigh = (channel: Channel, inbound: Inbound, reply: Reply) => Promise<Reply | null>;

/** Refusals a person hears in a group at most within the window; the last one says that it is. */
const MOST = 3;
const MINUTES = 10;
const PEOPLE_KNOWN = 10_000;

/** Where a platform counts messages, nobody is refused again and again before a group. Questions back are answers. */
export function createRefusalPace({ chats, catalogs, locale, clock }: RefusalPaceOptions): Weigh {
  const refused = new LRUCache<string, readonly number[]>({ max: PEOPLE_KNOWN });

  return async (channel, { chat, chatKind, sender }, reply) => {
    const isFree = channel.monthlyAllowance === undefined || chatKind === "private";
    if (isFree || reply.refused === undefined || asksBack(reply)) return reply;
    const key = `${chat} ${sender.id}`;
    const now = clock().getTime();
    const recent = (refused.get(key) ?? []).filter((moment) => now - moment < MINUTES * 60_000);
    if (recent.length >= MOST) return null;
    refused.set(key, [...recent, now]);
    return recent.length + 1 < MOST ? reply : { ...reply, text: lines(reply.text, await lastOne(chat)) };
  };

  async function lastOne(chat: string): Promise<string> {
    const { platforms } = catalogs[(await chats.settings(chat)).locale ?? locale];
    return platforms.lastRefusal({ minutes: MINUTES });
  }
}
