import type { InlineKeyboardMarkup, InputRichBlock, MessageEntity } from "grammy/types";
import { slice, split } from "#bot/channels/split.ts";
import { addressOf } from "#bot/channels/telegram/address.ts";
import { callbackData, takeBackData } from "#bot/channels/telegram/callback-data.ts";
import { entitiesOf } from "#bot/channels/telegram/entities.ts";
import { richBlocks } from "#bot/channels/telegram/rich.ts";
import type { Action, Picture, Reply, ReplyFile } from "#services/reply/reply.ts";
import type { StyledText } from "#services/reply/text.ts";

/** In UTF-16 units, after entities are parsed (core.telegram.org/bots/api#sendmessage, #sendphoto). */
export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;

/** Of a document; with a picture the caption belongs to the picture. */
interface Words {
  readonly text: string;
  readonly entities: MessageEntity[];
  readonly keyboard?: InlineKeyboardMarkup;
  /** What is typed next answers it. */
  readonly asks?: true;
}

/** One message to send, or to put in the place of another. */
export type Outgoing =
  | ({ readonly kind: "text" } & Words)
  | ({ readonly kind: "photo"; readonly picture: Picture } & Words)
  | ({ readonly kind: "file"; readonly file: ReplyFile } & Words)
  | ({
      readonly kind: "rich";
      readonly blocks: readonly InputRichBlock[];
      readonly picture?: Picture;
    } & Words);

/** A reply as Telegram's messages, in order: a short text with a picture or a file is one message. */
export function encode(reply: Reply): readonly Outgoing[] {
  const { picture, file } = reply;
  const carrier = carrierOf(reply);
  const texts = split(reply.text, carrier === "text" ? TEXT_LIMIT : CAPTION_LIMIT, TEXT_LIMIT);
  const words = texts.map(trimEnd).filter((text, i) => text.text !== "" || (i === 0 && carrier !== "text"));
  if (words.length === 0 && carrier !== "text") words.push({ text: "", spans: [] });

  const ending = endingOf(reply);
  const messages = words.map((text, i): Outgoing => {
    const said = { ...wordsOf(text), ...(i === words.length - 1 && ending) };
    if (i === 0 && picture) return { kind: "photo", picture, ...said };
    return i === 0 && carrier === "file" && file
      ? { kind: "file", file, ...said }
      : { kind: "text", ...said };
  });
  if (file && carrier !== "file") messages.push({ kind: "file", file, ...wordsOf({ text: "", spans: [] }) });
  return messages;
}

/** A reply as one message in which tables are tables; null = it has none, or too much for one. */
export function encodeRich(reply: Reply): Outgoing | null {
  const { text, picture, file } = reply;
  const blocks = file ? null : richBlocks(text);
  return (
    blocks && { kind: "rich", blocks, ...(picture && { picture }), ...wordsOf(text), ...endingOf(reply) }
  );
}

/** What the text's first part rides on; a file carries only a text that fits whole, else it follows. */
function carrierOf(reply: Reply): "text" | "photo" | "file" {
  if (reply.picture) return "photo";
  return reply.file && reply.text.text.length <= CAPTION_LIMIT ? "file" : "text";
}

/** Telegram trims messages: what it would cut is better not counted or styled. */
function trimEnd(text: StyledText): StyledText {
  return slice(text, 0, text.text.trimEnd().length);
}

function wordsOf(text: StyledText): Words {
  return { text: text.text, entities: entitiesOf(text) };
}

/** What stands under the last message; it has buttons or asks for words, not both. */
function endingOf({ actions, expects, stands, takeBack }: Reply): Pick<Words, "keyboard" | "asks"> {
  const keyboard = keyboardOf(actions, stands, takeBack);
  if (keyboard) return { keyboard };
  return expects === undefined ? {} : { asks: true };
}

function keyboardOf(
  actions: readonly (readonly Action[])[],
  stands: boolean | undefined,
  takeBack: Reply["takeBack"],
): InlineKeyboardMarkup | undefined {
  const rows = actions
    .map((row) =>
      row.map(({ label, command }) => ({ text: label, callback_data: callbackData(command, stands) })),
    )
    .filter((row) => row.length > 0);
  if (takeBack) {
    const { label, command, askedBy } = takeBack;
    rows.push([{ text: label, callback_data: takeBackData(command, addressOf(askedBy).chatId) }]);
  }
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}
