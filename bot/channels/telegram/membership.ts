import type { Chat, ChatMemberUpdated } from "grammy/types";
import { chatName } from "#bot/channels/telegram/address.ts";
import type { DecodeContext } from "#bot/channels/telegram/decode-context.ts";
import { personOf, titleOf } from "#bot/channels/telegram/names.ts";
import type { ChatEvent, Inbound } from "#services/inbound.ts";

/** The bot's own standing in a chat has changed. */
export function decodeMembership(change: ChatMemberUpdated, context: DecodeContext): Inbound | null {
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
