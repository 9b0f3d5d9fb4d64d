import { setTimeout as pause } from "node:timers/promises";
import type { Update } from "grammy/types";
import { ChannelRefused } from "#bot/channels/errors.ts";
import type { ChannelMemory } from "#bot/channels/memory.ts";
import type { Backoff } from "#bot/channels/outage.ts";
import { addressOf, CHANNEL, groupOf, isGroup, occasionOf } from "#bot/channels/telegram/address.ts";
import { type ApiOptions, createApi } from "#bot/channels/telegram/api.ts";
import { connect, type TelegramMode } from "#bot/channels/telegram/connect.ts";
import { createEdits } from "#bot/channels/telegram/edits.ts";
import { createFiles } from "#bot/channels/telegram/files.ts";
import type { Menu } from "#bot/channels/telegram/menu.ts";
import { createTelegramOutage } from "#bot/channels/telegram/outage.ts";
import { wholeOf } from "#bot/channels/telegram/parts.ts";
import { createPhotos } from "#bot/channels/telegram/photos.ts";
import { createPictureRights } from "#bot/channels/telegram/picture-rights.ts";
import { poll } from "#bot/channels/telegram/polling.ts";
import { createPost } from "#bot/channels/telegram/post.ts";
import { createPresses } from "#bot/channels/telegram/presses.ts";
import { createReady } from "#bot/channels/telegram/ready.ts";
import { createReceiver, type Listener } from "#bot/channels/telegram/receiver.ts";
import { createSender } from "#bot/channels/telegram/send.ts";
import { noTables, type TableChats } from "#bot/channels/telegram/tables.ts";
import { receiveWebhook } from "#bot/channels/telegram/webhook.ts";
import { createWhisperRights } from "#bot/channels/telegram/whisper-rights.ts";
import type { Channel } from "#services/channel.ts";
import type { ChatId } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import { forgetfulJournal, type Journal } from "#services/journal/journal.ts";
import type { Logger } from "#services/logger.ts";

export interface TelegramOptions extends ApiOptions {
  readonly mode: TelegramMode;
  readonly logger: Logger;
  readonly memory: ChannelMemory;
  /** Messages a second over all chats. */
  readonly rate?: number;
  /** Published at start; one without a language, and one a language. */
  readonly menus?: readonly Menu[];
  /** A group became a supergroup: the same chat by a new name. May be told more than once. */
  readonly onMoved?: (from: ChatId, to: ChatId) => Promise<void>;
  /** A topic was deleted: what was meant for it went to its group. May be told more than once. */
  readonly onTopicGone?: (topic: ChatId, group: ChatId) => Promise<void>;
  /** Which chats see tables; without it none does. */
  readonly tableChats?: TableChats;
  /** Keeps what was heard until it is answered; without it that is lost with the process. */
  readonly journal?: Journal;
  readonly backoff?: Backoff;
  readonly now?: () => number;
}

export interface TelegramChannel extends Channel {
  /** Answers Telegram's POST of one update, in webhook mode. */
  webhook(request: Request): Promise<Response>;
}

const BACKOFF: Backoff = { firstMs: 1000, mostMs: 60_000 };
/** Answers being made when the bot is stopped may still go out. */
const FAREWELL_MS = 10_000;

