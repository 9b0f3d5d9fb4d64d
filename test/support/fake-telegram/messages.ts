import { badRequest } from "#test/support/fake-telegram/api-error.ts";
import type { Payload } from "#test/support/fake-telegram/body.ts";
import {
  type CheckedText,
  checkCaption,
  checkFile,
  checkKeyboard,
  checkText,
} from "#test/support/fake-telegram/checks.ts";
import { openChat } from "#test/support/fake-telegram/open-chat.ts";
import { richContent } from "#test/support/fake-telegram/rich.ts";
import { readerOf } from "#test/support/fake-telegram/unseen.ts";
import { type ChatState, type FakeMessage, now, type World } from "#test/support/fake-telegram/world.ts";

type Content = Pick<
  FakeMessage,
  "text" | "entities" | "rich_message" | "caption" | "caption_entities" | "photo" | "document"
>;

export function sendMessage(world: World, payload: Payload): FakeMessage {
  return add(world, payload, () => textContent(checkText(payload)));
}

export function sendRichMessage(world: World, payload: Payload): FakeMessage {
  return add(world, payload, (state) => richContent(world, state, payload));
}

export function sendPhoto(world: World, payload: Payload): FakeMessage {
  return add(world, payload, (state) => {
    if (state.photosForbidden) throw badRequest("not enough rights to send photos to the chat");
    return photoContent(world, payload.photo, payload);
  });
}

export function sendDocument(world: World, payload: Payload): FakeMessage {
  return add(world, payload, () => {
    const file = checkFile(world, "document", payload.document);
    return {
      document: { file_id: file.fileId, file_name: file.name },
      ...captionContent(checkCaption(payload)),
    };
  });
}

export function editMessageText(world: World, payload: Payload): FakeMessage {
  return change(world, payload, (old, state) => {
    const hasWords = old.text !== undefined || old.rich_message !== undefined;
    if (!hasWords) throw badRequest("there is no text in the message to edit");
    const isRich = payload.rich_message !== undefined && !world.knowsNoTables;
    if (isRich && payload.text !== undefined)
      throw badRequest("text and rich_message can't be used together");
    return isRich ? richContent(world, state, payload) : textContent(checkText(payload));
  });
}

export function editMessageCaption(world: World, payload: Payload): FakeMessage {
  return change(world, payload, ({ photo, document }) => {
    if (!photo && !document) throw badRequest("there is no caption in the message to edit");
    return {
      ...(photo && { photo }),
      ...(document && { document }),
      ...captionContent(checkCaption(payload)),
    };
  });
}

export function editMessageMedia(world: World, payload: Payload): FakeMessage {
  const media = (payload.media ?? {}) as Payload;
  if (media.type !== "photo") throw badRequest("can't parse InputMedia: unsupported type");
  return change(world, payload, () => photoContent(world, media.media, media));
}

export function editMessageReplyMarkup(world: World, payload: Payload): FakeMessage {
  return change(
    world,
    payload,
    ({ text, entities, rich_message, caption, caption_entities, photo, document }) => ({
      ...(text !== undefined && { text }),
      ...(entities && { entities }),
      ...(rich_message && { rich_message }),
      ...(caption !== undefined && { caption }),
      ...(caption_entities && { caption_entities }),
      ...(photo && { photo }),
      ...(document && { document }),
    }),
  );
}

export function deleteMessage(world: World, payload: Payload): true {
  const state = openChat(world, payload);
  const before = state.messages.length;
  state.messages = state.messages.filter((message) => message.message_id !== Number(payload.message_id));
  if (state.messages.length === before) throw badRequest("message to delete not found");
  return true;
}

function add(world: World, payload: Payload, content: (state: ChatState) => Content): FakeMessage {
  const state = openChat(world, payload);
  const markup = checkKeyboard(payload.reply_markup);
  const reader = readerOf(world, state, payload);
  const message: FakeMessage = {
    ...(reader
      ? { message_id: 0, ephemeral_message_id: world.nextUnseenId(), receiver_user: reader }
      : { message_id: world.nextMessageId() }),
    date: now(),
    chat: state.chat,
    from: world.me,
    ...topicOf(state, payload),
    ...repliedTo(state, payload),
    ...content(state),
    ...(markup && { reply_markup: markup }),
  };
  (reader ? state.unseen : state.messages).push(message);
  return message;
}

/** The general topic has no id to send to: 1 is refused like any unknown one. */
function topicOf(
  state: ChatState,
  payload: Payload,
): Pick<FakeMessage, "message_thread_id" | "is_topic_message"> {
  if (payload.message_thread_id === undefined) return {};
  const id = Number(payload.message_thread_id);
  const topic = state.topics.get(id);
  if (!topic) throw badRequest("message thread not found");
  if (topic === "closed") throw badRequest("TOPIC_CLOSED");
  return { message_thread_id: id, is_topic_message: true };
}

function repliedTo(state: ChatState, payload: Payload): Pick<FakeMessage, "reply_to_message"> {
  const reply = payload.reply_parameters as Payload | undefined;
  if (!reply || reply.ephemeral_message_id !== undefined) return {};
  const target = state.messages.find((message) => message.message_id === Number(reply.message_id));
  if (target) return { reply_to_message: target };
  const isUnseen = payload.ephemeral_message_parameters !== undefined;
  if (reply.allow_sending_without_reply === true && !isUnseen) return {};
  throw badRequest("message to be replied not found");
}

function change(
  world: World,
  payload: Payload,
  content: (old: FakeMessage, state: ChatState) => Content,
): FakeMessage {
  const state = openChat(world, payload);
  const index = state.messages.findIndex((message) => message.message_id === Number(payload.message_id));
  const old = state.messages[index];
  if (!old) throw badRequest("message to edit not found");
  if (old.from?.id !== world.me.id) throw badRequest("message can't be edited");
  const markup = checkKeyboard(payload.reply_markup);
  const { text, entities, rich_message, caption, caption_entities, photo, document, ...others } = old;
  const { reply_markup, edit_date, ...frame } = others;
  const edited = { ...frame, ...content(old, state), ...(markup && { reply_markup: markup }) };
  const { edit_date: _, ...before } = old;
  if (fingerprint(edited) === fingerprint(before)) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  const stored = { ...edited, edit_date: now() };
  state.messages[index] = stored;
  return stored;
}

function fingerprint(message: object): string {
  return JSON.stringify(Object.entries(message).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function textContent({ text, entities }: CheckedText): Content {
  return { text, ...(entities.length > 0 && { entities }) };
}

function captionContent(caption: CheckedText | null): Content {
  if (!caption) return {};
  const { text, entities } = caption;
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
}

function photoContent(world: World, photo: unknown, payload: Payload): Content {
  const { fileId, width, height } = checkFile(world, "photo", photo);
  const caption = captionContent(checkCaption(payload));
  return { photo: [{ file_id: fileId, file_unique_id: `u${fileId}`, width, height }], ...caption };
}
