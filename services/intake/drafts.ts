import { textBlocks } from "#services/documents/readers/text-blocks.ts";
import { isClassified } from "#services/documents/reading/classified.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import { joinParts } from "#services/intake/join-parts.ts";
import { type Draft, draftId, type StoredIntake } from "#services/intake/stored-intake.ts";
import type { Item } from "#services/store/collection.ts";
import type { Commit, Store } from "#services/store/store.ts";
import { fromLegacy } from "#services/text/legacy/legacy.ts";

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
  /** False when there was no room for the newest part: it was left out. */
  readonly fits: boolean;
}

/** Three of the longest letters; a whole province's table with all indicators has half of it. */
export const LONGEST_PAPER = 60_000;

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
    const parts = held && isLive({ value: held }) ? held.parts : [];
    return { parts, until: new Date(clock().getTime() + lastsMs).toISOString() };
  }

  async function find(writer: Writer): Promise<Item<Draft> | null> {
    const item = await drafts.get(draftId(writer));
    return item && isLive(item) ? item : null;
  }

  async function discard(writer: Writer): Promise<void> {
    await store.commit({ deletes: [drafts.key(draftId(writer))] });
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
    async add(writer: Writer, part: string): Promise<Collected> {
      let fits = true;
      try {
        const { value } = await drafts.update(draftId(writer), (held) => {
          const { parts, until } = renewed(held);
          const more = parts.includes(part) ? parts : [...parts, part];
          expectOpen(more);
          fits = lengthOf(more) <= LONGEST_PAPER;
          return { parts: fits ? more : parts, until };
        });
        return collectedOf(value.parts, fits);
      } catch (error) {
        if (error instanceof DocumentRefused) await discard(writer);
        throw error;
      }
    },

    /** Deletes what nobody went on with. */
    async sweep(): Promise<void> {
      const over = (await drafts.list()).filter((item) => !isLive(item));
      for (const item of over) {
        await store.commit({ checks: [drafts.check(item.id, item)], deletes: [drafts.key(item.id)] });
      }
    },
  };
}

/** Throws DocumentRefused "classified". */
function expectOpen(parts: readonly string[]): void {
  const text = joinParts(parts);
  if (isClassified(textBlocks(fromLegacy(text)?.text ?? text))) throw new DocumentRefused("classified");
}

const lengthOf = (parts: readonly string[]): number => parts.reduce((sum, { length }) => sum + length, 0);

const collectedOf = (parts: readonly string[], fits: boolean): Collected => ({
  parts: parts.length,
  length: lengthOf(parts),
  fits,
});
