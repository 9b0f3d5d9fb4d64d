import * as z from "zod";
import { createHearing, type Receive } from "#bot/channels/hearing.ts";
import type { ChannelMemory } from "#bot/channels/memory.ts";
import type { FetchSent } from "#bot/channels/zalo-files.ts";
import { type Attached, decodeEvent, decodeSaid, type Said } from "#bot/channels/zalo-oa/decode.ts";
import type { Directory } from "#bot/channels/zalo-oa/directory.ts";
import type { OwnMessages } from "#bot/channels/zalo-oa/own-messages.ts";
import { type OaEvent, readEvent } from "#bot/channels/zalo-oa/wire.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Heard } from "#services/journal/heard.ts";
import type { Journal } from "#services/journal/journal.ts";
import type { Logger } from "#services/logger.ts";
import { createLru } from "#services/lru.ts";
import { parseJson } from "#services/text/parse-json.ts";

export interface ReceiverOptions {
  readonly logger: Logger;
  readonly memory: ChannelMemory;
  readonly directory: Directory;
  readonly ownMessages: Pick<OwnMessages, "includes">;
  /** What is meant by what was typed: a bare number may be an action of the last message. */
  readonly interpret: (heard: Inbound) => Promise<Inbound>;
  readonly fetchSent: FetchSent;
  readonly journal: Journal;
  readonly now: () => number;
}

/** Events told apart without asking the store; Zalo repeats for an hour what was not answered in time. */
const REMEMBERED = 5000;
/** A paper that was sent into a group may be taken in by quoting it so much later. */
const PAPER_MS = 2 * 24 * 3_600_000;

const Kept = z.object({ name: z.string(), address: z.string(), size: z.number().nullable() });

/** From events to the bot's core: each once, in order within a chat. */
export function createReceiver(options: ReceiverOptions) {
  const { logger, memory, directory, ownMessages, interpret, fetchSent, journal, now } = options;
  const seen = createLru<string, true>(REMEMBERED);
  const hearing = createHearing({
    platform: "Zalo Official Account",
    journal,
    logger,
    now,
    async prepare(heard) {
      const named = await directory.named(heard);
      return named.addressed ? interpret(named) : named;
    },
    isChatAdmin: async ({ chatKind }) => chatKind === "private",
  });

  return {
    /** Resolves once all that needs an answer is noted; never rejects. */
    async take(posted: unknown, receive: Receive): Promise<void> {
      const event = readEvent(posted);
      const heard = event && (await heardIn(event));
      if (!heard || isRepeated(heard.id)) return;
      await hearing.take([heard], receive);
    },

    /** Takes up what earlier processes left unanswered. */
    resume: hearing.resume,

    idle: hearing.idle,
  };

  async function heardIn(event: OaEvent): Promise<Heard | null> {
    const said = decodeSaid(event, directory.ownNames());
    const inbound = said ? await addressedIn(said) : decodeEvent(event);
    if (!inbound)
      logger.info({ event: event.event_name }, "An event of the Zalo Official Account asks nothing");
    return inbound && { id: inbound.id, at: event.timestamp, inbound };
  }

  /** Quoting the bot speaks to it; a command that quotes a paper is about that paper. */
  async function addressedIn({ inbound, quotes, attached }: Said): Promise<Inbound> {
    if (attached) await keep(inbound, attached);
    const isQuoted = quotes !== null && (await ownMessages.includes(quotes));
    const paper = attached ?? (quotes === null ? null : await keptAt(inbound, quotes));
    return {
      ...inbound,
      addressed: inbound.addressed || isQuoted,
      ...(paper && { files: [fileOf(paper)] }),
    };
  }

  /** In a group a paper is nobody's question until somebody quotes it. */
  async function keep({ id, chatKind }: Inbound, attached: Attached): Promise<void> {
    if (chatKind === "group") await memory.remember(`paper:${id}`, JSON.stringify(attached), PAPER_MS);
  }

  async function keptAt({ chat, text }: Inbound, quoted: string): Promise<Attached | null> {
    if (!text.startsWith("/")) return null;
    const kept = await memory.recall(`paper:${chat}/${quoted}`);
    return kept === null ? null : (Kept.safeParse(parseJson(kept)).data ?? null);
  }

  function fileOf({ name, address, size }: Attached): NonNullable<Inbound["files"]>[number] {
    return { name, size, bytes: () => fetchSent(address) };
  }

  function isRepeated(id: string): boolean {
    const isKnown = seen.has(id);
    seen.set(id, true);
    return isKnown;
  }
}
