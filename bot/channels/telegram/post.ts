import { type Api, InputFile } from "grammy";
import type { InputRichBlock, Message } from "grammy/types";
import type { Address, MessageRef, Occasion } from "#bot/channels/telegram/address.ts";
import { faultOf } from "#bot/channels/telegram/classify.ts";
import type { Outgoing } from "#bot/channels/telegram/encode.ts";
import type { Photos } from "#bot/channels/telegram/photos.ts";
import type { ReplyFile } from "#services/reply/reply.ts";
import { SendError } from "#services/send-error.ts";

export type Post = ReturnType<typeof createPost>;

/** How one message stands in its chat. */
export interface Placing {
  /** Null = it stands by itself. */
  readonly upon: Occasion | null;
  /** The person in a group who alone shall see it. */
  readonly reader?: number;
}

/** grammY writes file names into a form's header without quotes. */
const UNFIT_IN_HEADER = /[";\r\n]/g;

const NO_PREVIEW = { is_disabled: true } as const;

/** Single messages: send one, put one in the place of another, take one away. */
export function createPost(api: Api, photos: Photos) {
  return {
    /** A server that knows no messages for one person sends them to all: the reference then has no reader. */
    async send(to: Address, message: Outgoing, placing: Placing): Promise<MessageRef> {
      const sent = await sendMessage(api, photos, to, message, placing);
      const { kind } = message;
      const { ephemeral_message_id: unseen } = sent;
      const { reader } = placing;
      if (unseen === undefined || reader === undefined) return { id: sent.message_id, kind };
      return { id: unseen, kind, reader };
    },

    /** Null when the old message cannot become this one, or other persons see it. */
    async edit(
      chatId: number,
      old: MessageRef,
      message: Outgoing,
      { reader }: Pick<Placing, "reader">,
    ): Promise<MessageRef | null> {
      if (old.reader !== reader || !canBecome(old, message)) return null;
      try {
        if (old.reader === undefined)
          await editMessage(api, photos, { chat_id: chatId, message_id: old.id }, message);
        else await editUnseen(api, chatId, { ...old, reader: old.reader }, message);
      } catch (error) {
        const fault = faultOf(error);
        // Whether a text may become a table is for the server to say.
        if (fault === "uneditable" || (fault === "refused" && message.kind === "rich")) return null;
        if (fault !== "not-modified") throw error;
      }
      return { ...old, kind: message.kind };
    },

    /** Takes the buttons off a message that was answered elsewhere. Never rejects. */
    async disarm(chatId: number, old: MessageRef): Promise<void> {
      if (old.reader !== undefined) return void (await removeUnseen(api, chatId, old.id, old.reader));
      await api.raw.editMessageReplyMarkup({ chat_id: chatId, message_id: old.id }).catch(() => undefined);
    },

    /** Never rejects; false = it stays, as a message two days old does. */
    async remove(chatId: number, { id, reader }: MessageRef): Promise<boolean> {
      if (reader !== undefined) return removeUnseen(api, chatId, id, reader);
      return api.raw.deleteMessage({ chat_id: chatId, message_id: id }).catch(() => false);
    },
  };
}

async function sendMessage(api: Api, photos: Photos, to: Address, message: Outgoing, placing: Placing) {
  const { text, entities } = message;
  const common = {
    chat_id: to.chatId,
    ...(to.threadId !== undefined && { message_thread_id: to.threadId }),
    ...placed(placing),
    ...markupOf(to, message, placing),
  };
  if (message.kind === "text") {
    return api.raw.sendMessage({ ...common, text, entities, link_preview_options: NO_PREVIEW });
  }
  if (message.kind === "rich")
    return postRich(photos, message, (rich_message) => api.raw.sendRichMessage({ ...common, rich_message }));
  const captioned = { ...common, caption: text, caption_entities: entities };
  if (message.kind === "photo") {
    return photos.post(message.picture, (photo) => api.raw.sendPhoto({ ...captioned, photo }));
  }
  return api.raw.sendDocument({ ...captioned, document: await write(message.file) });
}

/** Only what nobody else sees may reply to a message that nobody else sees. */
function placed({ upon, reader }: Placing) {
  const under = upon?.kind === "message" && {
    reply_parameters: { message_id: upon.id, allow_sending_without_reply: true },
  };
  if (reader === undefined) return under || {};
  return {
    ...(under || (upon?.kind === "unseen" && { reply_parameters: { ephemeral_message_id: upon.id } })),
    ephemeral_message_parameters: {
      receiver_user_id: reader,
      ...(upon?.kind === "press" && { callback_query_id: upon.query }),
    },
  };
}

/** In a group the bot may hear answers only: whoever it asks finds the reply begun. */
function markupOf(to: Address, { keyboard, asks }: Outgoing, { upon }: Placing) {
  if (keyboard) return { reply_markup: keyboard };
  const isAsked = asks && to.chatId < 0 && upon?.kind === "message";
  return isAsked ? { reply_markup: { force_reply: true, selective: true } as const } : {};
}

/** A picture and a file stay what they are, but a text may become a picture, and with tables a text again. */
function canBecome(old: MessageRef, message: Outgoing): boolean {
  if (old.reader !== undefined) return message.kind === "text" && old.kind === "text";
  if (message.kind === "photo") return old.kind === "photo" || old.kind === "text";
  return message.kind !== "file" && (old.kind === "text" || old.kind === "rich");
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
  if (message.kind === "rich") {
    await postRich(photos, message, async (rich_message) =>
      edited(await api.raw.editMessageText({ ...common, rich_message })),
    );
    return;
  }
  await api.raw.editMessageText({ ...common, text, entities, link_preview_options: NO_PREVIEW });
}

/** Its picture stands above all else. */
async function postRich(
  photos: Photos,
  { blocks, picture }: Extract<Outgoing, { kind: "rich" }>,
  post: (rich: { readonly blocks: InputRichBlock[] }) => Promise<Message>,
): Promise<Message> {
  if (!picture) return post({ blocks: [...blocks] });
  return photos.post(picture, (media) =>
    post({ blocks: [{ type: "photo", photo: { type: "photo", media } }, ...blocks] }),
  );
}

async function editUnseen(
  api: Api,
  chatId: number,
  { id, reader }: { readonly id: number; readonly reader: number },
  { text, entities, keyboard }: Outgoing,
): Promise<void> {
  await api.raw.editEphemeralMessageText({
    chat_id: chatId,
    receiver_user_id: reader,
    ephemeral_message_id: id,
    text,
    entities,
    link_preview_options: NO_PREVIEW,
    ...(keyboard && { reply_markup: keyboard }),
  });
}

function removeUnseen(api: Api, chatId: number, id: number, reader: number): Promise<boolean> {
  const one = { chat_id: chatId, receiver_user_id: reader, ephemeral_message_id: id };
  return api.raw.deleteEphemeralMessage(one).catch(() => false);
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
