import { setTimeout as pause } from "node:timers/promises";
import type { Receive } from "#bot/channels/hearing.ts";
import type { ChannelMemory } from "#bot/channels/memory.ts";
import { type ChatWords, createNumbered } from "#bot/channels/numbered.ts";
import type { Backoff } from "#bot/channels/outage.ts";
import { createZaloFiles } from "#bot/channels/zalo-files.ts";
import { CHANNEL, isGroup } from "#bot/channels/zalo-oa/address.ts";
import { isRefusedAccount } from "#bot/channels/zalo-oa/classify.ts";
import { createOaClient } from "#bot/channels/zalo-oa/client.ts";
import { createDirectory } from "#bot/channels/zalo-oa/directory.ts";
import { endingSoon, type Warning } from "#bot/channels/zalo-oa/health.ts";
import { createOaOutage } from "#bot/channels/zalo-oa/outage.ts";
import { createOwnMessages } from "#bot/channels/zalo-oa/own-messages.ts";
import { createReceiver } from "#bot/channels/zalo-oa/receiver.ts";
import { createSender } from "#bot/channels/zalo-oa/send.ts";
import type { Tokens } from "#bot/channels/zalo-oa/tokens.ts";
import { createUploads } from "#bot/channels/zalo-oa/uploads.ts";
import { createWebhook } from "#bot/channels/zalo-oa/webhook.ts";
import type { PublicMedia } from "#bot/http/public-media.ts";
import type { OutgoingFetch } from "#bot/outgoing/outgoing-fetch.ts";
import type { Channel } from "#services/channel.ts";
import type { ChatId } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import { forgetfulJournal, type Journal } from "#services/journal/journal.ts";
import type { Logger } from "#services/logger.ts";

export interface ZaloOaOptions extends Pick<Channel, "rate"> {
  readonly appId: string;
  /** The webhook's key and the app's secret. */
  readonly secrets: readonly string[];
  readonly apiRoot: string;
  readonly fetch: OutgoingFetch;
  readonly tokens: Tokens;
  readonly memory: ChannelMemory;
  readonly media: Pick<PublicMedia, "file">;
  /** How to speak in a chat. */
  readonly words: (chat: ChatId) => Promise<Omit<ChatWords, "kind">>;
  readonly logger: Logger;
  /** Zalo takes the account no more; told once until it does again. */
  readonly onRefused?: () => Promise<void>;
  /** Something ends soon. May be told more than once. */
  readonly onWarning?: (warning: Warning) => Promise<void>;
  readonly journal?: Journal;
  readonly backoff?: Backoff;
  /** Ms since 1970. */
  readonly now?: () => number;
}

export interface ZaloOaChannel extends Channel {
  /** Answers Zalo's POST of one event. */
  webhook(request: Request): Promise<Response>;
}

const BACKOFF: Backoff = { firstMs: 1_000, mostMs: 10 * 60_000 };
/** How often the account is looked at while all is well: also what keeps its tokens young. */
const LOOK_MS = 6 * 3_600_000;
/** Answers being made when the bot is stopped may still go out. */
const FAREWELL_MS = 10_000;

/**
 * A Zalo Official Account. It hears by its webhook alone; an account that cannot be reached, or that Zalo refuses, is
 * tried again, while everything else goes on.
 */
export function createZaloOaChannel(options: ZaloOaOptions): ZaloOaChannel {
  const { tokens, memory, media, words, logger, now = Date.now } = options;
  const { onRefused = async () => {}, onWarning = async () => {}, journal = forgetfulJournal() } = options;
  const client = createOaClient(options);
  const directory = createDirectory({ client, memory, logger });
  const numbered = createNumbered(memory);
  const ownMessages = createOwnMessages(memory);
  const outage = createOaOutage(logger, options.backoff ?? BACKOFF);
  const send = createSender({
    ...{ client, media, numbered, ownMessages, logger },
    uploads: createUploads(client, memory),
    words: async (chat) => ({ ...(await words(chat)), kind: isGroup(chat) ? "group" : "private" }),
  });
  const receiver = createReceiver({
    ...{ logger, memory, directory, ownMessages, interpret, journal, now },
    fetchSent: createZaloFiles(options),
  });
  const stopping = new AbortController();
  let receive: Receive | null = null;
  let isKnown = false;
  let isRefused = false;
  let looking: Promise<void> = Promise.resolve();
  const webhook = createWebhook({
    ...options,
    now,
    async take(event) {
      if (receive) await receiver.take(event, receive);
      return receive !== null;
    },
  });

  return {
    name: CHANNEL,
    isGroup,
    arrivesUnannounced: true,
    ...(options.rate === undefined ? {} : { rate: options.rate }),

    async start(listener) {
      const wait = await look();
      receive = listener;
      await receiver.resume(listener);
      looking = keepLooking(wait);
    },

    send,
    webhook,
    hasBeenUp: () => isKnown,
    isUp: () => isKnown && !outage.isOn(),

    async stop() {
      stopping.abort();
      await looking;
      await receiver.idle(FAREWELL_MS);
    },
  };

  async function keepLooking(firstWait: number): Promise<void> {
    const { signal } = stopping;
    for (let wait = firstWait; !signal.aborted; wait = await look()) {
      await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
    }
  }

  /** Who the account is and what of it ends soon; answers how long to wait before the next look, in ms. */
  async function look(): Promise<number> {
    try {
      const account = await client.account();
      directory.meet(account);
      outage.ended();
      if (!isKnown) logger.info({ account: account.name }, "The Zalo Official Account is connected");
      isKnown = true;
      isRefused = false;
      void tellEndings();
      return LOOK_MS;
    } catch (error) {
      if (isRefusedAccount(error)) await tellRefused();
      return outage.failed(error);
    }
  }

  async function tellRefused(): Promise<void> {
    if (isRefused) return;
    isRefused = true;
    await onRefused().catch((err: unknown) => logger.error({ err }, "Operators could not be told"));
  }

  async function tellEndings(): Promise<void> {
    try {
      for (const warning of await endingSoon({ client, tokens, now: now() })) await onWarning(warning);
    } catch (err) {
      logger.warn({ err }, "What ends soon on the Zalo Official Account could not be looked up");
    }
  }

  /** A bare number after a list of actions is a press. */
  async function interpret(heard: Inbound): Promise<Inbound> {
    const press = await numbered.pressed(heard.chat, heard.text);
    return press ? { ...heard, text: press.command, pressed: press.pressed } : heard;
  }
}
