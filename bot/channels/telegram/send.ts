import type { ChannelMemory } from "#bot/channels/memory.ts";
import {
  type Address,
  addressOf,
  chatName,
  type MessageRef,
  messageIdOf,
  readRef,
  writeRef,
} from "#bot/channels/telegram/address.ts";
import { rememberCommands } from "#bot/channels/telegram/callback-data.ts";
import { faultOf, toSendError } from "#bot/channels/telegram/classify.ts";
import { encode, type Outgoing } from "#bot/channels/telegram/encode.ts";
import type { PictureRights } from "#bot/channels/telegram/picture-rights.ts";
import type { Post } from "#bot/channels/telegram/post.ts";
import type { SendOptions } from "#services/channel.ts";
import type { ChatId } from "#services/ids.ts";
import type { Logger } from "#services/logger.ts";
import type { Receipt } from "#services/receipt.ts";
import type { Reply } from "#services/reply/reply.ts";
import { SendError } from "#services/send-error.ts";

export interface SenderOptions {
  readonly post: Post;
  readonly memory: ChannelMemory;
  readonly logger: Logger;
  readonly pictureRights: PictureRights;
  readonly onMoved: (from: ChatId, to: ChatId) => Promise<void>;
  readonly onTopicGone: (topic: ChatId, group: ChatId) => Promise<void>;
}

/** How long a press on the last message of several still replaces all of them. */
const PARTS_KEPT_MS = 30 * 24 * 3600_000;

/**
 * Whole replies: every message of one, in order; without the picture where there can be none, and in the group's
 * general topic where the one meant takes no messages.
 */
export function createSender(options: SenderOptions) {
  const { post, memory, logger, pictureRights, onMoved, onTopicGone } = options;

  return send;

  async function send(chat: ChatId, reply: Reply, how: SendOptions = {}): Promise<Receipt> {
    await rememberCommands(reply, memory);
    try {
      return await sendTo(chat, reply, how);
    } catch (error) {
      const remedy = error instanceof SendError ? error.remedy : null;
      if (remedy?.kind === "moved") await follow(() => onMoved(chat, remedy.to));
      if (remedy?.kind === "general-topic") return sendToGeneral(chat, reply, error);
      throw error;
    }
  }

  /** Nothing of the reply went out in the topic, so nothing is sent twice. */
  async function sendToGeneral(topic: ChatId, reply: Reply, cause: unknown): Promise<Receipt> {
    const general = chatName(addressOf(topic).chatId);
    if (topic === general)
      throw new SendError("the group is closed", { kind: "give-up" }, { cause, reason: "no-rights" });
    const receipt = await send(general, reply);
    if (isTopicGone(cause)) await follow(() => onTopicGone(topic, general));
    return receipt;
  }

  async function sendTo(chat: ChatId, reply: Reply, { replace, replyTo }: SendOptions): Promise<Receipt> {
    const to = addressOf(chat);
    const old = replace ? await wholeOf(to, replace, memory) : [];
    const isBare = reply.picture !== undefined && (await pictureRights.isDenied(to.chatId));
    const answered = replyTo === undefined ? null : messageIdOf(replyTo);
    const refs = await deliver(to, isBare ? withoutPicture(reply) : reply, old, answered);
    await rememberParts(to, refs, memory);
    return { chat, messages: refs.map(writeRef) };
  }

  /** The message is on its way or refused already: that is not undone by what its followers fail at. */
  async function follow(tell: () => Promise<void>): Promise<void> {
    await tell().catch((err) => logger.error({ err }, "A chat that moved could not be followed"));
  }

  /** Only the first message can be refused for its picture or file, so nothing is sent twice. */
  async function deliver(to: Address, reply: Reply, old: readonly MessageRef[], replyTo: number | null) {
    try {
      return await putAll(to, encode(reply), old, replyTo);
    } catch (error) {
      const lighter = mayGoLighter(error) ? lighten(reply) : null;
      if (!lighter || !mayGoLighter(error)) throw error;
      if (faultOf(error.cause) === "no-picture-rights") await pictureRights.denied(to.chatId);
      logger.warn({ err: error }, "A picture or file could not go out; its text goes alone");
      return deliver(to, lighter, old, replyTo);
    }
  }

  /** In the place of old messages as far as they can be edited; from there on anew. */
  async function putAll(
    to: Address,
    messages: readonly Outgoing[],
    old: readonly MessageRef[],
    replyTo: number | null,
  ): Promise<readonly MessageRef[]> {
    const edited = await editAll(to, messages, old);
    const out = await sendRest(to, messages, edited, replyTo);
    const leave = edited.length === messages.length ? post.remove : post.disarm;
    await Promise.all(old.slice(edited.length).map((ref) => leave(to.chatId, ref)));
    return out;
  }

  async function editAll(to: Address, messages: readonly Outgoing[], old: readonly MessageRef[]) {
    const edited: MessageRef[] = [];
    for (const message of messages) {
      const ref = old[edited.length];
      const now = ref && (await attempt(edited, () => post.edit(to.chatId, ref, message)));
      if (!now) break;
      edited.push(now);
    }
    return edited;
  }

  async function sendRest(
    to: Address,
    messages: readonly Outgoing[],
    edited: readonly MessageRef[],
    replyTo: number | null,
  ): Promise<readonly MessageRef[]> {
    const out = [...edited];
    for (const message of messages.slice(edited.length)) {
      const answered = out.length === 0 ? replyTo : null;
      out.push(await attempt(out, () => sendPlainly(to, message, answered)));
    }
    return out;
  }

  /** Styles and buttons are refused for reasons that are listed nowhere; the words matter more. */
  async function sendPlainly(to: Address, message: Outgoing, replyTo: number | null): Promise<MessageRef> {
    try {
      return await post.send(to, message, replyTo);
    } catch (error) {
      const isAdorned = message.entities.length > 0 || message.keyboard !== undefined;
      if (message.kind !== "text" || !isAdorned || faultOf(error) !== "refused") throw error;
      logger.warn({ err: error }, "A message was refused as it was; its bare words go alone");
      return post.send(to, { kind: "text", text: message.text, entities: [] }, replyTo);
    }
  }
}

