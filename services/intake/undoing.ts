import type { createPapers } from "#services/intake/papers.ts";
import type { Settled, StoredVersion } from "#services/intake/stored-intake.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { Sheets } from "#services/sheets/sheets.ts";

/** What became of taking back what was stored. */
export type Undoing =
  | { readonly outcome: "undone"; readonly sheets: readonly Sheet[] }
  /** Somebody published over it since: nothing was done. */
  | { readonly outcome: "later" }
  /** It stored no figures, was taken back before, or is too long ago. */
  | { readonly outcome: "gone" };

export interface UndoingOptions {
  readonly papers: ReturnType<typeof createPapers>;
  readonly sheets: Pick<Sheets, "restore">;
}

/** Taking back what a paper stored, for a while after: the versions before come into force again, nothing is deleted. */
export function createUndoing({ papers, sheets }: UndoingOptions) {
  /** `code`: of what was confirmed; null = what was confirmed last in the chat. */
  const find = (chat: string, code: string | null) =>
    code === null ? papers.lastSettled(chat) : papers.settledAs(chat, code);

  return {
    /** The sheets that taking it back would change; null = there is nothing to take back. */
    async undoable(chat: string, code: string | null): Promise<Settled | null> {
      const item = await find(chat, code);
      return item && item.value.versions.length > 0 ? item.value : null;
    },

    async undo(chat: string, code: string | null, by: string): Promise<Undoing> {
      const item = await find(chat, code);
      if (!item || item.value.versions.length === 0) return { outcome: "gone" };
      const wishes = item.value.versions.map(wishOf);
      const restored = await sheets.restore(wishes, { by: [by], extra: papers.unsettling(item) });
      return restored ? { outcome: "undone", sheets: restored } : { outcome: "later" };
    },
  };
}

const wishOf = ({ scope, period, replaced }: StoredVersion) => ({
  scope,
  period,
  version: replaced,
  over: replaced + 1,
});
