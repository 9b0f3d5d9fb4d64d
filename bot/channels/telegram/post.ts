import { type Api, InputFile } from "grammy";
import type { Message } from "grammy/types";
import type { Address, MessageRef } from "#bot/channels/telegram/address.ts";
import { faultOf } from "#bot/channels/telegram/classify.ts";
import type { Outgoing } from "#bot/channels/telegram/encode.ts";
import type { Photos } from "#bot/channels/telegram/photos.ts";
import type { ReplyFile } from "#services/reply/reply.ts";
import { SendError } from "#services/send-error.ts";

export type Post = ReturnType<typeof createPost>;

/** grammY writes file names into a form's header without quotes. */
const UNFIT_IN_HEADER = /[";\r\n]/g;

const NO_PREVIEW = { is_disabled: true } as const;

/** Single messages: send one, put one in the place of another, take one away. */
export function createPost(api: Api, photos: Photos) {
  return {
    async send(to: Address, message: Outgoing, replyTo: number | null): Promise<MessageRef> {
      const sent = await sendMessage(api, photos, to, message, replyTo);
      return { id: sent.message_id, kind: message.kind };
    },

    /** Null when the old message cannot become this one. */
    async edit(chatId: number, old: MessageRef, message: Outgoing): Promise<MessageRef | null> {
      if (!canBecome(old, message)) return null;
      try {
        await editMessage(api, photos, { chat_id: chatId, message_id: old.id }, message);
      } catch (error) {
        const fault = faultOf(error);
        if (fault === "uneditable") return null;
        if (fault !== "not-modified") throw error;
      }
      return { id: old.id, kind: message.kind };
    },

    /** Takes the buttons off a message that was answered elsewhere. Never rejects. */
    async disarm(chatId: number, old: MessageRef): Promise<void> {
      await api.raw.editMessageReplyMarkup({ chat_id: chatId, message_id: old.id }).catch(() => undefined);
    },

    /** Never rejects: a message two days old cannot be removed, and does no harm. */
    async remove(chatId: number, old: MessageRef): Promise<void> {
      await api.raw.deleteMessage({ chat_id: chatId, message_id: old.id }).catch(() => undefined);
    },
  };
}

async function sendMessage(api: Api, photos: Photos, to: Address, message: Outgoing, replyTo: number | null) {
  const { text, entities } = message;
  const common = {
    chat_id: to.chatId,
    ...(to.threadId !== undefined && { message_thread_id: to.threadId }),
    ...(replyTo !== null && { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    ...markupOf(to, message, replyTo),
  };
  if (message.kind === "text") {
    return api.raw.sendMessage({ ...common, text, entities, link_preview_options: NO_PREVIEW });
  }
  const captioned = { ...common, caption: text, caption_entities: entities };
  if (message.kind === "photo") {
    return photos.post(message.picture, (photo) => api.raw.sendPhoto({ ...captioned, photo }));
  }
  return api.raw.sendDocument({ ...captioned, document: await write(message.file) });
}

/** In a group the bot may hear answers only: whoever it asks finds the reply begun. */
function markupOf(to: Address, { keyboard, asks }: Outgoing, replyTo: number | null) {
  if (keyboard) return { reply_markup: keyboard };
  const isAsked = asks && to.chatId < 0 && replyTo !== null;
  return isAsked ? { reply_markup: { force_reply: true, selective: true } as const } : {};
}

/** A text may become a picture and a picture another; nothing becomes a text again, and files stay. */
function canBecome(old: MessageRef, message: Outgoing): boolean {
  if (message.kind === "photo") return old.kind !== "file";
  return message.kind === "text" && old.kind === "text";
}

async function editMessage(
  api: Api,
  photos: Photos,
  old: { readonly chat_id: number; readonly message_id: number },
  message: Outgoing,
): Promise<void> {
  const { text, entities, keyboard } = message;
  const common = { ...old, ...(keyboard && { reply_markup: keyboard }) };
  if (message.kind === "photo") {
    const media = { type: "photo", caption: text, caption_entities: entities } as const;
    await photos.post(message.picture, async (photo) =>
      edited(await api.raw.editMessageMedia({ ...common, media: { ...media, media: photo } })),
    );
    return;
  }
  await api.raw.editMessageText({ ...common, text, entities, link_preview_options: NO_PREVIEW });
}

/** Telegram answers `true` only for inline messages, which we never send. */
function edited(answer: Message | true): Message {
  if (answer === true) throw new SendError("the edited message was not returned", { kind: "unknown" });
  return answer;
}

async function write(file: ReplyFile): Promise<InputFile> {
  try {
    return new InputFile(await file.bytes(), file.name.replace(UNFIT_IN_HEADER, " "));
  } catch (cause) {
    throw new SendError("the file could not be written", { kind: "text-only" }, { cause });
  }
}
