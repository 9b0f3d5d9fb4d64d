import type { MaybeInaccessibleMessage, Message, User } from "grammy/types";
import { chatName, type MessageKind, writeRef } from "#bot/channels/telegram/address.ts";
import { askerIn } from "#bot/channels/telegram/callback-data.ts";
import type { ChatId } from "#services/ids.ts";
import type { Ours } from "#services/inbound.ts";

/** A message of ours that is pressed or replied to. Whom it answers is read where we wrote it, not in what a press says. */
export function oursOf(chat: ChatId, message: MaybeInaccessibleMessage, reader?: number): Ours {
  const asker = "reply_markup" in message ? askerIn(message.reply_markup) : null;
  const unseen = "ephemeral_message_id" in message ? message.ephemeral_message_id : undefined;
  const kind = kindOf(message);
  const ref =
    unseen === undefined || reader === undefined
      ? { id: message.message_id, kind }
      : { id: unseen, kind, reader };
  return { chat, messages: [writeRef(ref)], ...(asker !== null && { askedBy: chatName(asker) }) };
}

/** The message of ours that this one replies to; in a topic every message "replies" to the one that opened it. */
export function repliedTo(message: Message, me: User): Message | null {
  const { reply_to_message: to } = message;
  if (to?.from?.id !== me.id) return null;
  const opensTopic = message.is_topic_message && to.message_id === message.message_thread_id;
  return opensTopic ? null : (to as Message);
}

/** Of a message too old to be shown to us we only guess that it is text: editing it then fails, and we send anew. */
function kindOf(message: MaybeInaccessibleMessage): MessageKind {
  if ("photo" in message && message.photo) return "photo";
  if ("rich_message" in message && message.rich_message) return "rich";
  return "document" in message && message.document ? "file" : "text";
}
