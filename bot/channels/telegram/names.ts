import type { Chat, User } from "grammy/types";
import { chatName } from "#bot/channels/telegram/address.ts";
import type { Inbound } from "#services/inbound.ts";

export function titleOf(chat: Chat): string {
  return chat.title ?? fullName(chat);
}

export function personOf(user: User): Inbound["sender"] {
  return { id: chatName(user.id), name: fullName(user) };
}

function fullName(name: { first_name?: string; last_name?: string }): string {
  return [name.first_name, name.last_name].filter(Boolean).join(" ");
}
