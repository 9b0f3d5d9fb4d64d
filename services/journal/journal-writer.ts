import { setImmediate } from "node:timers/promises";
import type { Begun, Left, StoredHeard } from "#services/journal/heard.ts";
import type { JournalKeys } from "#services/journal/journal-keys.ts";
import { createOpenPages } from "#services/journal/open-pages.ts";
import type { Commit, CommitResult, Store } from "#services/store/store.ts";

export interface JournalWriterOptions {
  readonly store: Store;
  readonly keys: JournalKeys;
  readonly channel: string;
  readonly holder: string;
}

/** What is to be noted in one commit with everything else that waits, unless something it checks has moved. */
interface Note {
  readonly left: readonly Left[];
  readonly with: Commit;
  settle(outcome: boolean | { readonly error: unknown }): void;
}

/** Takes those that can be written together; one that checks what another writes comes after it, to see it. */
function takeGroup(notes: Note[]): readonly Note[] {
  const written = new Set<string>();
  const group: Note[] = [];
  const later: Note[] = [];
  for (const note of notes.splice(0)) {
    const isLater = note.with.checks?.some(({ key }) => written.has(key)) ?? false;
    (isLater ? later : group).push(note);
    for (const { key } of note.with.puts ?? []) written.add(key);
  }
  notes.push(...later);
  return group;
}

/**
 * The one writer of a holder's pages and progress. All that waits is written together, and the disk is not waited for:
 * what is noted survives its process. Every commit checks the progress as this writer wrote it last: whoever takes the
 * pages over deletes it, and what was open here is another's from then on.
 */
export function createJournalWriter({ store, keys, channel, holder }: JournalWriterOptions) {
  const id = `${holder}/${channel}`;
  const pages = createOpenPages();
  const notes: Note[] = [];
  let version = 0;
  let isDirty = false;
  let running: Promise<void> | null = null;

  function write(): Promise<void> {
    running ??= writeAll().finally(() => {
      running = null;
    });
    return running;
  }

  async function writeAll(): Promise<void> {
    while (isDirty || notes.length > 0) {
      await setImmediate();
      isDirty = false;
      const group = takeGroup(notes);
      try {
        await writeGroup(group);
      } catch (error) {
        isDirty = true;
        for (const { settle } of group) settle({ error });
        throw error;
      }
    }
  }

  /** A note whose check fails leaves the group, the others are written all the same. */
  async function writeGroup(group: readonly Note[]): Promise<void> {
    let left = group;
    for (;;) {
      const drafts = left.map((note) => ({ note, page: pages.draft(note.left) }));
      const result = await commit(drafts.map(({ note, page }) => ({ ...note.with, page })));
      if (result.committed) {
        version = result.version;
        for (const { note, page } of drafts) {
          pages.add(page);
          note.settle(true);
        }
        return;
      }
      if (result.conflict === keys.progress.key(id)) await takeLoss();
      const lost = left.filter((note) => note.with.checks?.some(({ key }) => key === result.conflict));
      for (const { settle } of lost) settle(false);
      left = left.filter((note) => !lost.includes(note));
    }
  }

  async function commit(
    drafts: readonly (Commit & { readonly page: ReturnType<typeof pages.draft> })[],
  ): Promise<CommitResult> {
    const changed = pages.changes();
    const filled = [...drafts.map(({ page }) => page), ...changed.rewritten].filter(
      ({ items }) => items.length > 0,
    );
    const result = await store.commit(
      {
        checks: [{ key: keys.progress.key(id), version }, ...drafts.flatMap(({ checks = [] }) => checks)],
        puts: [
          keys.progress.put(id, pages.progress(drafts.flatMap(({ page }) => page.begun))),
          ...filled.map(({ name, items }) => keys.pages.put(`${id}/${name}`, items)),
          ...drafts.flatMap(({ puts = [] }) => puts),
        ],
        deletes: [
          ...changed.finished.map((name) => keys.pages.key(`${id}/${name}`)),
          ...drafts.flatMap(({ deletes = [] }) => deletes),
        ],
      },
      { relaxed: true },
    );
    if (result.committed) changed.written();
    return result;
  }

  /** Thought gone, as a machine that slept is, this holder lost its pages; it goes on with new ones. */
  async function takeLoss(): Promise<void> {
    pages.forget();
    version = (await keys.progress.get(id))?.version ?? 0;
  }

  function put(left: readonly Left[], more: Commit): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const settle: Note["settle"] = (outcome) =>
        typeof outcome === "boolean" ? resolve(outcome) : reject(outcome.error);
      notes.push({ left, with: more, settle });
      write().catch(() => undefined);
    });
  }

  return {
    /** Notes what was heard, unless something checked has moved: then false. */
    note: (heard: readonly StoredHeard[], more: Commit) =>
      put(
        heard.map((one) => ({ heard: one, begun: null })),
        more,
      ),

    /** Makes another's what it is now this holder's, unless it is somebody's already: then false. */
    adopt: put,

    async begin(item: string, what: Begun): Promise<boolean> {
      if (!pages.begin(item, what)) return pages.isOpen(item);
      isDirty = true;
      // A write under way may have been put together before.
      await running?.catch(() => undefined);
      if (isDirty) await write();
      return pages.isOpen(item);
    },

    done(item: string): void {
      if (!pages.close(item)) return;
      isDirty = true;
      write().catch(() => undefined);
    },
  };
}
