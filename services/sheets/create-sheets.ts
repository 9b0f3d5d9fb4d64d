import { LRUCache } from "lru-cache";
import { compareObservations, overlay } from "#services/sheets/overlay.ts";
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
  versionKey,
  versionsPrefix,
} from "#services/sheets/stored-sheets.ts";
import { builtUpon } from "#services/sheets/versions/new-version.ts";
import { planPublication } from "#services/sheets/versions/publication.ts";
import { createPublisher } from "#services/sheets/versions/publisher.ts";
import { planRestoration } from "#services/sheets/versions/restoration.ts";
import { keysUnder, type Store } from "#services/store/store.ts";

export interface SheetStoreOptions {
  readonly store: Store;
  readonly clock?: () => Date;
  /** Marks every sheet published here as sample data. */
  readonly sample?: boolean;
  /** Sheets kept decoded in memory. */
  readonly cached?: number;
}

/** Heads as of a revision. */
interface Known {
  readonly revision: number;
  readonly heads: readonly SheetHead[];
  readonly withdrawn: readonly SheetHead[];
}

/**
 * Sheets over a store: a read is one pointer and, the first time, one value. Reading rejects with StoredValueInvalid
 * when what is stored cannot be read.
 */
export function createSheets(options: SheetStoreOptions): Sheets {
  const { store, clock = () => new Date(), sample = false, cached = 512 } = options;
  const decoded = new LRUCache<string, Sheet>({ max: cached });
  const committed = createPublisher({ store, clock, sample });
  let known: Known | null = null;

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

  async function knownHeads(): Promise<Known> {
    const now = await revision();
    if (known?.revision !== now) {
      const all = (await store.list(keysUnder(CURRENT_SHEETS))).map(readHead);
      known = { revision: now, heads: all.filter(holdsFigures), withdrawn: all.filter(isEmpty) };
    }
    return known;
  }

  return {
    current,
    version,

    heads: async () => (await knownHeads()).heads,
    withdrawn: async () => (await knownHeads()).withdrawn,

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

    async publish(drafts, publishing = {}) {
      return (await committed(publishing, (stamp) => planPublication(store, drafts, stamp))) ?? [];
    },

    restore: (wishes, publishing = {}) =>
      committed(publishing, (stamp) => planRestoration(store, wishes, stamp)),
  };
}

const isEmpty = ({ units }: SheetHead): boolean => units.length === 0;
const holdsFigures = (head: SheetHead): boolean => !isEmpty(head);
