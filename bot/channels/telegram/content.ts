import type { Message } from "grammy/types";

const CONTENT = [
  "animation",
  "audio",
  "checklist",
  "contact",
  "dice",
  "document",
  "game",
  "location",
  "paid_media",
  "photo",
  "poll",
  "sticker",
  "story",
  "venue",
  "video",
  "video_note",
  "voice",
] as const satisfies readonly (keyof Message)[];

/** What a person sent is more than words; a service message is not. */
export function isContent(message: Message): boolean {
  return CONTENT.some((kind) => message[kind] !== undefined);
}
