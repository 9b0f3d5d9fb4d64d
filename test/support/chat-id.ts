import { type ChatId, isChatId } from "#services/ids.ts";

/** A chat's or person's id as a test writes it. Throws on what no channel would say. */
export function chatId(text: string): ChatId {
  if (!isChatId(text)) throw new Error(`not a chat: ${text}`);
  return text;
}
