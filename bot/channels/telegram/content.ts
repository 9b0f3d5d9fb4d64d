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

/** What may be read of a message; its name is empty where Telegram gives none, its size null where it tells none. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly size: number | null;
  readonly isPicture: boolean;
}

/** A picture, or a file as it is; an animation is one too, but nothing to be read. */
export function attachmentOf({ document, photo, animation }: Message): Attachment | null {
  if (document && !animation) {
    const { file_id: id, file_name: name = "", file_size: size = null, mime_type: type = "" } = document;
    return { id, name, size, isPicture: type.startsWith("image/") };
  }
  const largest = [...(photo ?? [])].sort((a, b) => b.width * b.height - a.width * a.height)[0];
  return largest ? { id: largest.file_id, name: "", size: largest.file_size ?? null, isPicture: true } : null;
}

/** What a person sent is more than words; a service message is not. */
export function isContent(message: Message): boolean {
  return CONTENT.some((kind) => message[kind] !== undefined);
}
