import type { createPapers } from "#services/intake/papers.ts";
import type { Settled, StoredBesides, StoredVersion } from "#services/intake/stored-intake.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import type { Store } from "#services/store/store.ts";

/** What became of taking back what was stored. */
export type Undoing =
  | { readonly outcome: "undone"; readonly sheets: readonly Sheet[]; readonly besides: StoredBesides }
  /** Another person has to want it too. */
  | { readonly outcome: "one-more" }
  /** Somebody published over it since: nothing was done. */
  | { readonly outcome: "later" }
  /** It stored no figures, was taken back before, or is too long ago. */
  | { readonly outcome: "gone" };

export interface UndoingOptions {
  readonly papers: ReturnType<typeof createPapers>;
  readonly sheets: Pick<Sheets, "restore" | "current">;
  readonly store: Pick<Store, "commit">;
  /** How many persons must want it. */
  readonly approvers: 1 | 2;
}

/** Taking back what a paper stored, for a while after: the versions before come into force again, nothing is deleted. */
export function createUndoing({ papers, sheets, store, approvers }: UndoingOptions) {
  /** `code`: of what was confirmed; null = what was confirmed last in the chat. */
  const find = (chat: string, code: string | null) =>
    code === null ? papers.lastSettled(chat) : papers.settledAs(chat, code);

  async function isOvertaken({ versions }: Settled): Promise<boolean> {
    const current = await Promise.all(versions.map(({ scope, period }) => sheets.current(scope, period)));
    return versions.some(({ replaced }, i) => current[i]?.version !== replaced + 1);
  }

  const lacksSecond = ({ undoneBy }: Settled, by: string): boolean =>
    approvers === 2 && (undoneBy === null || undoneBy === by);

  return {
    /** The sheets that taking it back would change; null = there is nothing to take back. */
    async undoable(chat: string, code: string | null): Promise<Settled | null> {
      const item = await find(chat, code);
      return item && item.value.versions.length > 0 ? item.value : null;
    },

    async undo(chat: string, code: string | null, by: string): Promise<Undoing> {
      const item = await find(chat, code);
      if (!item || item.value.versions.length === 0) return { outcome: "gone" };
      const { undoneBy, besides } = item.value;
      if (await isOvertaken(item.value)) return { outcome: "later" };
      if (lacksSecond(item.value, by)) {
        await store.commit(papers.wantingBack(item, by));
        return { outcome: "one-more" };
      }
      const wishes = item.value.versions.map(wishOf);
      const restored = await sheets.restore(wishes, {
        by: undoneBy === null ? [by] : [undoneBy, by],
        extra: papers.unsettling(item),
      });
      return restored ? { outcome: "undone", sheets: restored, besides } : { outcome: "later" };
    },
  };
}

const wishOf = ({ scope, period, replaced }: StoredVersion) => ({
  scope,
  period,
  version: replaced,
  over: replaced + 1,
});
