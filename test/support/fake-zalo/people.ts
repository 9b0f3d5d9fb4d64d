import type { Manners } from "#test/support/fake-zalo/manners.ts";
import type { FakeEvent, Updates } from "#test/support/fake-zalo/updates.ts";
import { type FakeChat, type FakeUser, newId, type World } from "#test/support/fake-zalo/world.ts";

export interface Said {
  readonly from?: FakeUser;
  readonly message_id?: string;
  /** In ms since 1970; now unless told otherwise. */
  readonly date?: number;
}

export type People = ReturnType<typeof createPeople>;

/** Users of Zalo, who write to the bot and into groups that have it. */
export function createPeople(world: World, updates: Updates, manners: Manners) {
  const someone = person("Nguyễn Văn An");

  return {
    person,

    /** The conversation of a person with the bot; its id is the person's. */
    privateChat(user: FakeUser = person("Trần Thị Bình")): FakeChat {
      return open({ id: user.id, chat_type: "PRIVATE" });
    },

    group: (): FakeChat => open({ id: `zgr-${newId()}`, chat_type: "GROUP" }),

    /** In a group the bot hears nothing of it: nobody picked its name, and it is no reply. */
    say(chat: FakeChat, text: string, said: Said = {}): FakeEvent | null {
      if (chat.chat_type === "GROUP") return null;
      return tell("message.text.received", chat, { text }, said);
    },

    /** Picks the bot's name after an `@`; Zalo writes it into the text, here before the words. */
    mention(chat: FakeChat, text: string, said: Said = {}): FakeEvent {
      const name = world.me.display_name ?? world.me.account_name;
      return tell("message.text.received", chat, { text: `@${name} ${text}` }, said);
    },

    /** Picks the bot's name somewhere else: `text` as Zalo passes it on. */
    mentionWithin(chat: FakeChat, text: string, said: Said = {}): FakeEvent {
      return tell("message.text.received", chat, { text }, said);
    },

    /** Quotes a message of the bot. */
    reply(chat: FakeChat, text: string, said: Said = {}): FakeEvent {
      return tell("message.text.received", chat, { text }, said);
    },

    sendPhoto(chat: FakeChat, photo_url: string, caption?: string): FakeEvent {
      return tell("message.image.received", chat, { photo_url, ...(caption !== undefined && { caption }) });
    },

    sendSticker: (chat: FakeChat) =>
      tell("message.sticker.received", chat, { sticker: "0e078a2fb66a5f34067b", url: "https://zalo/s.webp" }),

    sendVoice: (chat: FakeChat) => tell("message.voice.received", chat, { voice_url: "https://zalo/v.aac" }),

    /** Of a protected sender, or of a kind that bots get no part of: without a message. */
    sendUnsupported: () => push({ event_name: "message.unsupported.received" }),

    /** What the bot itself said comes back as an event. */
    echo: (chat: FakeChat, text: string) =>
      tell("message.text.received", chat, { text }, { from: { ...world.me, ...myself(world) } }),

    /** Any event, also one that nobody has documented. */
    push,
  };

  function person(display_name: string): FakeUser {
    return { id: newId(), display_name, is_bot: false };
  }

  function tell(event_name: string, chat: FakeChat, content: object, said: Said = {}): FakeEvent {
    const { from = personIn(chat), message_id = newId(), date = Date.now() } = said;
    const { id, display_name, is_bot } = from;
    const at = manners.dates === "seconds" ? Math.floor(date / 1000) : date;
    return push({
      event_name,
      message: { message_id, date: at, ...content, chat, from: { id, display_name, is_bot } },
    });
  }

  function push(event: FakeEvent): FakeEvent {
    updates.push(event);
    return event;
  }

  function personIn({ id, chat_type }: FakeChat): FakeUser {
    return chat_type === "PRIVATE" ? { ...someone, id } : someone;
  }

  function open(chat: FakeChat): FakeChat {
    if (!world.chats.has(chat.id)) world.chats.set(chat.id, { chat, messages: [], refusal: null });
    return chat;
  }
}

function myself({ me }: World): FakeUser {
  return { id: me.id, display_name: me.display_name ?? me.account_name, is_bot: true };
}
