import * as z from "zod";

/** A conversation: `<channel>:<its id there>`. A person's is that of the private chat with them. */
export type ChatId = `${string}:${string}`;

declare const isChannelName: unique symbol;

/** The prefix of a channel's chats, as no chat is ever called. */
export type ChannelName = string & { readonly [isChannelName]: true };

/** For names written in the program. Throws on one that could be taken for a chat's id. */
export function channelName(name: string): ChannelName {
  if (name === "" || name.includes(":")) throw new Error(`not a channel's name: ${name}`);
  return name as ChannelName;
}

/** The channel that a chat is on. */
export function channelOf(chat: ChatId): ChannelName {
  return chat.slice(0, chat.indexOf(":")) as ChannelName;
}

export function isChatId(text: string): text is ChatId {
  return text.indexOf(":") > 0;
}

export const StoredChatId = z.custom<ChatId>((value) => typeof value === "string" && isChatId(value));