/** What is refused for its picture or file, and what is refused for a reason that is not known. */
function mayGoLighter(error: unknown): error is SendError {
  if (!(error instanceof SendError)) return false;
  return error.remedy.kind === "text-only" || faultOf(error.cause) === "refused";
}

/** Once a message of the reply is out, sending it all again would repeat that one. */
async function attempt<T>(out: readonly MessageRef[], call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    const error = toSendError(cause);
    if (out.length === 0) throw error;
    const mayHelp = error.remedy.kind === "retry" || error.remedy.kind === "unknown";
    const message = `${error.message}; ${out.length} of the reply's messages are out`;
    throw new SendError(message, { kind: mayHelp ? "unknown" : "give-up" }, { cause: error });
  }
}

/** The same without its picture, else without its file; null when only words are left. */
function lighten(reply: Reply): Reply | null {
  if (reply.picture) return withoutPicture(reply);
  const { file, ...words } = reply;
  return file ? words : null;
}

function withoutPicture({ picture: _, ...rest }: Reply): Reply {
  return rest;
}

function isTopicGone(error: unknown): boolean {
  return error instanceof SendError && faultOf(error.cause) === "topic-gone";
}

/** A press names one message; the reply may have had more. */
async function wholeOf(
  to: Address,
  replaced: Receipt,
  memory: ChannelMemory,
): Promise<readonly MessageRef[]> {
  const [only, ...others] = replaced.messages;
  if (only === undefined) return [];
  const parts = others.length > 0 ? null : await memory.recall(partsKey(to, only));
  const written = parts?.split(" ") ?? replaced.messages;
  return written.map(readRef).filter((ref): ref is MessageRef => ref !== null);
}

async function rememberParts(to: Address, refs: readonly MessageRef[], memory: ChannelMemory): Promise<void> {
  const parts = refs.filter((ref) => ref.kind !== "file").map(writeRef);
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined) return;
  await memory.remember(partsKey(to, last), parts.join(" "), PARTS_KEPT_MS);
}

function partsKey(to: Address, written: string): string {
  return `parts:${to.chatId}/${written}`;
}
