import type {
  CallbackQuery,
  Chat,
  ChatMemberUpdated,
  MaybeInaccessibleMessage,
  Message,
  Update,
  User,
  UserFromGetMe,
} from "grammy/types";
import { chatName, inboundId, type MessageKind, pressId, writeRef } from "#bot/channels/telegram/address.ts";
import { readData } from "#bot/channels/telegram/callback-data.ts";
import { isContent } from "#bot/channels/telegram/content.ts";
import { hear } from "#bot/channels/telegram/mention.ts";
import type { ChatEvent, Inbound } from "#services/channel.ts";

export interface DecodeContext {
  readonly me: UserFromGetMe;
  isChatAdmin(chatId: number, userId: number): Promise<boolean>;
}

/** Telegram's apps cut a longer text at 4,096 units, or at the line before. */
const MAY_GO_ON = 3_500;

/** Whom Telegram names as sender of what a linked channel posts into its group. */
const LINKED_CHANNEL = 777_000;

/** An update as the bot's core hears it; null when it is none of its business. A press's text is its callback data. */
export function decode(update: Update, context: DecodeContext): Inbound | null {
  if (update.message) return decodeMessage(update.message, context);
  if (update.callback_query) return decodePress(update.callback_query, context);
  if (update.my_chat_member) return decodeMembership(update.my_chat_member, context);
  return null;
}

function decodeMessage(message: Message, context: DecodeContext): Inbound | null {
  const { chat } = message;
  const sender = senderOf(message);
  if (chat.type === "channel" || !sender) return null;

  const isPrivate = chat.type === "private";
  if (message.new_chat_title !== undefined) return renamed(message, sender, context);
  const raw = message.text ?? message.caption;
  if (raw === undefined && !(isPrivate && isContent(message))) return null;

  const entities = message.entities ?? message.caption_entities ?? [];
  const heard = hear(raw ?? "", entities, context.me);
  if (heard.forAnother && !isPrivate) return null;
  return {
    ...placeOf(message),
    id: inboundId(chat.id, message.message_id),
    sender,
    text: heard.text,
    mayGoOn: (raw?.length ?? 0) >= MAY_GO_ON,
    addressed: isPrivate || heard.named || answersMe(message, context.me),
    isChatAdmin: () => isAdmin(message, message.from?.id, context),
  };
}

function renamed(message: Message, sender: Inbound["sender"], context: DecodeContext): Inbound {
  const { chat } = message;
  return {
    id: inboundId(chat.id, message.message_id),
    chat: chatName(chat.id),
    chatKind: "group",
    chatName: message.new_chat_title ?? titleOf(chat),
    sender,
    text: "",
    addressed: false,
    isChatAdmin: () => isAdmin(message, message.from?.id, context),
    event: "renamed",
  };
}

/** People, anonymous admins (as their group) and channels speaking in a group (as themselves); no bots. */
function senderOf(message: Message): Inbound["sender"] | null {
  const { from, sender_chat: as } = message;
  if (message.is_automatic_forward || from?.id === LINKED_CHANNEL) return null;
  if (as) return { id: chatName(as.id), name: titleOf(as) };
  return from && !from.is_bot ? personOf(from) : null;
}

/** In a topic every message "replies" to the message that opened it; that is no answer. */
function answersMe(message: Message, me: User): boolean {
  const { reply_to_message: to } = message;
  if (to?.from?.id !== me.id) return false;
  return !(message.is_topic_message && to.message_id === message.message_thread_id);
}

async function isAdmin(
  message: Message,
  userId: number | undefined,
  context: DecodeContext,
): Promise<boolean> {
  const { chat, sender_chat: as } = message;
  if (chat.type === "private") return true;
  if (as) return as.id === chat.id;
  return userId !== undefined && context.isChatAdmin(chat.id, userId);
}

function decodePress(query: CallbackQuery, context: DecodeContext): Inbound | null {
  const { message, data, from } = query;
  if (!message || data === undefined || message.chat.type === "channel") return null;
  const place = placeOf(message);
  const ref = writeRef({ id: message.message_id, kind: kindOf(message) });
  const { data: text, stands } = readData(data);
  return {
    ...place,
    id: pressId(query.id),
    sender: personOf(from),
    text,
    addressed: true,
    pressed: { chat: place.chat, messages: [ref], ...(stands && { stands }) },
    isChatAdmin: async () => place.chatKind === "private" || context.isChatAdmin(message.chat.id, from.id),
  };
}

/** Of a message too old to be shown to us we only guess that it is text: editing it then fails, and we send anew. */
function kindOf(message: MaybeInaccessibleMessage): MessageKind {
  if ("photo" in message && message.photo) return "photo";
  return "document" in message && message.document ? "file" : "text";
}

/** The bot's own standing in a chat has changed. */
function decodeMembership(change: ChatMemberUpdated, context: DecodeContext): Inbound | null {
  const { chat, from, date, new_chat_member: now } = change;
  const event = eventOf(change);
  if (!event) return null;
  const isPrivate = chat.type === "private";
  const readsAll = context.me.can_read_all_group_messages || now.status === "administrator";
  return {
    id: `${event}:${chat.id}/${date}`,
    chat: chatName(chat.id),
    chatKind: isPrivate ? "private" : "group",
    chatName: titleOf(chat),
    sender: personOf(from),
    text: "",
    addressed: event === "joined",
    isChatAdmin: async () => isPrivate || context.isChatAdmin(chat.id, from.id),
    event,
    hearsOnlyMentions: !readsAll,
  };
}

function eventOf({
  chat,
  old_chat_member: before,
  new_chat_member: now,
}: ChatMemberUpdated): ChatEvent | null {
  if (chat.type === "channel" || isIn(before) !== isIn(now)) return arrivalOf(chat, isIn(now));
  return before.status === "administrator" && isIn(now) && now.status !== "administrator"
    ? "admin-lost"
    : null;
}

function arrivalOf({ type }: Chat, isIn: boolean): ChatEvent | null {
  if (type === "channel") return null;
  if (type === "private") return isIn ? "unblocked" : "blocked";
  return isIn ? "joined" : "left";
}

function isIn(member: ChatMemberUpdated["new_chat_member"]): boolean {
  if (member.status === "restricted") return member.is_member;
  return member.status !== "left" && member.status !== "kicked";
}

/** Plain groups put thread ids on replies too: only a topic's messages say so themselves. */
function placeOf(
  message: MaybeInaccessibleMessage,
): Pick<Inbound, "chat" | "chatKind" | "chatName" | "group"> {
  const { chat } = message;
  const thread =
    "is_topic_message" in message && message.is_topic_message ? message.message_thread_id : undefined;
  return {
    chat: chatName(chat.id, thread),
    chatKind: chat.type === "private" ? "private" : "group",
    chatName: titleOf(chat),
    ...(thread !== undefined && { group: chatName(chat.id) }),
  };
}

function titleOf(chat: Chat): string {
  return chat.title ?? fullName(chat);
}

function personOf(user: User): Inbound["sender"] {
  return { id: chatName(user.id), name: fullName(user) };
}

function fullName(name: { first_name?: string; last_name?: string }): string {
  return [name.first_name, name.last_name].filter(Boolean).join(" ");
}
