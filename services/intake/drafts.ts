import { DocumentRefused } from "#services/documents/refused.ts";
import { deleteOver } from "#services/intake/delete-over.ts";
import { expectOpen, LONGEST_PAPER, lengthOf, replacedIn } from "#services/intake/parts.ts";
import { type Draft, draftId, type Part, type StoredIntake } from "#services/intake/stored-intake.ts";
import type { Receipt } from "#services/receipt.ts";
import type { Item } from "#services/store/collection.ts";
import { type Attempt, commitUntilFree } from "#services/store/commit-until-free.ts";
import type { Commit, Store } from "#services/store/store.ts";

/** One person in one chat. */
export interface Writer {
  readonly chat: string;
  /** Sender id. */
  readonly person: string;
}

/** What is collected. */
export interface Collected {
  readonly parts: number;
  /** UTF-16 units of all parts. */
  readonly length: number;
  /** False when there was no room for what came last: it was left out. */
  readonly fits: boolean;
}

/** A part in other words. */
export interface Replacement {
  readonly collected: Collected;
  /** Which of the parts, from 1. */
  readonly at: number;
  readonly shownIn: Receipt | undefined;
}

/** Text that is being pasted, part by part; forgotten after a while. */
export function createDrafts(options: {
  readonly store: Store;
  readonly stored: Pick<StoredIntake, "drafts">;
  readonly clock: () => Date;
  readonly lastsMs: number;
}) {
  const { store, clock, lastsMs } = options;
  const { drafts } = options.stored;
  const isLive = ({ value }: { readonly value: Draft }): boolean =>
    Date.parse(value.until) > clock().getTime();

  /** What is held of it, kept for another while. */
  function renewed(held: Draft | null): Draft {
    const live = held && isLive({ value: held }) ? held : { parts: [] };
    return { ...live, until: new Date(clock().getTime() + lastsMs).toISOString() };
  }

  async function find(writer: Writer): Promise<Item<Draft> | null> {
    const item = await drafts.get(draftId(writer));
    return item && isLive(item) ? item : null;
  }

  async function discard(writer: Writer): Promise<void> {
    await store.commit({ deletes: [drafts.key(draftId(writer))] });
  }

  /** Nothing is kept of what is refused. */
  async function orDiscard<T>(writer: Writer, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DocumentRefused) await discard(writer);
      throw error;
    }
  }

  return {
    find,
    discard,

    /** What a commit holds that takes the place of a draft, unless a part was added meanwhile. */
    ending: (item: Item<Draft>): Required<Commit> => ({
      checks: [drafts.check(item.id, item)],
      puts: [],
      deletes: [drafts.key(item.id)],
    }),

    /** What is collected, from now on also when it is nothing yet. */
    async begin(writer: Writer): Promise<Collected> {
      const { value } = await drafts.update(draftId(writer), renewed);
      return collectedOf(value.parts, true);
    },

    async collected(writer: Writer): Promise<Collected | null> {
      const item = await find(writer);
      return item && collectedOf(item.value.parts, true);
    },

    /**
     * Adds a part; the same part twice is one. Rejects with DocumentRefused "classified", after which nothing of it
     * is kept.
     */
    async add(writer: Writer, part: Part): Promise<Collected> {
      let fits = true;
      const { value } = await orDiscard(writer, () =>
        drafts.update(draftId(writer), (held) => {
          const draft = renewed(held);
          const isHeld = draft.parts.some(({ text }) => text === part.text);
          const parts = isHeld ? draft.parts : [...draft.parts, part];
          expectOpen(parts);
          fits = lengthOf(parts) <= LONGEST_PAPER;
          return fits ? { ...draft, parts } : draft;
        }),
      );
      return collectedOf(value.parts, fits);
    },

    /** Puts a part in other words; null = there is none of that message. Rejects like `add`. */
    async replace(writer: Writer, part: Part): Promise<Replacement | null> {
      const { outcome } = await commitUntilFree(store, async (): Promise<Attempt<Replacement | null>> => {
        const item = await find(writer);
        const replaced = item && replacedIn(item.value.parts, part);
        if (!replaced) return { commit: {}, outcome: null };
        await orDiscard(writer, async () => expectOpen(replaced.parts));
        const fits = lengthOf(replaced.parts) <= LONGEST_PAPER;
        const draft = renewed({ ...item.value, parts: fits ? replaced.parts : item.value.parts });
        const commit = { checks: [drafts.check(item.id, item)], puts: [drafts.put(item.id, draft)] };
        const collected = collectedOf(draft.parts, fits);
        return { commit, outcome: { collected, at: replaced.at, shownIn: draft.shownIn } };
      });
      return outcome;
    },

    /** Notes which message of ours says how much was collected. */
    async shown(writer: Writer, shownIn: Receipt): Promise<void> {
      const item = await find(writer);
      if (!item) return;
      const puts = [drafts.put(item.id, { ...item.value, shownIn })];
      await store.commit({ checks: [drafts.check(item.id, item)], puts });
    },

    /** Deletes what nobody went on with. */
    async sweep(): Promise<void> {
      await deleteOver(store, drafts, isLive);
    },
  };
}

const collectedOf = (parts: readonly Part[], fits: boolean): Collected => ({
  parts: parts.length,
  length: lengthOf(parts),
  fits,
});
