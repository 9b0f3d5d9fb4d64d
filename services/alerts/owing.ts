import * as z from "zod";
import type { Batch } from "#services/alerts/alert.ts";
import type { Told } from "#services/alerts/evaluate.ts";
import type { Addressed } from "#services/delivery/addressing.ts";
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
  readonly addressed: Addressed;
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
  const { store, ledger, addressed, timeZone, quietUntil, clock } = options;
  const digests = createCollection<Heard>({ store, prefix: "alerts/digests", version: 1, schema: Entry });

  function heldUntil(): Date | null {
    const now = clock();
    const until = quietUntil(now);
    return until && until.getTime() - now.getTime() > DIGEST_CLOSES_MS ? until : null;
  }

  /** Messages about what is urgent, or about everything where nothing is held back. */
  async function messages(batch: string, heard: readonly HeardBy[]): Promise<readonly NewDelivery[]> {
    return addressed({
      cause: `alerts/${batch}`,
      to: heard.map(([chat, one]) => ({ chat, recipe: { kind: "alerts", ...one } })),
      guarantee: "at-least-once",
    });
  }

  /** The digests of a morning, and what of this batch they are to tell. */
  async function held(heard: readonly HeardBy[], until: Date): Promise<Held> {
    const day = localDate(until, timeZone);
    const owed = await addressed({
      cause: `alerts-digest/${day}`,
      to: heard.map(([chat]) => ({
        chat,
        recipe: { kind: "digest", chat, day },
        notBefore: until.getTime(),
      })),
      guarantee: "at-least-once",
    });
    const chats = new Set(owed.map(({ chat }) => chat));
    const kept = heard.filter(([chat]) => chats.has(chat));
    return {
      owed,
      entries: kept.map(([chat, one]) => digests.put(`${digestId(chat, day)}${one.batch}`, one)),
    };
  }

  return {
    /** What the commit of a batch has to hold for its events to be told. */
    async owe({ id: batch, events: all }: Batch, told: readonly Told[]): Promise<Required<Commit>> {
      const until = heldUntil();
      const heard = [...hearing(batch, told)];
      const isNow = (place: number): boolean => until === null || all[place]?.urgent === true;
      const now = await messages(batch, partOf(heard, isNow));
      const later = until
        ? await held(
            partOf(heard, (place) => !isNow(place)),
            until,
          )
        : NOTHING_HELD;
      const { checks, puts } = await ledger.owe([...now, ...later.owed]);
      return { checks, puts: [...puts, ...later.entries], deletes: [] };
    },

    /** What a morning's digest tells a chat, in the order it happened. */
    async digest(chat: ChatId, day: string): Promise<readonly Heard[]> {
      return (await digests.list({ under: digestId(chat, day) })).map(({ value }) => value);
    },
  };
}

type HeardBy = readonly [ChatId, Heard];

interface Held {
  readonly owed: readonly NewDelivery[];
  readonly entries: readonly Put[];
}

const NOTHING_HELD: Held = { owed: [], entries: [] };

/** What is heard of some events of a batch, by those who hear of any. */
function partOf(heard: readonly HeardBy[], isMeant: (place: number) => boolean): readonly HeardBy[] {
  const parts = heard.map(([chat, one]): HeardBy => [chat, { ...one, events: one.events.filter(isMeant) }]);
  return parts.filter(([, { events }]) => events.length > 0);
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
