import type { Dispatch } from "#bot/answering/dispatch/dispatch.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Announce } from "#services/broadcasts/announce.ts";
import type { Channel } from "#services/channel.ts";
import type { Chats, Locale } from "#services/chats/chats.ts";
import { type ChannelName, type ChatId, channelOf } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

export interface GreetingOptions {
  readonly dispatch: Dispatch;
  readonly chats: Pick<Chats, "get" | "all" | "settings">;
  readonly announce: Announce;
  readonly catalogs: Readonly<Record<Locale, Catalog>>;
  readonly locale: Locale;
}

/** What a group hears before its first answer; null = it was greeted, or its platform tells of arrivals. */
export type Greet = (channel: Channel, inbound: Inbound) => Promise<Reply | null>;

/** Where a platform does not tell when the bot is added to a group, the first word heard there counts as its arrival. */
export function createGreeting({ dispatch, chats, announce, catalogs, locale }: GreetingOptions): Greet {
  return async (channel, inbound) => {
    const { chat, chatKind, event } = inbound;
    if (!channel.arrivesUnannounced || chatKind !== "group" || event) return null;
    if ((await chats.get(chat))?.state === "active") return null;
    const greeting = await dispatch({ ...inbound, event: "joined", text: "" });
    return greeting && !greeting.refused ? withinCap(greeting, channel, chat) : greeting;
  };

  /** Beyond the groups a platform allows, the greeting says so and operators are told: what it does then is unknown. */
  async function withinCap(greeting: Reply, { name, groupCap: cap }: Channel, chat: ChatId): Promise<Reply> {
    if (cap === undefined || (await countGroups(name)) <= cap) return greeting;
    await announce({ notice: "group-cap", facts: { channel: name, chat, cap } }, chat);
    const { platforms } = catalogs[(await chats.settings(chat)).locale ?? locale];
    return { ...greeting, text: lines(greeting.text, platforms.beyondCap({ cap })) };
  }

  async function countGroups(name: ChannelName): Promise<number> {
    const isGroup = ([id, { kind, state, group }]: Known): boolean =>
      channelOf(id) === name && kind === "group" && state === "active" && group === null;
    return [...(await chats.all())].filter(isGroup).length;
  }
}

type Known = readonly [ChatId, NonNullable<Awaited<ReturnType<Chats["get"]>>>];
