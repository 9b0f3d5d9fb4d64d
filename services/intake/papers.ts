import { createHash } from "node:crypto";
import type { DocumentRead } from "#services/documents/extraction.ts";
import type { Importer } from "#services/documents/importer.ts";
import type { ImportPlan } from "#services/documents/plan/plan-import.ts";
import { deleteOver } from "#services/intake/delete-over.ts";
import {
  type Paper,
  type Part,
  paperId,
  papersOf,
  type StoredIntake,
} from "#services/intake/stored-intake.ts";
import type { Receipt } from "#services/receipt.ts";
import { changesAnything } from "#services/sheets/overlay.ts";
import type { Item } from "#services/store/collection.ts";
import type { Commit, Store } from "#services/store/store.ts";
import { toDigits } from "#services/text/code-digits.ts";

/** What confirming a paper would store, as it was shown. */
export interface Preview {
  /** Names the paper, and this state of what it is laid over: another preview has another code. */
  readonly code: string;
  readonly plan: ImportPlan;
  /** Sender id of whoever pasted it. */
  readonly by: string;
  /** Nothing would be stored: all of it is held already. */
  readonly isKnown: boolean;
}

/** A document, what it was read from, and what it would store. */
export interface Reading {
  readonly document: DocumentRead;
  readonly parts: readonly Part[];
  readonly preview: Preview;
}

export interface PapersOptions {
  readonly store: Store;
  readonly stored: Pick<StoredIntake, "papers" | "settled">;
  readonly importer: Pick<Importer, "planOf">;
  readonly clock: () => Date;
  readonly lastsMs: number;
}

const CODE_LENGTH = 6;

/** Documents that were read and wait for a person's word; the code of each is what its preview said. */
export function createPapers(options: PapersOptions) {
  const { store, importer, clock, lastsMs } = options;
  const { papers, settled } = options.stored;
  const isLive = ({ value }: Item<{ readonly until: string }>): boolean =>
    Date.parse(value.until) > clock().getTime();
  const until = (): string => new Date(clock().getTime() + lastsMs).toISOString();

  async function find(chat: string, code: string): Promise<Item<Paper> | null> {
    const item = await papers.get(paperId(chat, code));
    return item && isLive(item) ? item : null;
  }

  return {
    find,

    async previewOf({ document, by }: Pick<Paper, "document" | "by">): Promise<Preview> {
      const plan = await importer.planOf(document);
      return { code: codeOf(document, plan), plan, by, isKnown: isKnown(plan) };
    },

    /** The paper that a message is a part of. */
    async holding(chat: string, message: string): Promise<Item<Paper> | null> {
      const all = await papers.list({ under: papersOf(chat) });
      return all.find((item) => isLive(item) && isPart(item.value.parts, message)) ?? null;
    },

    /** Whether the figures of a message were stored. */
    async isSettled(chat: string, message: string): Promise<boolean> {
      const all = await settled.list({ under: papersOf(chat) });
      return all.some((item) => isLive(item) && item.value.messages.includes(message));
    },

    /** What a commit holds that keeps a paper under the code of its preview; of one that says nothing, nothing is. */
    keeping(chat: string, { document, parts, preview }: Reading): Required<Commit> {
      const { code, by, plan } = preview;
      const paper = { document, parts, by, until: until() };
      const puts = saysNothing(plan) ? [] : [papers.put(paperId(chat, code), paper)];
      return { checks: [], puts, deletes: [] };
    },

    /** Notes which message of ours shows a paper. */
    async shown(chat: string, code: string, shownIn: Receipt): Promise<void> {
      const item = await find(chat, code);
      if (!item) return;
      const puts = [papers.put(item.id, { ...item.value, shownIn })];
      await store.commit({ checks: [papers.check(item.id, item)], puts });
    },

    /** What a commit holds that takes a paper away, if it is still there. */
    ending: (item: Item<Paper>): Required<Commit> => ({
      checks: [papers.check(item.id, item)],
      puts: [],
      deletes: [papers.key(item.id)],
    }),

    /** What a commit holds that notes whose figures were stored. */
    settling: ({ id, value: { parts } }: Item<Paper>): Required<Commit> => ({
      checks: [],
      puts: [settled.put(id, { messages: parts.map(({ message }) => message), until: until() })],
      deletes: [],
    }),

    /** Deletes what nobody confirmed, and what is settled long enough. */
    async sweep(): Promise<void> {
      await deleteOver(store, papers, isLive);
      await deleteOver(store, settled, isLive);
    },
  };
}

const saysNothing = ({ sheets, targets, tasks }: ImportPlan): boolean =>
  sheets.length + targets.length + tasks.length === 0;

const isPart = (parts: readonly Part[], message: string): boolean =>
  parts.some((part) => part.message === message);

function codeOf({ hash }: DocumentRead, { sheets, newUnits, newTargets, newTasks }: ImportPlan): string {
  const changes = sheets.map(({ draft, changes }) => [
    draft.scope,
    draft.period,
    changes.filter((change) => changesAnything([change])),
  ]);
  const said = JSON.stringify([hash, changes, newUnits, newTargets, newTasks]);
  return toDigits(createHash("sha256").update(said).digest()).slice(0, CODE_LENGTH);
}

function isKnown({ sheets, newTargets, newTasks }: ImportPlan): boolean {
  return newTargets.length + newTasks.length === 0 && !sheets.some(({ changes }) => changesAnything(changes));
}
