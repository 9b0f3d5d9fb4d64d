import { sendFollowing } from "#bot/answering/respond.ts";
import type { ChannelList } from "#bot/channels/channel-list.ts";
import type { Tell } from "#commands/define-command.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { ChatLifecycle } from "#services/chats/chat-lifecycle.ts";
import type { Chats, Locale } from "#services/chats/chats.ts";
import type { Dialogues } from "#services/dialogues/dialogues.ts";

/** Speaks to a chat unasked, on whatever open channel it belongs to; what it expects of a person is kept. */
export function createTell(options: {
  readonly channels: ChannelList;
  readonly chats: Chats;
  readonly lifecycle: ChatLifecycle;
  readonly dialogues: Dialogues;
  readonly catalogs: Readonly<Record<Locale, Catalog>>;
  readonly locale: Locale;
  readonly log: { error(facts: object, message: string): void };
}): Tell {
  const { channels, chats, lifecycle, dialogues, catalogs, locale, log } = options;
  return async (chat, message) => {
    const channel = channels.of(chat);
    if (!channel) return false;
    try {
      const settings = await chats.settings(chat);
      const kind = (await chats.get(chat))?.kind ?? "private";
      const reply = message(catalogs[settings.locale ?? locale]);
      await sendFollowing(channel, lifecycle, { chat, kind }, reply, { unasked: true });
      // A person's private chat goes by the person's id.
      if (reply.expects && kind === "private") await dialogues.begin({ chat, sender: chat }, reply.expects);
      return true;
    } catch (err) {
      log.error({ err, chat }, "a message was not delivered");
      return false;
    }
  };
}
