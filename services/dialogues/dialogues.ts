import * as z from "zod";
import { createCollection, type StoredValueInvalid } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

/** One person in one chat. */
export interface Place {
  readonly chat: string;
  /** Sender id. */
  readonly sender: string;
}

/** A command half-typed: the next plain words of that person there complete it. */
export interface Dialogue {
  readonly expects: string;
  /** The version to name in a check. */
  readonly version: number;
}

/** What a message made of a dialogue. */
export interface Turn {
  /** Id of the message. */
  readonly heard: string;
  /** As it stood before. */
  readonly pending: Dialogue | null;
  /** What the answer expects; undefined = nothing more. */
  readonly expects: string | undefined;
}

/** A question nobody answers for a day is forgotten. */
const LASTS_MS = 24 * 3600_000;

const Stored = z.object({
  expects: z.string().nullable(),
  /** The message that brought it to this, and what was expected then: heard again, it is the same answer. */
  heard: z.string().nullable(),
  before: z.string().nullable(),
  until: z.string(),
});

export type Dialogues = ReturnType<typeof createDialogues>;

/** Dialogues under way, one a person and chat; kept in the store, so that any process goes on with them. */
export function createDialogues(options: {
  readonly store: Store;
  readonly clock: () => Date;
  /** Told of every reading of a dialogue that cannot be read; it counts as none. */
  readonly onInvalid?: (error: StoredValueInvalid) => void;
}) {
  const { store, clock, onInvalid = () => undefined } = options;
  const dialogues = createCollection({
    store,
    prefix: "dialogues",
    version: 1,
    schema: Stored,
    repair(_data, error) {
      onInvalid(error);
      return { expects: null, heard: null, before: null, until: clock().toISOString() };
    },
  });
  const until = (): string => new Date(clock().getTime() + LASTS_MS).toISOString();

  return {
    /** What the message finds half-typed; null = nothing. */
    async pending(place: Place, message: string): Promise<Dialogue | null> {
      const item = await dialogues.get(idOf(place));
      if (!item || Date.parse(item.value.until) <= clock().getTime()) return null;
      const { expects, heard, before } = item.value;
      const found = heard === message ? before : expects;
      return found === null ? null : { expects: found, version: item.version };
    },

    /** Half-typed from now on, unasked; whatever was before is over. */
    async begin(place: Place, expects: string): Promise<void> {
      const value = { expects, heard: null, before: null, until: until() };
      await store.commit({ puts: [dialogues.put(idOf(place), value)] });
    },

    /** A message was answered: what the answer expects is pending now, and nothing that was before. */
    async turn(place: Place, { heard, pending, expects }: Turn): Promise<void> {
      if (!pending && expects === undefined) return;
      const id = idOf(place);
      const value = { expects: expects ?? null, heard, before: pending?.expects ?? null, until: until() };
      // An ending leaves alone what has begun meanwhile.
      const isEnding = pending !== null && expects === undefined;
      const checks = isEnding ? [{ key: dialogues.key(id), version: pending.version }] : [];
      await store.commit({ checks, puts: [dialogues.put(id, value)] });
    },
  };
}

const idOf = ({ chat, sender }: Place): string => `${encodeURIComponent(chat)}/${encodeURIComponent(sender)}`;
