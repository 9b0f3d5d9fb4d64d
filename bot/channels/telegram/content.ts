import type { Message } from "grammy/types";

/** A sticker or a file in a private chat deserves an answer; a service message does not. */
export function isContent(message: Message): boolean {
  return Boolean(
    message.photo ??
      message.document ??
      message.sticker ??
      message.voice ??
      message.video ??
      message.audio ??
      message.video_note ??
      message.location ??
      message.contact,
  );
}