/** Telegram. `start` rejects with ChannelRefused when the token is wrong; an unreachable Telegram is waited for. */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { mode, logger, memory, menus = [], now = Date.now } = options;
  const { onMoved = async () => {}, onTopicGone = async () => {}, journal = forgetfulJournal() } = options;
  const { tableChats = noTables } = options;
  const api = createApi(options);
  const outage = createTelegramOutage(logger, options.backoff ?? BACKOFF);
  const pictureRights = createPictureRights(memory);
  const whisperRights = createWhisperRights(memory);
  const presses = createPresses({ api, logger });
  const edits = createEdits();
  const receiver = createReceiver({
    api,
    memory,
    logger,
    pictureRights,
    whisperRights,
    presses,
    edits,
    fetchFile: createFiles({ ...options, api }),
    onMoved,
    journal,
    now,
  });
  const photos = createPhotos(memory);
  const post = createPost(api, photos);
  const send = createSender({
    post,
    memory,
    logger,
    pictureRights,
    whisperRights,
    tableChats,
    onMoved,
    onTopicGone,
  });
  const stopping = new AbortController();
  let listener: Listener | null = null;
  let running: Promise<void> = Promise.resolve();

  return {
    name: CHANNEL,
    isGroup,
    groupOf,
    ...(options.rate === undefined ? {} : { rate: options.rate }),
    replaces: true,
    showsTables: true,

    async start(receive) {
      const wait = await begin(receive);
      running = run(receive, wait);
    },

    ready: createReady(photos, logger),

    async send(chat, reply, how) {
      const receipt = await send(chat, reply, how);
      if (how?.replyTo !== undefined) edits.answered(how.replyTo, receipt);
      return receipt;
    },

    popUp: ({ id }, words, how) => presses.popUp(id, words, how),

    hasBeenUp: () => listener !== null,
    isUp: () => listener !== null && !outage.isOn(),

    async busy(chat, doing) {
      await showBusy(chat, doing).catch(() => undefined);
    },

    mark: (inbound, isWorking) => showWorking(inbound, isWorking).catch(() => undefined),

    async takeBack(message) {
      const { chatId } = addressOf(message.chat);
      const refs = await wholeOf(message, memory);
      const gone = await Promise.all(refs.map((ref) => post.remove(chatId, ref)));
      return gone.includes(true);
    },

    async webhook(request) {
      if (mode.kind !== "webhook") return new Response(null, { status: 404 });
      return receiveWebhook(request, { secret: mode.secret, take: takeOne });
    },

    async stop() {
      stopping.abort();
      await running;
      await receiver.idle(FAREWELL_MS);
    },
  };

  /** Null when Telegram answered; else how long to wait before trying again, in ms. */
  async function begin(receive: Listener["receive"]): Promise<number | null> {
    try {
      listener = { me: await connect(api, { mode, menus, logger }), receive };
      outage.ended();
      await receiver.resume(listener);
      logger.info({ bot: listener.me.username, mode: mode.kind }, "Telegram is connected");
      return null;
    } catch (error) {
      if (error instanceof ChannelRefused) throw error;
      return outage.failed(error);
    }
  }

  /** Until stopped; a refusal that comes later than `start` is logged and ends the channel, not the program. */
  async function run(receive: Listener["receive"], firstWait: number | null): Promise<void> {
    const { signal } = stopping;
    try {
      for (let wait = firstWait; wait !== null && !signal.aborted; wait = await begin(receive)) {
        await pause(wait, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return;
      }
      if (mode.kind === "polling") await poll(api, outage, take, signal);
    } catch (err) {
      logger.error({ err }, "Telegram is off until the bot is started again");
    }
  }

  /** Seen for five seconds, or until the answer comes. */
  async function showBusy(chat: ChatId, doing: "typing" | "picture"): Promise<void> {
    const { chatId, threadId } = addressOf(chat);
    const topic = threadId === undefined ? {} : { message_thread_id: threadId };
    await api.sendChatAction(chatId, doing === "picture" ? "upload_photo" : "typing", topic);
  }

  /** Eyes on the message that is answered; in some groups no bot may react. */
  async function showWorking({ id, chat }: Inbound, isWorking: boolean): Promise<void> {
    const upon = occasionOf(id);
    if (upon?.kind !== "message") return;
    const reaction = isWorking ? [{ type: "emoji", emoji: "👀" } as const] : [];
    await api.raw.setMessageReaction({ chat_id: addressOf(chat).chatId, message_id: upon.id, reaction });
  }

  async function take(updates: readonly Update[], isFresh: boolean): Promise<void> {
    if (listener) await receiver.take(updates, listener, isFresh);
  }

  async function takeOne(update: Update): Promise<boolean> {
    await take([update], false);
    return listener !== null;
  }
}
