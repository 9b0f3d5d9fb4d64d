import { filesOf, type OnProgress, type ReceivedPaper } from "#services/documents/document-reader.ts";
import type { Importer } from "#services/documents/importer.ts";
import { createAmendments } from "#services/intake/amendments.ts";
import { createDrafts, type Writer } from "#services/intake/drafts.ts";
import { createPapers, type Held, type Reading, type WaitingPaper } from "#services/intake/papers.ts";
import { textOf } from "#services/intake/parts.ts";
import type { Preview } from "#services/intake/preview.ts";
import { createSaying } from "#services/intake/saying.ts";
import { createStoredIntake, type Part } from "#services/intake/stored-intake.ts";
import { createStoring } from "#services/intake/storing.ts";
import { createUndoing } from "#services/intake/undoing.ts";
import { applyWords } from "#services/intake/words/apply-words.ts";
import { givenBy } from "#services/intake/words/given-by.ts";
import { isWithin } from "#services/is-within.ts";
import { mayBeKept } from "#services/originals/may-be-kept.ts";
import type { Originals } from "#services/originals/originals.ts";
import type { Receipt } from "#services/receipt.ts";
import type { Shown } from "#services/reply/reply.ts";
import type { PersonsWord } from "#services/sheets/persons-word.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import { type Attempt, commitUntilFree } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";
import type { Store } from "#services/store/store.ts";

export interface IntakeOptions {
  /** Where results are kept, without a sample laid over it. */
  readonly store: Store;
  readonly importer: Importer;
  readonly sheets: Pick<Sheets, "current" | "restore">;
  /** Keeps papers as they were sent; by default nothing does. */
  readonly originals?: Pick<Originals, "hold" | "keep" | "sweep">;
  /** How many persons must confirm. */
  readonly approvers: 1 | 2;
  readonly clock: () => Date;
  /** Whether sample results are shown now. */
  readonly showsSample: () => Promise<boolean>;
}

interface Receiving {
  /** Names pictures that were sent at once. */
  readonly album?: string | null;
  readonly onProgress?: OnProgress;
}

/** What is pasted is forgotten after two hours. */
const LASTS_MS = 2 * 3600_000;
const SWEEP_EVERY_MS = 60_000;
export type Intake = ReturnType<typeof createIntake>;

/** Text that people paste: collected, read, shown, and stored once a person with the right confirms it. */
export function createIntake(options: IntakeOptions) {
  const { store, importer, clock, originals } = options;
  const stored = createStoredIntake(store);
  const drafts = createDrafts({ ...options, stored, lastsMs: LASTS_MS });
  const papers = createPapers({ ...options, stored, lastsMs: LASTS_MS });
  const amendments = createAmendments({ store, drafts, papers, read });
  const saying = createSaying({ store, papers, importer, clock });
  const storing = createStoring({ ...options, papers });
  const undoing = createUndoing({ ...options, papers });
  let sweptAt = 0;

  async function read(
    writer: Writer,
    parts: readonly Part[],
    words: readonly PersonsWord[] = [],
  ): Promise<Reading> {
    const bytes = new TextEncoder().encode(textOf(parts));
    return readPaper(writer, { name: "", bytes }, { parts, words });
  }

  async function readPaper(
    { person }: Writer,
    paper: ReceivedPaper,
    { parts = [], words = [], album = null, onProgress }: Partial<Held> & Receiving,
  ): Promise<Reading> {
    const { neutral, ...document } = await importer.read(paper, givenBy(words), onProgress);
    const held = { document, neutral, name: filesOf(paper)[0]?.name ?? "", album, words, parts };
    return { ...held, preview: await papers.previewOf({ ...held, by: person }) };
  }

  async function kept({ chat }: Writer, reading: Reading): Promise<Preview> {
    await store.commit(papers.keeping(chat, reading));
    return reading.preview;
  }

  return {
    drafts,
    amendments,
    saying,

    /** The paper of a chat that was shown last; null = none waits. */
    async waiting(chat: string): Promise<WaitingPaper | null> {
      const item = await papers.latest(chat);
      if (!item) return null;
      const { document, words } = item.value;
      const { open } = applyWords(document.extraction, words).extraction;
      return { code: item.id.slice(item.id.lastIndexOf("/") + 1), matters: open };
    },

    /** What confirming it would store now. */
    async latest(chat: string): Promise<Preview | null> {
      const item = await papers.latest(chat);
      return item && papers.previewOf(item.value);
    },

    /** Notes which message of ours shows what somebody pasted. */
    noteShown: (writer: Writer, shown: Shown, message: Receipt): Promise<void> =>
      shown.kind === "draft" ? drafts.shown(writer, message) : papers.shown(writer.chat, shown.code, message),

    /** Reads a text that is whole. Rejects with DocumentRefused. */
    async readWhole(writer: Writer, part: Part): Promise<Preview> {
      return kept(writer, await read(writer, [part]));
    },

    /** Reads a file, or pictures of one paper's pages; their bytes are kept where originals are. Rejects with DocumentRefused. */
    async readFile(writer: Writer, paper: ReceivedPaper, receiving: Receiving = {}): Promise<Preview> {
      const reading = await readPaper(writer, paper, receiving);
      const { extraction, hash } = reading.document;
      if (mayBeKept(extraction)) await originals?.hold(hash, filesOf(paper));
      return kept(writer, reading);
    },

    /** An album is about to be read anew: what was read of it without all its pages can be confirmed no more. */
    async forgetAlbum(chat: string, album: string): Promise<void> {
      await commitUntilFree(store, async () => ({
        commit: await papers.endingOf(chat, album),
        outcome: null,
      }));
    },

    /**
     * Reads what was collected and keeps what it says in its place; null = nothing is collected. Rejects with
     * DocumentRefused.
     */
    async readCollected(writer: Writer): Promise<Preview | null> {
      const { outcome } = await commitUntilFree(store, async (): Promise<Attempt<Preview | null>> => {
        const item = await drafts.find(writer);
        if (!item || item.value.parts.length === 0) return { commit: {}, outcome: null };
        const reading = await read(writer, item.value.parts);
        const commit = joined([papers.keeping(writer.chat, reading), drafts.ending(item)]);
        return { commit, outcome: reading.preview };
      });
      return outcome;
    },

    /** What confirming a paper would store now; null = there is none of that code. */
    async preview(chat: string, code: string): Promise<Preview | null> {
      const item = await papers.find(chat, code);
      if (!item) return null;
      const preview = await papers.previewOf(item.value);
      await storing.isMoved(item, code, preview);
      return preview;
    },

    confirm: storing.confirm,
    undoing,

    async discard(chat: string, code: string): Promise<void> {
      const item = await papers.find(chat, code);
      if (item) await store.commit(papers.ending(item));
    },

    /** Forgets what is too old; looks once a minute. */
    async sweep(): Promise<void> {
      const now = clock().getTime();
      if (isWithin(SWEEP_EVERY_MS, sweptAt, now)) return;
      sweptAt = now;
      await drafts.sweep();
      await papers.sweep();
      await originals?.sweep();
    },
  };
}
