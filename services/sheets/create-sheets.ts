import { LRUCache } from "lru-cache";
import { compareObservations, overlay } from "#services/sheets/overlay.ts";
import { builtUpon, type Publication, planPublication, type Stamp } from "#services/sheets/publication.ts";
import { publicationRevision } from "#services/sheets/publications-since.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { SheetHead, Sheets } from "#services/sheets/sheets.ts";
import {
  CURRENT_SHEETS,
  codeKey,
  currentKey,
  readCodeTarget,
  readHead,
  readSheet,
  SHEETS_REVISION,
  versionKey,
  versionsPrefix,
} from "#services/sheets/stored-sheets.ts";
import { type Commit, keysUnder, type Store } from "#services/store/store.ts";

/** Publications that may collide before a writer gives up; each loses only to another that won. */
const PUBLISH_ATTEMPTS = 100;

export interface SheetStoreOptions {
  readonly store: Store;
  readonly clock?: () => Date;
  /** Marks every sheet published here as sample data. */
  readonly sample?: boolean;
  /** Sheets kept decoded in memory. */
  readonly cached?: number;
}

/**
 * Sheets over a store: a read is one pointer and, the first time, one value. Reading rejects with StoredValueInvalid
 * when what is stored cannot be read.
 */
export function createSheets(options: SheetStoreOptions): Sheets {
  const { store, clock = () => new Date(), sample = false, cached = 512 } = options;
  const decoded = new LRUCache<string, Sheet>({ max: cached });
  let known: { readonly revision: number; readonly heads: readonly SheetHead[] } | null = null;

  const revision = (): Promise<number> => publicationRevision(store);

  const read = async (key: string): Promise<Sheet | null> => {
    const entry = await store.get(key);
    return entry && readSheet(entry);
  };

  /** A sample sheet is remembered for one revision only: real results may take its place under the same key. */
  const version: Sheets["version"] = async (scope, period, number) => {
    const key = versionKey(scope, period, number);
    const real = decoded.get(key);
    if (real) return real;
    const keyNow = `${key}@${await revision()}`;
    const sheet = decoded.get(keyNow) ?? (await read(key));
    if (sheet) decoded.set(sheet.sample ? keyNow : key, sheet);
    return sheet;
  };

  const current: Sheets["current"] = async (scope, period) => {
    const pointer = await store.get(currentKey(scope, period));
    return pointer && version(scope, period, readHead(pointer).version);
  };

  return {
    current,
    version,

    async heads() {
      const now = await revision();
      if (known?.revision !== now) {
        const entries = await store.list(keysUnder(CURRENT_SHEETS));
        known = { revision: now, heads: entries.map(readHead) };
      }
      return known.heads;
    },

    async versions(scope, period) {
      const entries = await store.list(keysUnder(versionsPrefix(scope, period)));
      return entries.map(readSheet);
    },

    async byCheckCode(code) {
      const target = await store.get(codeKey(code));
      return target && read(readCodeTarget(target));
    },

    async compare(draft) {
      const before = builtUpon(await current(draft.scope, draft.period), { sample });
      return compareObservations(before?.observations ?? [], overlay(before, draft));
    },

    async publish(drafts, extra = {}) {
      for (let attempt = 0; attempt < PUBLISH_ATTEMPTS; attempt++) {
        const stamp = { sample, createdAt: clock().toISOString() };
        const plan = await planPublication(store, drafts, stamp);
        const isFixed = typeof extra === "object";
        const commit = commitOf(plan, isFixed ? extra : await extra(), stamp);
        if (commit.puts.length + commit.deletes.length === 0) return [];
        const result = await store.commit(commit);
        if (result.committed) return plan.sheets;
        if (isFixed && extra.checks?.some(({ key }) => key === result.conflict)) break;
      }
      throw new Error("publication kept colliding with others");
    },
  };
}

function commitOf(plan: Publication, extra: Commit, { createdAt }: Stamp): Required<Commit> {
  const moved = plan.sheets.length > 0 ? [{ key: SHEETS_REVISION, value: { v: 1, at: createdAt } }] : [];
  return {
    checks: [...plan.checks, ...(extra.checks ?? [])],
    puts: [...plan.puts, ...moved, ...(extra.puts ?? [])],
    deletes: extra.deletes ?? [],
  };
}
