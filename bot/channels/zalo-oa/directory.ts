import type { ChannelMemory } from "#bot/channels/memory.ts";
import { recipientOf } from "#bot/channels/zalo-oa/address.ts";
import type { OaClient } from "#bot/channels/zalo-oa/client.ts";
import type { Account } from "#bot/channels/zalo-oa/wire.ts";
import type { ChatId } from "#services/ids.ts";
import { concernsBot, type Inbound } from "#services/inbound.ts";
import type { Logger } from "#services/logger.ts";

const KEPT_MS = 7 * 24 * 3_600_000;

export type Directory = ReturnType<typeof createDirectory>;

/** Names of people and groups, asked for once a week: events carry ids alone. */
export function createDirectory(options: {
  readonly client: Pick<OaClient, "group" | "person">;
  readonly memory: ChannelMemory;
  readonly logger: Logger;
}) {
  const { client, memory, logger } = options;
  let own: readonly string[] = [];

  /** Empty when Zalo does not tell. */
  async function nameOf(chat: ChatId): Promise<string> {
    const known = await memory.recall(`name:${chat}`);
    if (known !== null) return known;
    const name = await ask(chat).catch((err: unknown) => {
      logger.info({ err, chat }, "Zalo did not tell a name");
      return "";
    });
    await memory.remember(`name:${chat}`, name, KEPT_MS);
    return name;
  }

  async function ask(chat: ChatId): Promise<string> {
    const of = recipientOf(chat);
    if ("user_id" in of) return client.person(of.user_id);
    return (await client.group(of.group_id)).group_info.name ?? "";
  }

  return {
    /** What the Official Account may be called. */
    ownNames: (): readonly string[] => own,

    meet({ name }: Account): void {
      own = name ? [name] : [];
    },

    /** With the names of whoever spoke and where; what is none of the bot's business stays as it is. */
    async named(heard: Inbound): Promise<Inbound> {
      if (!concernsBot(heard)) return heard;
      const { sender, chat, chatKind } = heard;
      const hasSender = recipientHasId(sender.id);
      const person = hasSender ? await nameOf(sender.id) : "";
      const chatName = chatKind === "group" ? await nameOf(chat) : person;
      return { ...heard, chatName, sender: { ...sender, name: person } };
    },
  };
}

/** Events of groups name no person. */
function recipientHasId(chat: ChatId): boolean {
  return !chat.endsWith(":");
}
