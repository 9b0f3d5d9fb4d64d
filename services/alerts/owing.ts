import * as z from "zod";
import type { Batch } from "#services/alerts/alert.ts";
import type { Told } from "#services/alerts/evaluate.ts";
import type { Chats, Locale } from "#services/chats/chats.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import type { NewDelivery } from "#services/delivery/owing.ts";
import type { ChatId } from "#services/ids.ts";
import { localDate } from "#services/periods/calendar.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Commit, Store } from "#services/store/store.ts";

/** Events of a batch that one chat hears. */
export interface Heard {
  readonly batch: string;
  readonly events: readonly number[];
  /** Units the chat asked for that were merged into units of these events. */
  readonly formerly: readonly string[];
}

export interface AlertOwingOptions {
  readonly store: Store;
  readonly ledger: Pick<Ledger, "owe">;
  readonly chats: Pick<Chats, "reachable">;
  readonly locale: Locale;
  readonly timeZone: string;
  /** When messages that are not urgent may go again; null = now. */
  readonly quietUntil: (moment: Date) => Date | null;
  readonly clock: () => Date;
}

const Entry = z.object({
  batch: z.string(),
  events: z.array(z.number()),
  formerly: z.array(z.string()),
});

/** What is kept back later than this before a digest goes out at once: the digest is being made. */
const DIGEST_CLOSES_MS = 60_000;

export type AlertOwing = ReturnType<typeof createAlertOwing>;

/** Turns the events of a batch into messages owed, one a chat; in quiet time they gather in the next morning's digest. */
export function createAlertOwing(options: AlertOwingOptions) {
  const { store, ledger, chats, locale, timeZone, quietUntil, clock } = options;
  const digests = createCollection<Heard>({ store, prefix: "alerts/digests", version: 1, schema: Entry });

  function heldUntil(): Date | null {
    const now = clock();
    const until = quietUntil(now);
    return until && until.getTime() - now.getTime() > DIGEST_CLOSES_MS ? until : null;
  }

  function messageOf({ chat, language, ...heard }: Message): NewDelivery {
    return {
      cause: `alerts/${heard.batch}`,
      chat,
      locale: language ?? locale,
      recipe: { kind: "alerts", ...heard },
      guarantee: "at-least-once",
    };
  }

  function digestOf({ chat, language }: Message, until: Date): NewDelivery {
    const day = localDate(until, timeZone);
    return {
      cause: `alerts-digest/${day}`,
      chat,
      locale: language ?? locale,
      recipe: { kind: "digest", chat, day },
      guarantee: "at-least-once",
      notBefore: until.getTime(),
    };
  }

  return {
    /** What the commit of a batch has to hold for its events to be told. */
    async owe({ id: batch, events: all }: Batch, told: readonly Told[]): Promise<Required<Commit>> {
      const until = heldUntil();
      const heard = hearing(batch, told);
      const languages = await chats.reachable([...heard.keys()]);
      const owed: NewDelivery[] = [];
      const entries: Put[] = [];
      for (const [chat, { events, formerly }] of heard) {
        const language = languages.get(chat);
        if (language === undefined) continue;
        const isNow = (place: number): boolean => until === null || all[place]?.urgent === true;
        const message = { batch, chat, language, formerly };
        const now = events.filter(isNow);
        const later = events.filter((place) => !isNow(place));
        if (now.length > 0) owed.push(messageOf({ ...message, events: now }));
        if (!until || later.length === 0) continue;
        owed.push(digestOf({ ...message, events: later }, until));
        const id = `${digestId(chat, localDate(until, timeZone))}${batch}`;
        entries.push(digests.put(id, { batch, formerly, events: later }));
      }
      const { checks, puts } = await ledger.owe(owed);
      return { checks, puts: [...puts, ...entries], deletes: [] };
    },

    /** What a morning's digest tells a chat, in the order it happened. */
    async digest(chat: ChatId, day: string): Promise<readonly Heard[]> {
      return (await digests.list({ under: digestId(chat, day) })).map(({ value }) => value);
    },
  };
}

interface Message extends Heard {
  readonly chat: ChatId;
  readonly language: Locale | null;
}

const digestId = (chat: ChatId, day: string): string => `${day}/${encodeURIComponent(chat)}/`;

type Put = Required<Commit>["puts"][number];

/** By chat. Places in the batch: told[i] is the batch's event i. */
function hearing(batch: string, told: readonly Told[]): ReadonlyMap<ChatId, Heard> {
  const byChat = new Map<ChatId, { batch: string; events: number[]; formerly: string[] }>();
  for (const [place, { hearers }] of told.entries()) {
    for (const { chat, formerly } of hearers) {
      const heard = byChat.get(chat) ?? { batch, events: [], formerly: [] };
      byChat.set(chat, heard);
      heard.events.push(place);
      if (formerly !== null && !heard.formerly.includes(formerly)) heard.formerly.push(formerly);
    }
  }
  return byChat;
}
