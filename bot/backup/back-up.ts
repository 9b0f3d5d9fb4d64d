import { stat } from "node:fs/promises";
import { type Kept, writeBackup } from "#bot/backup/backup-file.ts";
import { BackupRefused, isHalfRestored } from "#bot/backup/backup-refused.ts";
import { besideBackup, copied } from "#bot/backup/copied-originals.ts";
import { isPassing, staysHere } from "#services/store/passing.ts";
import { type Entry, keysUnder, type Store } from "#services/store/store.ts";

export interface BackUpOptions {
  readonly store: Store;
  /** Replaced when it exists, once the new one is whole. */
  readonly file: string;
  /** Folder of papers as they were sent: copied into `originals` beside the file, what is there already stays. */
  readonly originals?: string | undefined;
  readonly clock?: () => Date;
}

export interface BackedUp {
  readonly entries: number;
  readonly bytes: number;
  /** Papers in the folder beside the file. */
  readonly originals: number;
}

/** Writes all of a store, as it stands at one moment, into a file; others may go on using it. Rejects with BackupRefused. */
export async function backUp(options: BackUpOptions): Promise<BackedUp> {
  const { store, file, clock = () => new Date() } = options;
  if (await isHalfRestored(store)) throw new BackupRefused("half-restored");
  const entries = await snapshot(store, (found) => writeBackup(file, lasting(found), clock()));
  const originals = await copied(options.originals, besideBackup(file));
  return { entries, bytes: (await stat(file)).size, originals };
}

async function* lasting(entries: AsyncIterable<Kept>): AsyncGenerator<Kept> {
  for await (const entry of entries) if (!isPassing(entry.key) && !staysHere(entry.key)) yield entry;
}

/** Entries read at once while others may go on working. */
const PAGE = 200;
/** How often a quiet moment is hoped for before the store is read in one go. */
const TRIES = 3;

/**
 * Hands every entry of the store, as all stood at one moment and in the order of their keys, to `take`, and answers
 * what that call made of them. It is called again from the first entry when somebody wrote meanwhile.
 */
export async function snapshot<T>(
  store: Store,
  take: (entries: AsyncIterable<Entry>) => Promise<T>,
  page = PAGE,
): Promise<T> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const before = await mark(store);
    const taken = await take(pages(store, page));
    if ((await mark(store)) === before + 1) return taken;
  }
  return take(atOnce(store));
}

/** An empty commit's version: two that follow each other directly have nothing between them. */
async function mark(store: Store): Promise<number> {
  const result = await store.commit({});
  return result.committed ? result.version : Number.NaN;
}

async function* pages(store: Store, limit: number): AsyncGenerator<Entry> {
  const { from, to } = keysUnder("");
  for (let next = from; ; ) {
    const entries = await store.list({ from: next, to, limit });
    yield* entries;
    const last = entries.at(-1);
    if (!last || entries.length < limit) return;
    next = `${last.key}\0`;
  }
}

/** One range is one moment; the store works on nothing else meanwhile. */
async function* atOnce(store: Store): AsyncGenerator<Entry> {
  yield* await store.list(keysUnder(""));
}
