import { type ChatWords, choicesOf, type Numbered, offered } from "#bot/channels/numbered.ts";
import { partlySent } from "#bot/channels/partly-sent.ts";
import { type Recipient, recipientOf } from "#bot/channels/zalo-oa/address.ts";
import { toSendError } from "#bot/channels/zalo-oa/classify.ts";
import type { Content, OaClient } from "#bot/channels/zalo-oa/client.ts";
import { ofFile, partsOf, withPicture } from "#bot/channels/zalo-oa/encode.ts";
import type { OwnMessages } from "#bot/channels/zalo-oa/own-messages.ts";
import type { Uploads } from "#bot/channels/zalo-oa/uploads.ts";
import type { PublicMedia } from "#bot/http/public-media.ts";
import type { ChatId } from "#services/ids.ts";
import type { Logger } from "#services/logger.ts";
import type { Receipt } from "#services/receipt.ts";
import type { Picture, Reply, ReplyFile } from "#services/reply/reply.ts";
import { lines, type StyledText } from "#services/reply/text.ts";
import { SendError } from "#services/send-error.ts";

export interface SenderOptions {
  readonly client: Pick<OaClient, "send" | "uploadPdf">;
  readonly uploads: Uploads;
  readonly media: Pick<PublicMedia, "file">;
  readonly numbered: Pick<Numbered, "remember">;
  readonly ownMessages: Pick<OwnMessages, "remember">;
  readonly words: (chat: ChatId) => Promise<ChatWords>;
  readonly logger: Logger;
}

/** What Zalo takes as a file; every other goes as an address. */
const PDF = "application/pdf";
const MOST_PDF_BYTES = 5_000_000;

/** Whole replies: nothing of one can be replaced, so every reply is sent anew. */
export function createSender(options: SenderOptions) {
  const { client, uploads, media, numbered, ownMessages, words, logger } = options;

  return async (chat: ChatId, reply: Reply): Promise<Receipt> => {
    const to = recipientOf(chat);
    const speech = await words(chat);
    const actions = offered(reply);
    const { file, line } = await fileOf(reply.file, speech);
    const below = [line, choicesOf(actions, speech, false)].filter((part) => part !== null);
    const messages = await sendAll(to, [reply.text, ...below], reply.picture);
    if (file !== null) messages.push(await post(to, ofFile(file)));
    await noted(() => ownMessages.remember(messages));
    await noted(() => numbered.remember({ chat, messages }, actions));
    return { chat, messages };
  };

  /** A picture that cannot be drawn, or that Zalo would not take, takes no text with it. */
  async function sendAll(
    to: Recipient,
    texts: readonly StyledText[],
    picture: Picture | undefined,
  ): Promise<string[]> {
    const plain = () => sendEach(to, partsOf(texts, false).map(asContent));
    if (!picture) return plain();
    const [caption, ...rest] = partsOf(texts, true);
    try {
      const first = await uploads.send(picture, (id) => post(to, withPicture(id, caption)));
      return [first, ...(await sendEach(to, rest.map(asContent), 1))];
    } catch (error) {
      if (!(error instanceof SendError) || error.remedy.kind !== "text-only") throw error;
      logger.warn({ err: error }, "The Zalo Official Account took no picture; its text goes alone");
      return plain();
    }
  }

  async function sendEach(to: Recipient, contents: readonly Content[], before = 0): Promise<string[]> {
    const out: string[] = [];
    for (const content of contents) {
      try {
        out.push(await post(to, content));
      } catch (error) {
        const sent = before + out.length;
        throw sent === 0 ? error : partlySent(toSendError(error), sent);
      }
    }
    return out;
  }

  async function post(to: Recipient, content: Content): Promise<string> {
    try {
      return await client.send(to, content);
    } catch (error) {
      throw toSendError(error);
    }
  }

  /** A pdf is uploaded before anything is sent; where it is none, or is not taken, its address stands in the text. */
  async function fileOf(
    file: ReplyFile | undefined,
    speech: ChatWords,
  ): Promise<{ readonly file: string | null; readonly line: StyledText | null }> {
    if (!file) return { file: null, line: null };
    const uploaded = file.mediaType === PDF ? await uploadPdf(file) : null;
    return { file: uploaded, line: uploaded === null ? await addressLine(file, speech) : null };
  }

  async function uploadPdf(file: ReplyFile): Promise<string | null> {
    try {
      const bytes = await file.bytes();
      return bytes.length > MOST_PDF_BYTES ? null : await client.uploadPdf(bytes, file.name);
    } catch (err) {
      logger.warn({ err }, "A pdf was not taken by Zalo; its address goes instead");
      return null;
    }
  }

  async function addressLine(file: ReplyFile, { listed, local }: ChatWords): Promise<StyledText> {
    const address = await media.file(file);
    if (!address) return lines(listed.noFile(file.name));
    return lines(listed.file({ name: file.name, address: address.url, until: local(address.until) }));
  }

  /** The message is out: that is not undone by what its notes fail at. */
  async function noted(write: () => Promise<void>): Promise<void> {
    await write().catch((err: unknown) => logger.error({ err }, "A message sent could not be noted"));
  }
}

const asContent = (text: string): Content => ({ text });
