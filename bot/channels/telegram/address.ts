import { type ChatId, channelName } from "#services/ids.ts";
import { SendError } from "#services/send-error.ts";

export const CHANNEL = channelName("telegram");

/** Where a message goes: a chat, and the topic in it when it is not the general one. */
export interface Address {
  readonly chatId: number;
  readonly threadId?: number;
}

/** `telegram:-100123`, `telegram:-100123:55` with a topic; also the id of a person. */
export function chatName(chatId: number, threadId?: number): ChatId {
  return threadId === undefined ? `${CHANNEL}:${chatId}` : `${CHANNEL}:${chatId}:${threadId}`;
}

/** Rejects a chat of another channel with remedy "give-up". */
export function addressOf(chat: ChatId): Address {
  const match = /^telegram:(-?\d+)(?::(\d+))?$/.exec(chat);
  if (!match) throw new SendError(`not a Telegram chat: ${chat}`, { kind: "give-up" });
  const chatId = Number(match[1]);
  return match[2] === undefined ? { chatId } : { chatId, threadId: Number(match[2]) };
}

/** Groups have negative ids (core.telegram.org/bots/api#chat). */
export function isGroup(chat: ChatId): boolean {
  return addressOf(chat).chatId < 0;
}

/** The group around a topic; null = the chat is no topic. */
export function groupOf(chat: ChatId): ChatId | null {
  const { chatId, threadId } = addressOf(chat);
  return threadId === undefined ? null : chatName(chatId);
}

export type MessageKind = "text" | "photo" | "file" | "rich";

/** A message of ours as a receipt names it; the kind says how it may be edited. */
export interface MessageRef {
  readonly id: number;
  readonly kind: MessageKind;
  /** The person who sees it alone; its id is then one of ephemeral messages. */
  readonly reader?: number;
}

/** `55`, `55:photo`, `55:file`, `55:rich`; with a reader `55:text:1000`. */
export function writeRef({ id, kind, reader }: MessageRef): string {
  if (reader !== undefined) return `${id}:${kind}:${reader}`;
  return kind === "text" ? String(id) : `${id}:${kind}`;
}

export function readRef(written: string): MessageRef | null {
  const match = /^(\d+)(?::(text|photo|file|rich)(?::(\d+))?)?$/.exec(written);
  if (!match) return null;
  const ref = { id: Number(match[1]), kind: (match[2] ?? "text") as MessageKind };
  return match[3] === undefined ? ref : { ...ref, reader: Number(match[3]) };
}

/** Inbound ids of messages: `-100123/55`; of an edit `-100123/55/1700000000`. */
export function inboundId(chatId: number, messageId: number, editedAt?: number): string {
  return editedAt === undefined ? `${chatId}/${messageId}` : `${chatId}/${messageId}/${editedAt}`;
}

/** Inbound id of a message that the bot alone was sent, `-100123/e7.1700000000`: the number is used again later. */
export function unseenId(chatId: number, ephemeralId: number, date: number): string {
  return `${chatId}/e${ephemeralId}.${date}`;
}

/** Inbound id of a press, by the id of its callback query. */
export function pressId(query: string): string {
  return `press:${query}`;
}

/** What an answer is sent upon: a message, one that nobody else sees, a press; null = none of these. */
export type Occasion =
  | { readonly kind: "message" | "unseen"; readonly id: number }
  | { readonly kind: "press"; readonly query: string };

export function occasionOf(inbound: string): Occasion | null {
  const message = messageIdOf(inbound);
  if (message !== null) return { kind: "message", id: message };
  const unseen = /^-?\d+\/e(\d+)\.\d+$/.exec(inbound);
  if (unseen) return { kind: "unseen", id: Number(unseen[1]) };
  return inbound.startsWith("press:") ? { kind: "press", query: inbound.slice("press:".length) } : null;
}

/** The message to answer under; null for presses and events, which are no messages. */
function messageIdOf(inbound: string): number | null {
  const match = /^-?\d+\/(\d+)(?:\/\d+)?$/.exec(inbound);
  return match ? Number(match[1]) : null;
}
