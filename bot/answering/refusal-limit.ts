import type { Catalog } from "#locales/catalog.ts";
import type { Channel } from "#services/channel.ts";
import type { Chats, Locale } from "#services/chats/chats.ts";
import type { ChatId } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import { isWithin } from "#services/is-within.ts";
import { createLru } from "#services/lru.ts";
import { asksBack, type Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

export interface RefusalLimitOptions {
  readonly chats: Pick<Chats, "settings">;
  readonly catalogs: Readonly<Record<Locale, Catalog>>;
  readonly locale: Locale;
  readonly clock: () => Date;
}

/** The reply as it is to be sent; null = it is not sent. */
export type LimitRefusals = (channel: Channel, inbound: Inbound, reply: Reply) => Promise<Reply | null>;

/** How many refusals of one kind a person is sent in a group within so many minutes; the last one says that it is. */
const MOST = 3;
const MINUTES = 10;
const KNOWN = 10_000;

/**
 * Holds back repeated refusals in groups of platforms that let out only so many messages a month. A refusal that asks
 * something back counts as an answer and always goes.
 */
export function createRefusalLimit({ chats, catalogs, locale, clock }: RefusalLimitOptions): LimitRefusals {
  const refused = createLru<string, readonly number[]>(KNOWN);

  return async (channel, { chat, chatKind, sender }, reply) => {
    const isFree = channel.monthlyAllowance === undefined || chatKind === "private";
    if (isFree || reply.refused === undefined || asksBack(reply)) return reply;
    const key = `${chat} ${sender.id} ${reply.refused}`;
    const now = clock().getTime();
    const recent = (refused.get(key) ?? []).filter((moment) => isWithin(MINUTES * 60_000, moment, now));
    if (recent.length >= MOST) return null;
    refused.set(key, [...recent, now]);
    return recent.length + 1 < MOST ? reply : { ...reply, text: lines(reply.text, await lastOne(chat)) };
  };

  async function lastOne(chat: ChatId): Promise<string> {
    const { platforms } = catalogs[(await chats.settings(chat)).locale ?? locale];
    return platforms.lastRefusal({ minutes: MINUTES });
  }
}
