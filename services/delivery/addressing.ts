import type { Chats, Locale } from "#services/chats/chats.ts";
import type { NewDelivery } from "#services/delivery/owing.ts";
import type { ChatId } from "#services/ids.ts";

export interface AddressingOptions {
  readonly chats: Pick<Chats, "reachable" | "settings">;
  /** Of chats that have chosen none. */
  readonly locale: Locale;
}

/** Messages with one cause, each with the chat it is for. */
export interface Messages extends Pick<NewDelivery, "cause" | "guarantee"> {
  readonly to: readonly Pick<NewDelivery, "chat" | "recipe" | "notBefore">[];
  /** Owed even to chats that the bot was put out of: it is then seen that they were not told. */
  readonly evenIfGone?: boolean;
}

export type Addressed = ReturnType<typeof createAddressing>;

/** Addresses messages: each in its chat's language, and none to a chat that the bot was put out of. */
export function createAddressing({ chats, locale }: AddressingOptions) {
  async function languages(ids: readonly ChatId[]): Promise<ReadonlyMap<ChatId, Locale | null>> {
    const settings = await Promise.all(ids.map((id) => chats.settings(id)));
    return new Map(ids.map((id, i) => [id, settings[i]?.locale ?? null]));
  }

  return async ({ cause, guarantee, to, evenIfGone = false }: Messages): Promise<readonly NewDelivery[]> => {
    const ids = to.map(({ chat }) => chat);
    const spoken = evenIfGone ? await languages(ids) : await chats.reachable(ids);
    return to
      .filter(({ chat }) => spoken.has(chat))
      .map((message) => ({ cause, guarantee, ...message, locale: spoken.get(message.chat) ?? locale }));
  };
}
