import type { Document, Message } from "grammy/types";

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

/** A file as it is; an animation is one too, but nothing to be read. */
export function documentOf({ document, animation }: Message): Document | null {
  return document && !animation ? document : null;
}

/** What a person sent is more than words; a service message is not. */
export function isContent(message: Message): boolean {
  return CONTENT.some((kind) => message[kind] !== undefined);
}
