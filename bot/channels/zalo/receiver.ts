import { createHearing, type Errand, type Receive } from "#bot/channels/hearing.ts";
import type { ChatKinds } from "#bot/channels/zalo/chat-kinds.ts";
import { decode, inboundId, saidAt } from "#bot/channels/zalo/decode.ts";
import type { Names } from "#bot/channels/zalo/names.ts";
import { readEvent, type ZaloEvent } from "#bot/channels/zalo/wire.ts";
import type { FetchSent } from "#bot/channels/zalo-files.ts";
import { SEEN_FOR_MS } from "#services/chats/seen.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Heard } from "#services/journal/heard.ts";
import type { Journal } from "#services/journal/journal.ts";
import type { Logger } from "#services/logger.ts";
import { createLru } from "#services/lru.ts";

export interface ReceiverOptions {
  readonly logger: Logger;
  readonly names: Names;
  readonly chatKinds: ChatKinds;
  /** What is meant by what was typed: a bare number may be an action of the last message. */
  readonly interpret: (heard: Inbound) => Promise<Inbound>;
  readonly fetchPicture: FetchSent;
  readonly journal: Journal;
  readonly now: () => number;
}

/** Messages told apart without asking the store; Zalo may repeat all of its queue at every poll. */
const REMEMBERED = 5000;

/** From events, in whatever way they came, to the bot's core: each message once, in order within a chat. */
export function createReceiver(options: ReceiverOptions) {
  const { logger, names, chatKinds, interpret, fetchPicture, journal, now } = options;
  const seen = createLru<string, true>(REMEMBERED);
  const hearing = createHearing({
    platform: "Zalo",
    journal,
    logger,
    now,
    async prepare(heard) {
      await chatKinds.note(heard.chat, heard.chatKind);
      return interpret(heard);
    },
    isChatAdmin: async ({ chatKind }) => chatKind === "private",
  });

  return {
    /** Resolves once all that needs an answer is noted; never rejects. */
    async take(posted: readonly unknown[], receive: Receive): Promise<void> {
      const all = posted.flatMap((one): readonly (Heard | Errand)[] => {
        const event = newsIn(one);
        const heard = event && heardIn(event);
        return heard ? [...learning(event, heard.inbound), heard] : [];
      });
      await hearing.take(all, receive);
    },

    /** Takes up what earlier processes left unanswered. */
    resume: hearing.resume,

    idle: hearing.idle,
  };

  /** What the bot is called in groups is learned from what is said to it. */
  function learning({ message }: ZaloEvent, { chat, chatKind }: Inbound): readonly Errand[] {
    const words = message?.text ?? message?.caption ?? "";
    return chatKind === "group" ? [{ chat, run: () => names.learn(words) }] : [];
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

  /** Zalo may tell for long what it told before: what is older than is remembered was answered, as far as we know. */
  function heardIn(event: ZaloEvent): Heard | null {
    const inbound = decode(event, names.all(), fetchPicture);
    if (!inbound) logger.info({ event: event.event_name }, "A Zalo event asks nothing");
    const at = (event.message ? saidAt(event.message) : null) ?? now();
    const isForgotten = now() - at > SEEN_FOR_MS;
    if (inbound && isForgotten)
      logger.warn({ id: inbound.id }, "A Zalo message came too late to be answered");
    return inbound && !isForgotten ? { id: inbound.id, at, inbound } : null;
  }
}
