import type { OpenMatter } from "#services/documents/extraction.ts";
import type { Importer } from "#services/documents/importer.ts";
import { deleteOver } from "#services/intake/delete-over.ts";
import { type Preview, type Previewed, previewOf, saysNothing } from "#services/intake/preview.ts";
import {
  type Approval,
  type Paper,
  type Part,
  paperId,
  papersOf,
  type Settled,
  type StoredIntake,
} from "#services/intake/stored-intake.ts";
import type { Receipt } from "#services/receipt.ts";
import type { Item } from "#services/store/collection.ts";
import { joined } from "#services/store/joined.ts";
import type { Commit, Store } from "#services/store/store.ts";

/** What is kept of a paper beside what becomes of it. */
export type Held = Pick<Paper, "document" | "neutral" | "name" | "album" | "words" | "parts">;

/** A paper of a chat that was shown and waits for a person's word. */
export interface WaitingPaper {
  readonly code: string;
  /** What is asked of it. */
  readonly matters: readonly OpenMatter[];
}

/** A paper, and what it would store. */
export interface Reading extends Held {
  readonly preview: Preview;
}

export interface PapersOptions {
  readonly store: Store;
  readonly stored: Pick<StoredIntake, "papers" | "settled">;
  readonly importer: Pick<Importer, "planOf">;
  readonly clock: () => Date;
  readonly lastsMs: number;
  /** How many persons must confirm. */
  readonly approvers: 1 | 2;
}

/** The second person has a day. What was stored is known, and can be taken back, for a day too. */
const APPROVAL_LASTS_MS = 24 * 3600_000;
const SETTLED_LASTS_MS = 24 * 3600_000;

/** Documents that were read and wait for a person's word; the code of each is what its preview said. */
export function createPapers(options: PapersOptions) {
  const { store, importer, clock, lastsMs, approvers } = options;
  const { papers, settled } = options.stored;
  const isLive = ({ value }: Item<{ readonly until: string }>): boolean =>
    Date.parse(value.until) > clock().getTime();
  const until = (ms = lastsMs): string => new Date(clock().getTime() + ms).toISOString();

  /** A paper that one person confirmed is found from every chat: the other may be in another. */
  async function find(chat: string, code: string): Promise<Item<Paper> | null> {
    const item = (await papers.get(paperId(chat, code))) ?? (await awaiting(code));
    return item && isLive(item) ? item : null;
  }

  async function awaiting(code: string): Promise<Item<Paper> | null> {
    const all = approvers === 1 ? [] : await papers.list();
    return all.find(({ id, value }) => id.endsWith(`/${code}`) && value.approvals.length > 0) ?? null;
  }

  /** What a commit holds that takes a paper away, if it is still there. */
  const ending = (item: Item<Paper>): Required<Commit> => ({
    checks: [papers.check(item.id, item)],
    puts: [],
    deletes: [papers.key(item.id)],
  });

  return {
    find,

    previewOf: (paper: Previewed): Promise<Preview> => previewOf(paper, importer),

    /** The paper of a chat that was shown last. */
    async latest(chat: string): Promise<Item<Paper> | null> {
      const all = (await papers.list({ under: papersOf(chat) })).filter(isLive);
      return all.toSorted((a, b) => a.value.at.localeCompare(b.value.at)).at(-1) ?? null;
    },

    /** The paper that a message is a part of. */
    async holding(chat: string, message: string): Promise<Item<Paper> | null> {
      const all = await papers.list({ under: papersOf(chat) });
      return all.find((item) => isLive(item) && isPart(item.value.parts, message)) ?? null;
    },

    /** What a commit holds that takes away what was read of an album. */
    async endingOf(chat: string, album: string): Promise<Required<Commit>> {
      const all = await papers.list({ under: papersOf(chat) });
      return joined(all.filter(({ value }) => value.album === album).map(ending));
    },

    /** Whether the figures of a message were stored. */
    async isSettled(chat: string, message: string): Promise<boolean> {
      const all = await settled.list({ under: papersOf(chat) });
      return all.some((item) => isLive(item) && item.value.messages.includes(message));
    },

    /** What a commit holds that keeps a paper under the code of its preview; of one that says nothing, nothing is. */
    keeping(chat: string, { preview, document, ...rest }: Reading): Required<Commit> {
      const { extraction, hash } = document;
      const at = clock().toISOString();
      const paper = {
        ...rest,
        document: { extraction, hash },
        by: preview.by,
        approvals: [],
        at,
        until: until(),
      };
      const puts = saysNothing(preview) ? [] : [papers.put(paperId(chat, preview.code), paper)];
      return { checks: [], puts, deletes: [] };
    },

    /** Notes which message of ours shows a paper. */
    async shown(chat: string, code: string, shownIn: Receipt): Promise<void> {
      const item = await papers.get(paperId(chat, code));
      if (!item) return;
      const puts = [papers.put(item.id, { ...item.value, shownIn, at: clock().toISOString() })];
      await store.commit({ checks: [papers.check(item.id, item)], puts });
    },

    ending,

    /** The paper as it is now, if it is still the one seen. */
    async current(seen: Item<Paper>): Promise<Item<Paper> | null> {
      const item = await papers.get(seen.id);
      return item && item.version === seen.version && isLive(item) ? item : null;
    },

    /** What a commit holds that notes one person's confirmation; the other has a day. */
    approving: (item: Item<Paper>, approval: Approval): Required<Commit> => {
      const approvals = [...item.value.approvals, approval];
      const waits = { ...item.value, approvals, until: until(APPROVAL_LASTS_MS) };
      return { checks: [papers.check(item.id, item)], puts: [papers.put(item.id, waits)], deletes: [] };
    },

    /** What a commit holds that notes what was stored. */
    settling: (
      { id, value: { parts } }: Item<Paper>,
      stored: Pick<Settled, "by" | "versions" | "besides">,
    ): Required<Commit> => ({
      checks: [],
      puts: [
        settled.put(id, {
          ...stored,
          messages: parts.map(({ message }) => message),
          undoneBy: null,
          at: clock().toISOString(),
          until: until(SETTLED_LASTS_MS),
        }),
      ],
      deletes: [],
    }),

    async settledAs(chat: string, code: string): Promise<Item<Settled> | null> {
      const item = await settled.get(paperId(chat, code));
      return item && isLive(item) ? item : null;
    },

    /** What was stored last from a chat. */
    async lastSettled(chat: string): Promise<Item<Settled> | null> {
      const all = (await settled.list({ under: papersOf(chat) })).filter(isLive);
      return all.toSorted((a, b) => a.value.at.localeCompare(b.value.at)).at(-1) ?? null;
    },

    /** What a commit holds that forgets what was stored, if nobody did before. */
    unsettling: (item: Item<Settled>): Required<Commit> => ({
      checks: [settled.check(item.id, item)],
      puts: [],
      deletes: [settled.key(item.id)],
    }),

    /** What a commit holds that notes who wants it taken back. */
    wantingBack: (item: Item<Settled>, by: string): Required<Commit> => ({
      checks: [settled.check(item.id, item)],
      puts: [settled.put(item.id, { ...item.value, undoneBy: by })],
      deletes: [],
    }),

    /** Deletes what nobody confirmed, and what is settled long enough. */
    async sweep(): Promise<void> {
      await deleteOver(store, papers, isLive);
      await deleteOver(store, settled, isLive);
    },
  };
}

const isPart = (parts: readonly Part[], message: string): boolean =>
  parts.some((part) => part.message === message);
