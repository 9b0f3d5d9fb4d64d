import { createHash } from "node:crypto";
import type { DocumentRead } from "#services/documents/extraction.ts";
import type { Importer } from "#services/documents/importer.ts";
import type { ImportPlan } from "#services/documents/plan-import.ts";
import { type Paper, paperId, type StoredIntake } from "#services/intake/stored-intake.ts";
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

/** A document, and what it would store. */
export interface Reading {
  readonly document: DocumentRead;
  readonly preview: Preview;
}

export interface PapersOptions {
  readonly store: Store;
  readonly stored: Pick<StoredIntake, "papers">;
  readonly importer: Pick<Importer, "planOf">;
  readonly clock: () => Date;
  readonly lastsMs: number;
}

const CODE_LENGTH = 6;

/** Documents that were read and wait for a person's word; the code of each is what its preview said. */
export function createPapers({ store, stored: { papers }, importer, clock, lastsMs }: PapersOptions) {
  const isLive = ({ value }: Item<Paper>): boolean => Date.parse(value.until) > clock().getTime();

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

    /** What a commit holds that keeps a paper under the code of its preview; with nothing to store there is none. */
    keeping(chat: string, { document, preview }: Reading): Required<Commit> {
      const { code, by } = preview;
      const until = new Date(clock().getTime() + lastsMs).toISOString();
      const puts = preview.isKnown ? [] : [papers.put(paperId(chat, code), { document, by, until })];
      return { checks: [], puts, deletes: [] };
    },

    /** What a commit holds that takes a paper away, if it is still there. */
    ending: (item: Item<Paper>): Required<Commit> => ({
      checks: [papers.check(item.id, item)],
      puts: [],
      deletes: [papers.key(item.id)],
    }),

    /** Deletes what nobody confirmed. */
    async sweep(): Promise<void> {
      const over = (await papers.list()).filter((item) => !isLive(item));
      for (const item of over) {
        await store.commit({ checks: [papers.check(item.id, item)], deletes: [papers.key(item.id)] });
      }
    },
  };
}

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
