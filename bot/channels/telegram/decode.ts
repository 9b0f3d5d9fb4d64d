import type { CallbackQuery, MaybeInaccessibleMessage, Message, Update } from "grammy/types";
import { chatName, inboundId, pressId, unseenId } from "#bot/channels/telegram/address.ts";
import { readData } from "#bot/channels/telegram/callback-data.ts";
import { attachmentOf, isContent } from "#bot/channels/telegram/content.ts";
import type { DecodeContext } from "#bot/channels/telegram/decode-context.ts";
import { decodeMembership } from "#bot/channels/telegram/membership.ts";
import { hear } from "#bot/channels/telegram/mention.ts";
import { personOf, titleOf } from "#bot/channels/telegram/names.ts";
import { oursOf, repliedTo } from "#bot/channels/telegram/ours.ts";
import { albumOf } from "#bot/channels/telegram/pages.ts";
import type { Inbound } from "#services/inbound.ts";

/** Telegram's apps cut a longer text at 4,096 units, or at the line before. */
const MAY_GO_ON = 3_500;

/** Whoever corrects a question later does not ask it anew; seconds. */
const QUESTION_STANDS_S = 10 * 60;

/** Whom Telegram names as sender of what a linked channel posts into its group. */
const LINKED_CHANNEL = 777_000;

/** An update as the bot's core hears it; null when it is none of its business. A press's text is its callback data. */
export function decode(update: Update, context: DecodeContext): Inbound | null {
  if (update.message) return decodeMessage(update.message, context);
  if (update.edited_message) return decodeEdit(update.edited_message, context);
  if (update.callback_query) return decodePress(update.callback_query, context);
  if (update.my_chat_member) return decodeMembership(update.my_chat_member, context);
  return null;
}

function decodeEdit(message: Message, context: DecodeContext): Inbound | null {
  const heard = decodeMessage(message, context);
  if (!heard || heard.event) return null;
  const { edit_date: editedAt = message.date } = message;
  const id = inboundId(message.chat.id, message.message_id, editedAt);
  const isRecent = editedAt - message.date <= QUESTION_STANDS_S;
  const { page } = heard;
  const edits = { message: heard.id, isRecent };
  return { ...heard, id, edits, ...(page && { page: { ...page, again: true } }) };
}

/** A caption describes what it stands under; only a command is said to the bot. */
function decodeMessage(message: Message, context: DecodeContext): Inbound | null {
  const { chat } = message;
  const sender = senderOf(message);
  if (chat.type === "channel" || !sender) return null;

  const isPrivate = chat.type === "private";
  if (message.new_chat_title !== undefined) return renamed(message, sender, context);
  const raw = message.text ?? message.caption ?? "";
  const hasContent = isContent(message);
  if (raw === "" && !hasContent) return null;

  const heard = hear(raw, message.entities ?? message.caption_entities ?? [], context.me);
  if (heard.forAnother && !isPrivate) return null;
  const ours = repliedTo(message, context.me);
  const seen = seenBy(message);
  const addressed = isPrivate || heard.named || ours !== null || seen.unseen === true;
  const wordless = hasContent && !heard.text.startsWith("/");
  if (wordless && !addressed) return null;
  return {
    ...placeOf(message),
    ...seen,
    ...(ours && { repliesTo: oursOf(placeOf(message).chat, ours) }),
    sender,
    text: wordless ? "" : heard.text,
    wordless,
    mayGoOn: raw.length >= MAY_GO_ON,
    addressed,
    ...fileOf(message, heard.text, context),
    isChatAdmin: () => isAdmin(message, message.from?.id, context),
  };
}

/** Its id, and whether the bot alone was sent it; in private that goes without saying. */
function seenBy({
  chat,
  message_id: id,
  ephemeral_message_id: unseen,
  date,
}: Message): Pick<Inbound, "id" | "unseen"> {
  if (unseen === undefined) return { id: inboundId(chat.id, id) };
  return { id: unseenId(chat.id, unseen, date), ...(chat.type !== "private" && { unseen: true }) };
}

/** A command alone in reply to somebody's file or picture is about that. */
function fileOf(
  message: Message,
  text: string,
  { fetchFile, together, me }: DecodeContext,
): Pick<Inbound, "files" | "page" | "takesFiles" | "together"> {
  const { reply_to_message: to } = message;
  const isAboutIt = to && to.from?.id !== me.id && /^\/\S+$/u.test(text);
  const carrier = attachmentOf(message) ? message : isAboutIt ? to : null;
  const attachment = carrier && attachmentOf(carrier);
  if (!attachment) return { takesFiles: true };
  const { id, name, size, isPicture } = attachment;
  const album = albumOf(message.chat.id, carrier);
  if (isPicture && album !== undefined) {
    const page = { album, order: carrier.message_id, ...(carrier === to && { again: true as const }) };
    return { takesFiles: true, page, ...(together === "further" && { together }) };
  }
  return {
    takesFiles: true,
    files: [{ name, size, bytes: () => fetchFile(id) }],
    ...(together && { together }),
  };
}

function renamed(message: Message, sender: Inbound["sender"], context: DecodeContext): Inbound {
  const { chat } = message;
  return {
    id: inboundId(chat.id, message.message_id),
    chat: chatName(chat.id),
    chatKind: "group",
    chatName: message.new_chat_title ?? titleOf(chat),
    sender,
    text: "",
    addressed: false,
    isChatAdmin: () => isAdmin(message, message.from?.id, context),
    event: "renamed",
  };
}

/** People, anonymous admins (as their group) and channels speaking in a group (as themselves); no bots. */
function senderOf(message: Message): Inbound["sender"] | null {
  const { from, sender_chat: as } = message;
  if (message.is_automatic_forward || from?.id === LINKED_CHANNEL) return null;
  if (as) return { id: chatName(as.id), name: titleOf(as) };
  return from && !from.is_bot ? personOf(from) : null;
}

async function isAdmin(
  message: Message,
  userId: number | undefined,
  context: DecodeContext,
): Promise<boolean> {
  const { chat, sender_chat: as } = message;
  if (chat.type === "private") return true;
  if (as) return as.id === chat.id;
  return userId !== undefined && context.isChatAdmin(chat.id, userId);
}

function decodePress(query: CallbackQuery, context: DecodeContext): Inbound | null {
  const { message, data, from } = query;
  if (!message || data === undefined || message.chat.type === "channel") return null;
  const place = placeOf(message);
  const { data: text, stands } = readData(data);
  return {
    ...place,
    id: pressId(query.id),
    sender: personOf(from),
    text,
    addressed: true,
    pressed: { ...oursOf(place.chat, message, from.id), ...(stands && { stands }) },
    isChatAdmin: async () => place.chatKind === "private" || context.isChatAdmin(message.chat.id, from.id),
  };
}

/** Plain groups put thread ids on replies too: only a topic's messages say so themselves. */
function placeOf(
  message: MaybeInaccessibleMessage,
): Pick<Inbound, "chat" | "chatKind" | "chatName" | "group"> {
  const { chat } = message;
  const thread =
    "is_topic_message" in message && message.is_topic_message ? message.message_thread_id : undefined;
  return {
    chat: chatName(chat.id, thread),
    chatKind: chat.type === "private" ? "private" : "group",
    chatName: titleOf(chat),
    ...(thread !== undefined && { group: chatName(chat.id) }),
  };
}
