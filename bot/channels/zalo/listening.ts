import { setTimeout as pause } from "node:timers/promises";
import { ChannelRefused } from "#bot/channels/errors.ts";
import type { Receive } from "#bot/channels/hearing.ts";
import type { ChannelMemory } from "#bot/channels/memory.ts";
import type { Backoff } from "#bot/channels/outage.ts";
import type { ChatKinds } from "#bot/channels/zalo/chat-kinds.ts";
import type { ZaloClient } from "#bot/channels/zalo/client.ts";
import { connect, type ZaloMode } from "#bot/channels/zalo/connect.ts";
import { createNames } from "#bot/channels/zalo/names.ts";
import { createZaloOutage } from "#bot/channels/zalo/outage.ts";
import { poll } from "#bot/channels/zalo/polling.ts";
import { createReceiver, type ReceiverOptions } from "#bot/channels/zalo/receiver.ts";
import { receiveWebhook } from "#bot/channels/zalo/webhook.ts";
import { forgetfulJournal, type Journal } from "#services/journal/journal.ts";
import type { Logger } from "#services/logger.ts";

export interface ListeningOptions extends Pick<ReceiverOptions, "interpret" | "fetchPicture"> {
  readonly client: ZaloClient;
  readonly mode: ZaloMode;
  readonly logger: Logger;
  readonly memory: ChannelMemory;
  readonly chatKinds: ChatKinds;
  /** Keeps what was heard until it is answered; without it that is lost with the process. */
  readonly journal?: Journal;
  readonly backoff?: Backoff;
  readonly pollFloorMs?: number;
  readonly now?: () => number;
}

const BACKOFF: Backoff = { firstMs: 1000, mostMs: 30_000 };
/** Zalo may tell again, at once, what it told already. */
const POLL_FLOOR_MS = 1000;
/** Answers being made when the bot is stopped may still go out. */
const FAREWELL_MS = 10_000;

/** What Zalo tells the bot, by webhook or poll after poll, for as long as it runs. */
export function createListening(options: ListeningOptions) {
  const { client, mode, logger, memory, chatKinds, interpret, fetchPicture } = options;
  const { journal = forgetfulJournal(), pollFloorMs: floorMs = POLL_FLOOR_MS, now = Date.now } = options;
  const outage = createZaloOutage(logger, options.backoff ?? BACKOFF);
  const names = createNames(memory);
  const receiver = createReceiver({ logger, names, chatKinds, interpret, fetchPicture, journal, now });
  const stopping = new AbortController();
  let receive: Receive | null = null;
  let isKnown = false;
  let running: Promise<void> = Promise.resolve();

  return {
    /** Rejects with ChannelRefused; an unreachable Zalo is waited for. */
    async start(listener: Receive): Promise<void> {
      await chatKinds.load();
      const wait = await begin();
      receive = listener;
      await receiver.resume(listener);
      running = run(wait);
    },

    hasBeenUp: () => isKnown,
    isUp: () => isKnown && !outage.isOn(),

    async webhook(request: Request): Promise<Response> {
      if (mode.kind !== "webhook") return new Response(null, { status: 404 });
      return receiveWebhook(request, { secret: mode.secret, take });
    },

    async stop(): Promise<void> {
      stopping.abort();
      await running;
      await receiver.idle(FAREWELL_MS);
    },
  };

  /** Null when Zalo answered; else how long to wait before trying again, in ms. */
  async function begin(): Promise<number | null> {
    try {
      const me = await connect({ client, mode, logger, signal: stopping.signal });
      await names.meet(me);
      isKnown = true;
      outage.ended();
      logger.info({ bot: me.account_name, mode: mode.kind }, "Zalo is connected");
      return null;
    } catch (error) {
      if (error instanceof ChannelRefused) throw error;
      if (stopping.signal.aborted) return 0;
      return outage.failed(error);
    }
  }

  /** Until stopped; a refusal that comes later than `start` is logged and ends the channel, not the program. */
  async function run(firstWait: number | null): Promise<void> {
    const { signal } = stopping;
    try {
      for (let wait = firstWait; wait !== null && !signal.aborted; wait = await begin()) {
        await pause(wait, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return;
      }
      if (mode.kind === "polling") await poll({ client, outage, take, floorMs, signal });
    } catch (err) {
      isKnown = false;
      logger.error({ err }, "Zalo is off until the bot is started again");
    }
  }

  async function take(events: readonly unknown[]): Promise<boolean> {
    if (receive) await receiver.take(events, receive);
    return receive !== null;
  }
}
