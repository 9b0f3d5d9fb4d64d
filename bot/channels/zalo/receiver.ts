import { LRUCache } from "lru-cache";
import { createLanes } from "#bot/channels/lanes.ts";
import type { Logger } from "#bot/channels/logger.ts";
import type { ChatKinds } from "#bot/channels/zalo/chat-kinds.ts";
import { decode, inboundId, saidAt } from "#bot/channels/zalo/decode.ts";
import type { Names } from "#bot/channels/zalo/names.ts";
import { readEvent, type ZaloEvent } from "#bot/channels/zalo/wire.ts";
import type { Inbound } from "#services/channel.ts";

export type Receive = (inbound: Inbound) => Promise<void>;

export interface ReceiverOptions {
  readonly logger: Logger;
  readonly names: Names;
  readonly chatKinds: ChatKinds;
  /** What is meant by what was typed: a bare number may be an action of the last message. */
  readonly interpret: (heard: Inbound) => Promise<Inbound>;
  /** False when this message was heard before, here or in another process. */
  readonly firstTime: (message: string) => Promise<boolean>;
  readonly now: () => number;
}

/** Messages told apart without asking the store; Zalo may repeat all of its queue at every poll. */
const REMEMBERED = 5000;
/** Nobody waits for an answer any more. */
const TOO_OLD_MS = 5 * 60_000;

/** From events, in whatever way they came, to the bot's core: each message once, in order within a chat. */
export function createReceiver(options: ReceiverOptions) {
  const { logger, names, chatKinds, interpret, firstTime, now } = options;
  const seen = new LRUCache<string, true>({ max: REMEMBERED });
  const lanes = createLanes((err) => logger.error({ err }, "A Zalo message could not be answered"));

  return {
    /** Returns at once; never throws. */
    take(posted: unknown, receive: Receive): void {
      const event = newsIn(posted);
      const heard = event && inTime(event);
      if (heard) lanes.push(heard.chat, () => hand(heard, event, receive));
    },

    idle: lanes.idle,
  };

  async function hand(heard: Inbound, { message }: ZaloEvent, receive: Receive): Promise<void> {
    if (!(await firstTime(heard.id))) return;
    await chatKinds.note(heard.chat, heard.chatKind);
    if (heard.chatKind === "group") await names.learn(message?.text ?? message?.caption ?? "");
    await receive(await interpret(heard));
  }

  /** Null when it is no event, or one that was told before. */
  function newsIn(posted: unknown): ZaloEvent | null {
    const event = readEvent(posted);
    if (!event) logger.info({}, "Zalo sent what is no event, as when it looks at a webhook");
    return event?.message && isRepeated(inboundId(event.message)) ? null : event;
  }

  function isRepeated(id: string): boolean {
    const isKnown = seen.has(id);
    seen.set(id, true);
    return isKnown;
  }

  function inTime(event: ZaloEvent): Inbound | null {
    const heard = decode(event, names.all());
    if (!heard) logger.info({ event: event.event_name }, "A Zalo event asks nothing");
    const at = event.message ? saidAt(event.message) : null;
    const isTooOld = at !== null && now() - at > TOO_OLD_MS;
    if (heard && isTooOld) logger.warn({ id: heard.id }, "A Zalo message came too late to be answered");
    return isTooOld ? null : heard;
  }
}
