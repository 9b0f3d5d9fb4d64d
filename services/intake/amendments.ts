import { DocumentRefused } from "#services/documents/refused.ts";
import type { createDrafts, Replacement, Writer } from "#services/intake/drafts.ts";
import type { createPapers, Reading } from "#services/intake/papers.ts";
import { LONGEST_PAPER, lengthOf, replacedIn } from "#services/intake/parts.ts";
import type { Preview } from "#services/intake/preview.ts";
import type { Paper, Part } from "#services/intake/stored-intake.ts";
import type { Receipt } from "#services/receipt.ts";
import type { PersonsWord } from "#services/sheets/persons-word.ts";
import type { Item } from "#services/store/collection.ts";
import { joined } from "#services/store/joined.ts";
import type { Store } from "#services/store/store.ts";

/** What became of a part that its writer put in other words. */
export type Amendment =
  | ({ readonly outcome: "collecting" } & Replacement)
  | {
      readonly outcome: "read";
      readonly preview: Preview;
      /** Which of how many parts, from 1. */
      readonly at: number;
      readonly parts: number;
      readonly shownIn: Receipt | undefined;
    }
  /** With it the paper would be too long: it is as it was. */
  | { readonly outcome: "too-long" }
  /** Its figures are stored already: nothing was changed. */
  | { readonly outcome: "stored" };

export interface AmendmentsOptions {
  readonly store: Store;
  readonly drafts: ReturnType<typeof createDrafts>;
  readonly papers: ReturnType<typeof createPapers>;
  readonly read: (writer: Writer, parts: readonly Part[], words: readonly PersonsWord[]) => Promise<Reading>;
}

/** Corrections of messages that are parts of what was pasted. */
export function createAmendments({ store, drafts, papers, read }: AmendmentsOptions) {
  /** Reads a paper anew; the code of what was shown before names nothing any more. */
  async function readAnew(writer: Writer, item: Item<Paper>, part: Part): Promise<Amendment | null> {
    const replaced = replacedIn(item.value.parts, part);
    if (!replaced) return null;
    if (lengthOf(replaced.parts) > LONGEST_PAPER) return { outcome: "too-long" };
    const reading = await orEnd(item, () => read(writer, replaced.parts, item.value.words));
    const { preview } = reading;
    if (!replaced.isSame)
      await store.commit(joined([papers.ending(item), papers.keeping(writer.chat, reading)]));
    const { at, parts } = replaced;
    return { outcome: "read", preview, at, parts: parts.length, shownIn: item.value.shownIn };
  }

  /** Nothing is kept of a paper that may not be. */
  async function orEnd<T>(item: Item<Paper>, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const isForbidden = error instanceof DocumentRefused && error.code === "classified";
      if (isForbidden) await store.commit(papers.ending(item));
      throw error;
    }
  }

  return {
    /** Whether a message is part of something that was pasted lately. */
    async holds({ chat, person }: Writer, message: string): Promise<boolean> {
      const draft = await drafts.find({ chat, person });
      if (draft?.value.parts.some((part) => part.message === message)) return true;
      return (await papers.holding(chat, message)) !== null || papers.isSettled(chat, message);
    },

    /** Takes the correction of a message; null = it is part of nothing. Rejects with DocumentRefused. */
    async amend(writer: Writer, part: Part): Promise<Amendment | null> {
      const replacement = await drafts.replace(writer, part);
      if (replacement)
        return replacement.collected.fits
          ? { outcome: "collecting", ...replacement }
          : { outcome: "too-long" };
      const item = await papers.holding(writer.chat, part.message);
      if (item) return readAnew(writer, item, part);
      return (await papers.isSettled(writer.chat, part.message)) ? { outcome: "stored" } : null;
    },
  };
}
