import type { FakeUpdate, Updates } from "#test/support/fake-telegram/updates.ts";
import {
  type ChatState,
  type FakeChat,
  type FakeDocument,
  type FakeEntity,
  type FakeMessage,
  type FakePhotoSize,
  type FakeUser,
  now,
  type World,
} from "#test/support/fake-telegram/world.ts";

export interface SayOptions {
  readonly from?: FakeUser;
  /** Speaking as a chat: an anonymous admin or a channel. */
  readonly as?: FakeChat;
  readonly topic?: number;
  readonly replyTo?: FakeMessage;
  readonly entities?: readonly FakeEntity[];
  /** Any other fields of the message. */
  readonly extra?: Partial<FakeMessage>;
}

export interface AlbumOptions extends SayOptions {
  readonly caption?: string;
  readonly held?: readonly number[];
}

export interface GroupOptions {
  readonly title?: string;
  readonly type?: "group" | "supergroup";
  /** Topics by id; makes the group a forum. */
  readonly topics?: readonly number[];
  readonly admins?: readonly FakeUser[];
}

export type People = ReturnType<typeof createPeople>;

/** What people do in Telegram: open chats, speak, press buttons, add the bot. */
export function createPeople(world: World, updates: Updates) {
  let nextUser = 1000;
  let nextGroup = 1;
  let nextQuery = 1;
  let nextAlbum = 1;
  const someone = person("Nguyễn Văn An");

  return {
    /** Speaks when no other is named. */
    someone,
    person,

    /** The person's private chat with the bot. */
    privateChat(user: FakeUser = someone): FakeChat {
      const known = world.chats.get(user.id);
      return known ? known.chat : open({ id: user.id, type: "private", first_name: user.first_name }).chat;
    },

    group({ title = "Tổ 766", type = "supergroup", topics = [], admins = [] }: GroupOptions = {}): FakeChat {
      const id = type === "group" ? -nextGroup++ : -1_000_000_000_000 - nextGroup++;
      const state = open({ id, type, title, ...(topics.length > 0 && { is_forum: true as const }) });
      for (const topic of topics) state.topics.set(topic, "open");
      for (const admin of admins) state.members.set(admin.id, "administrator");
      state.members.set(world.me.id, "member");
      return state.chat;
    },

    say(chat: FakeChat, text: string, options: SayOptions = {}): FakeMessage {
      const message = put(chat, text, options);
      letGo(message);
      return message;
    },

    /** Types a command that nobody else in the group sees. */
    sayUnseen(chat: FakeChat, text: string, from: FakeUser = someone): FakeMessage {
      const message: FakeMessage = {
        message_id: 0,
        ephemeral_message_id: world.nextUnseenId(),
        date: now(),
        chat,
        from,
        text,
      };
      stateOf(chat).unseen.push(message);
      letGo(message);
      return message;
    },

    /** A file of somebody's, to be sent with a message. */
    upload(name: string, bytes: Uint8Array): FakeDocument {
      const id = world.nextFileId("document");
      world.files.set(id, { kind: "document", name, bytes, width: 0, height: 0 });
      return { file_id: id, file_name: name, file_size: bytes.length };
    },

    photograph,

    /** Sends pictures at once, words under the first; those of `held` arrive when they are let go, or never. */
    album(
      chat: FakeChat,
      pictures: readonly Uint8Array[],
      options: AlbumOptions = {},
    ): readonly FakeMessage[] {
      const { caption = "", held = [], ...how } = options;
      const media_group_id = String(nextAlbum++);
      const messages = pictures.map((bytes, i) => {
        const words = i === 0 && caption !== "" ? { caption } : {};
        return put(chat, "", { ...how, extra: { photo: photograph(bytes), media_group_id, ...words } });
      });
      for (const [i, message] of messages.entries()) if (!held.includes(i)) letGo(message);
      return messages;
    },

    letGo,

    /** Says it in other words; without new ones Telegram only added a preview. */
    edit(message: FakeMessage, text: string = message.text ?? ""): FakeMessage {
      const state = stateOf(message.chat);
      const index = state.messages.findIndex((one) => one.message_id === message.message_id);
      if (index < 0) throw new Error(`no message ${message.message_id}`);
      const edited = { ...message, text, edit_date: now() };
      state.messages[index] = edited;
      updates.push("edited_message", edited);
      return edited;
    },

    /** Presses the button with that label; returns the query's id. */
    press(message: FakeMessage, label: string, from: FakeUser = someone): string {
      const { messages, unseen } = stateOf(message.chat);
      const current =
        message.ephemeral_message_id === undefined
          ? messages.find((one) => one.message_id === message.message_id)
          : unseen.find((one) => one.ephemeral_message_id === message.ephemeral_message_id);
      const button = current?.reply_markup?.inline_keyboard.flat().find((one) => one.text === label);
      if (!button) throw new Error(`no button "${label}" under message ${message.message_id}`);
      return pressData(current ?? message, button.callback_data ?? "", from);
    },

    pressData,

    /** Adds the bot to a group. */
    join(
      chat: FakeChat,
      status: "member" | "administrator" = "member",
      from: FakeUser = someone,
    ): FakeUpdate {
      stateOf(chat).refusal = null;
      stateOf(chat).members.set(world.me.id, status);
      return standing(chat, "left", status, from);
    },

    /** Puts the bot out of a group. */
    kick(chat: FakeChat, from: FakeUser = someone): FakeUpdate {
      stateOf(chat).refusal = {
        code: 403,
        description: "Forbidden: bot was kicked from the supergroup chat",
      };
      return standing(chat, "member", "kicked", from);
    },

    /** Wants no more messages from the bot. */
    block(user: FakeUser = someone): FakeUpdate {
      const { chat } =
        world.chats.get(user.id) ?? open({ id: user.id, type: "private", first_name: user.first_name });
      stateOf(chat).refusal = { code: 403, description: "Forbidden: bot was blocked by the user" };
      return standing(chat, "member", "kicked", user);
    },

    unblock(user: FakeUser = someone): FakeUpdate {
      const { chat } =
        world.chats.get(user.id) ?? open({ id: user.id, type: "private", first_name: user.first_name });
      stateOf(chat).refusal = null;
      return standing(chat, "kicked", "member", user);
    },

    /** Tells the bot that its standing in a chat has changed. */
    standing,

    rename(chat: FakeChat, title: string, from: FakeUser = someone): FakeUpdate {
      const renamed = { ...chat, title };
      const frame = { message_id: world.nextMessageId(), date: now(), from };
      return updates.push("message", { ...frame, chat: renamed, new_chat_title: title });
    },

    /** A group becomes a supergroup: two service messages, and the old id is refused from now on. */
    migrate(chat: FakeChat, options: { readonly silent?: boolean } = {}): FakeChat {
      const { chat: upgraded } = open({ ...chat, id: -1_000_000_000_000 - nextGroup++, type: "supergroup" });
      stateOf(chat).migratedTo = upgraded.id;
      if (options.silent) return upgraded;
      const frame = { date: now(), from: someone };
      const left = { message_id: world.nextMessageId(), chat, migrate_to_chat_id: upgraded.id };
      const entered = { message_id: world.nextMessageId(), chat: upgraded, migrate_from_chat_id: chat.id };
      updates.push("message", { ...frame, ...left });
      updates.push("message", { ...frame, ...entered });
      return upgraded;
    },
  };

  function standing(chat: FakeChat, before: string, after: string, from: FakeUser = someone): FakeUpdate {
    return updates.push("my_chat_member", {
      chat,
      from,
      date: now(),
      old_chat_member: { status: before, user: world.me },
      new_chat_member: { status: after, user: world.me },
    });
  }

  function person(name: string): FakeUser {
    return { id: nextUser++, is_bot: false, first_name: name };
  }

  function put(chat: FakeChat, text: string, options: SayOptions): FakeMessage {
    const { from = someone, as, topic, replyTo, entities, extra } = options;
    const message: FakeMessage = {
      message_id: world.nextMessageId(),
      date: now(),
      chat,
      from,
      ...(as && { sender_chat: as }),
      ...(topic !== undefined && { message_thread_id: topic, is_topic_message: true as const }),
      ...(replyTo && { reply_to_message: replyTo }),
      ...(text !== "" && { text }),
      ...(entities && { entities }),
      ...extra,
    };
    stateOf(chat).messages.push(message);
    return message;
  }

  function letGo(message: FakeMessage): void {
    updates.push("message", message);
  }

  /** A picture of somebody's as Telegram keeps it: with a small one of it. */
  function photograph(bytes: Uint8Array): readonly FakePhotoSize[] {
    return [bytes.subarray(0, 1), bytes].map((kept, i) => {
      const id = world.nextFileId("photo");
      const side = i === 0 ? 90 : 1280;
      world.files.set(id, { kind: "photo", name: "", bytes: kept, width: side, height: side });
      return { file_id: id, file_unique_id: `u${id}`, width: side, height: side };
    });
  }

  function pressData(message: FakeMessage, data: string, from: FakeUser = someone): string {
    const id = `q${nextQuery++}`;
    world.openQueries.add(id);
    world.presses.set(id, { from: from.id, at: now() });
    updates.push("callback_query", { id, from, message, chat_instance: "1", data });
    return id;
  }

  function open(chat: FakeChat): ChatState {
    const state: ChatState = {
      chat,
      messages: [],
      unseen: [],
      reactions: new Map(),
      reactionsForbidden: false,
      members: new Map(),
      topics: new Map(),
      refusal: null,
      photosForbidden: false,
      migratedTo: null,
    };
    world.chats.set(chat.id, state);
    return state;
  }

  function stateOf(chat: FakeChat): ChatState {
    return world.chats.get(chat.id) ?? open(chat);
  }
}
