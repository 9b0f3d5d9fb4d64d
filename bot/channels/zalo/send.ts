import { type ChatWords, choicesOf, type Numbered, offered } from "#bot/channels/numbered.ts";
import { partlySent } from "#bot/channels/partly-sent.ts";
import { chatIdOf } from "#bot/channels/zalo/address.ts";
import { toSendError } from "#bot/channels/zalo/classify.ts";
import type { ZaloClient } from "#bot/channels/zalo/client.ts";
import { encode, type Outgoing, type Saying } from "#bot/channels/zalo/encode.ts";
import type { PublicMedia } from "#bot/http/public-media.ts";
import type { SendOptions } from "#services/channel.ts";
import type { ChatId } from "#services/ids.ts";
import type { Logger } from "#services/logger.ts";
import type { Receipt } from "#services/receipt.ts";
import type { Reply, ReplyFile } from "#services/reply/reply.ts";
import { lines, type StyledText } from "#services/reply/text.ts";
import { SendError } from "#services/send-error.ts";

export interface SenderOptions {
  readonly client: Pick<ZaloClient, "sendMessage" | "sendPhoto">;
  readonly media: Pick<PublicMedia, "picture" | "file">;
  readonly numbered: Pick<Numbered, "remember">;
  readonly words: (chat: ChatId) => Promise<ChatWords>;
  /** Told of every message that went out, or may have. */
  readonly onSpent: () => Promise<void>;
  readonly logger: Logger;
}

/** Whole replies: nothing of one can be replaced or answer a message, so every reply is sent anew. */
export function createSender({ client, media, numbered, words, onSpent, logger }: SenderOptions) {
  return async (chat: ChatId, reply: Reply, { unasked = false }: SendOptions = {}): Promise<Receipt> => {
    const id = chatIdOf(chat);
    const speech = await words(chat);
    const actions = offered(reply);
    const parts = [await fileLines(reply.file, speech), choicesOf(actions, speech, unasked)];
    const below = parts.filter((part) => part !== null);
    const address = reply.picture ? await media.picture(reply.picture) : null;
    const messages = await sendAll(id, { text: reply.text, below, photo: address?.url ?? null });
    await noted(() => numbered.remember({ chat, messages }, actions));
    return { chat, messages };
  };

  async function fileLines(file: ReplyFile | undefined, speech: ChatWords): Promise<StyledText | null> {
    if (!file) return null;
    const address = await media.file(file);
    if (!address) return lines(speech.listed.noFile(file.name));
    const until = speech.local(address.until);
    return lines(speech.listed.file({ name: file.name, address: address.url, until }));
  }

  /** A picture that Zalo would not take takes no text with it. */
  async function sendAll(id: string, saying: Saying): Promise<readonly string[]> {
    try {
      return await sendEach(id, encode(saying));
    } catch (error) {
      if (saying.photo === null || !isDeclined(error, "text-only")) throw error;
      logger.warn({ err: error }, "Zalo took no picture; its text goes alone");
      return sendEach(id, encode({ ...saying, photo: null }));
    }
  }

  async function sendEach(id: string, messages: readonly Outgoing[]): Promise<readonly string[]> {
    const out: string[] = [];
    for (const message of messages) {
      try {
        out.push(await send(id, message));
      } catch (error) {
        throw out.length === 0 ? error : partlySent(toSendError(error), out.length);
      }
    }
    return out;
  }

  /** Styles are decoration: a text refused for them goes plain. */
  async function send(id: string, message: Outgoing): Promise<string> {
    try {
      return await post(id, message);
    } catch (error) {
      const isStyled = message.kind === "text" && message.styles.length > 0;
      if (!isStyled || !isDeclined(error, "give-up")) throw error;
      return post(id, { ...message, styles: [] });
    }
  }

  async function post(id: string, message: Outgoing): Promise<string> {
    try {
      const { message_id } =
        message.kind === "photo"
          ? await client.sendPhoto(id, message.photo, message.caption)
          : await client.sendMessage(id, message.text, message.styles);
      await noted(onSpent);
      return message_id;
    } catch (error) {
      const failure = toSendError(error);
      if (failure.remedy.kind === "unknown") await noted(onSpent);
      throw failure;
    }
  }

  /** The message is out: that is not undone by what its notes fail at. */
  async function noted(write: () => Promise<void>): Promise<void> {
    await write().catch((err: unknown) => logger.error({ err }, "A message sent could not be noted"));
  }
}

function isDeclined(error: unknown, kind: "text-only" | "give-up"): boolean {
  return error instanceof SendError && error.remedy.kind === kind;
}
