import * as z from "zod";
import { type Period, periodKind, periodRange } from "#services/periods/period.ts";
import type { SheetHead } from "#services/sheets/sheets.ts";
import { CURRENT_SHEETS, readHead, SHEETS_REVISION } from "#services/sheets/stored-sheets.ts";
import { createCollection, type Item } from "#services/store/collection.ts";
import { keysUnder, type Store } from "#services/store/store.ts";

/** A number that grows with every publication, whichever process made it; 0 = nothing was ever published. */
export async function publicationRevision(store: Pick<Store, "get">): Promise<number> {
  return (await store.get(SHEETS_REVISION))?.version ?? 0;
}

export interface Publications {
  /** The current sheet of each scope and period that holds figures. */
  readonly heads: readonly SheetHead[];
  /** Current sheets that were published after the revision, also those whose figures were all withdrawn. */
  readonly fresh: readonly SheetHead[];
}

/** What there is, and what of it was published after a revision. Rejects with StoredValueInvalid. */
export async function publicationsSince(store: Pick<Store, "list">, revision: number): Promise<Publications> {
  const entries = await store.list(keysUnder(CURRENT_SHEETS));
  const sheets = entries.map((entry) => ({ head: readHead(entry), revision: entry.version }));
  return {
    heads: sheets.map(({ head }) => head).filter(({ units }) => units.length > 0),
    fresh: sheets.filter((sheet) => sheet.revision > revision).map(({ head }) => head),
  };
}

/** Whether no later period of the kind is there for the scope: months taken in afterwards are no news. */
export function isNewest({ scope, period }: SheetHead, heads: readonly SheetHead[]): boolean {
  const end = (one: Period): string => periodRange(one).end;
  return !heads.some(
    (other) =>
      other.scope === scope &&
      periodKind(other.period) === periodKind(period) &&
      end(other.period) > end(period),
  );
}

/** How far a reader of publications has come. */
export interface Progress {
  readonly revision: number;
}

const StoredProgress = z.object({ revision: z.number() });
const PUBLICATIONS = "publications";

/**
 * Where a reader keeps how far it has come, for all processes. When it may go on is the reader's own rule: in the commit
 * of what it made of the publications (`check` and `put`), or after that (`advance`).
 */
export function createPublicationCursor({
  store,
  prefix,
}: {
  readonly store: Store;
  readonly prefix: string;
}) {
  const cursors = createCollection({ store, prefix, version: 1, schema: StoredProgress });
  return {
    /** null = it has never looked. */
    get: (): Promise<Item<Progress> | null> => cursors.get(PUBLICATIONS),
    check: (seen: Item<Progress> | null) => cursors.check(PUBLICATIONS, seen),
    put: (revision: number) => cursors.put(PUBLICATIONS, { revision }),

    /** Never goes back. */
    async advance(revision: number): Promise<void> {
      await cursors.update(PUBLICATIONS, (now) => ({ revision: Math.max(revision, now?.revision ?? 0) }));
    },
  };
}
