import { GrammyError } from "grammy";
import type { ChannelMemory } from "#bot/channels/memory.ts";
import {
  type Address,
  addressOf,
  chatName,
  type MessageRef,
  occasionOf,
  writeRef,
} from "#bot/channels/telegram/address.ts";
import { rememberCommands } from "#bot/channels/telegram/callback-data.ts";
import { faultOf, toSendError } from "#bot/channels/telegram/classify.ts";
import { encode, type Outgoing } from "#bot/channels/telegram/encode.ts";
import { rememberParts, wholeOf } from "#bot/channels/telegram/parts.ts";
import type { PictureRights } from "#bot/channels/telegram/picture-rights.ts";
import type { Placing, Post } from "#bot/channels/telegram/post.ts";
import { createTableSender, type TableChats } from "#bot/channels/telegram/tables.ts";
import type { WhisperRights } from "#bot/channels/telegram/whisper-rights.ts";
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
  readonly whisperRights: WhisperRights;
  readonly tableChats: TableChats;
  readonly onMoved: (from: ChatId, to: ChatId) => Promise<void>;
  readonly onTopicGone: (topic: ChatId, group: ChatId) => Promise<void>;
}

/**
 * Whole replies: every message of one, in order; without the picture where there can be none, and in the group's
 * general topic where the one meant takes no messages.
 */
export function createSender(options: SenderOptions) {
  const { post, memory, logger, pictureRights, whisperRights, tableChats, onMoved, onTopicGone } = options;
  const sendTables = createTableSender(tableChats);

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

  async function sendTo(chat: ChatId, reply: Reply, how: SendOptions): Promise<Receipt> {
    const to = addressOf(chat);
    const old = how.replace ? await wholeOf(how.replace, memory) : [];
    const isBare = reply.picture !== undefined && (await pictureRights.isDenied(to.chatId));
    const upon = how.replyTo === undefined ? null : occasionOf(how.replyTo);
    const said = isBare ? withoutPicture(reply) : reply;
    const refs = (await whisper(to, said, old, upon, how)) ?? (await toAll(chat, to, said, old, { upon }));
    await rememberParts(to, refs, memory);
    return { chat, messages: refs.map(writeRef) };
  }

  /** With its tables, in chats that see them. */
  async function toAll(
    chat: ChatId,
    to: Address,
    reply: Reply,
    old: readonly MessageRef[],
    placing: Placing,
  ): Promise<readonly MessageRef[]> {
    const tabled = await sendTables(chat, reply, (message) => putAll(to, [message], old, placing));
    if (tabled.kind === "sent") return tabled.refs;
    const refs = await deliver(to, reply, old, placing);
    if (tabled.isRefused) await tableChats.refusedIn(chat).catch(noteUntold);
    return refs;
  }

  /** Says it to one person of the group; null = that cannot be, and nothing of it went out. */
  async function whisper(
    to: Address,
    reply: Reply,
    old: readonly MessageRef[],
    upon: Placing["upon"],
    { onlyFor }: SendOptions,
  ): Promise<readonly MessageRef[] | null> {
    const reader = onlyFor === undefined ? 0 : addressOf(onlyFor).chatId;
    if (!(await whisperRights.mayTry(to, reader, upon))) return null;
    try {
      const refs = await putAll(to, encode(reply), old, { upon, reader });
      if (refs.some((ref) => ref.reader === undefined)) await whisperRights.denied(to, upon);
      return refs;
    } catch (error) {
      if (!isForbidden(error)) throw error;
      await whisperRights.denied(to, upon);
      return null;
    }
  }

  function noteUntold(err: unknown): void {
    logger.error({ err }, "That a chat takes no tables could not be noted");
  }

  /** The message is on its way or refused already: that is not undone by what its followers fail at. */
  async function follow(tell: () => Promise<void>): Promise<void> {
    await tell().catch((err) => logger.error({ err }, "A chat that moved could not be followed"));
  }

  /** Only the first message can be refused for its picture or file, so nothing is sent twice. */
  async function deliver(to: Address, reply: Reply, old: readonly MessageRef[], placing: Placing) {
    try {
      return await putAll(to, encode(reply), old, placing);
    } catch (error) {
      const lighter = mayGoLighter(error) ? lighten(reply) : null;
      if (!lighter || !mayGoLighter(error)) throw error;
      if (faultOf(error.cause) === "no-picture-rights") await pictureRights.denied(to.chatId);
      logger.warn({ err: error }, "A picture or file could not go out; its text goes alone");
      return deliver(to, lighter, old, placing);
    }
  }

  /** In the place of old messages as far as they can be edited; from there on anew. */
  async function putAll(
    to: Address,
    messages: readonly Outgoing[],
    old: readonly MessageRef[],
    placing: Placing,
  ): Promise<readonly MessageRef[]> {
    const edited = await editAll(to, messages, old, placing);
    const out = await sendRest(to, messages, edited, placing);
    const leave = edited.length === messages.length ? post.remove : post.disarm;
    await Promise.all(old.slice(edited.length).map((ref) => leave(to.chatId, ref)));
    return out;
  }

  async function editAll(
    to: Address,
    messages: readonly Outgoing[],
    old: readonly MessageRef[],
    placing: Placing,
  ) {
    const edited: MessageRef[] = [];
    for (const message of messages) {
      const ref = old[edited.length];
      const now = ref && (await attempt(edited, () => post.edit(to.chatId, ref, message, placing)));
      if (!now) break;
      edited.push(now);
    }
    return edited;
  }

  async function sendRest(
    to: Address,
    messages: readonly Outgoing[],
    edited: readonly MessageRef[],
    placing: Placing,
  ): Promise<readonly MessageRef[]> {
    const out = [...edited];
    for (const message of messages.slice(edited.length)) {
      // Of one person's messages each needs its own leave to be sent.
      const isFirst = out.length === 0 || placing.reader !== undefined;
      const placed = isFirst ? placing : { ...placing, upon: null };
      out.push(await attempt(out, () => sendPlainly(to, message, placed)));
    }
    return out;
  }

  /** Styles and buttons are refused for reasons that are listed nowhere; the words matter more. */
  async function sendPlainly(to: Address, message: Outgoing, placing: Placing): Promise<MessageRef> {
    try {
      return await post.send(to, message, placing);
    } catch (error) {
      const isAdorned = message.entities.length > 0 || message.keyboard !== undefined;
      const isUnseen = placing.reader !== undefined;
      if (message.kind !== "text" || isUnseen || !isAdorned || faultOf(error) !== "refused") throw error;
      logger.warn({ err: error }, "A message was refused as it was; its bare words go alone");
      return post.send(to, { kind: "text", text: message.text, entities: [] }, placing);
    }
  }
}

/** What is refused for its picture or file, and what is refused for a reason that is not known. */
function mayGoLighter(error: unknown): error is SendError {
  if (!(error instanceof SendError)) return false;
  return error.remedy.kind === "text-only" || faultOf(error.cause) === "refused";
}

/** Telegram's answer was no, and nothing of the reply is out: said to everybody it may be taken, or fail for its own reason. */
function isForbidden(error: unknown): boolean {
  if (!(error instanceof SendError) || !(error.cause instanceof GrammyError)) return false;
  const fault = faultOf(error.cause);
  return fault !== "flood" && fault !== "unanswered" && fault !== "unauthorized";
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
