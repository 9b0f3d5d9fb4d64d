import { type Kept, readBackup } from "#bot/backup/backup-file.ts";
import { BackupRefused, isHalfRestored, RESTORE_MARK } from "#bot/backup/backup-refused.ts";
import { besideBackup, copied } from "#bot/backup/copied-originals.ts";
import { isHeld } from "#services/store/holders.ts";
import { isPassing, staysHere } from "#services/store/passing.ts";
import { keysUnder, type Store } from "#services/store/store.ts";

export interface RestoreOptions {
  readonly store: Store;
  readonly file: string;
  /** Folder of papers as they were sent: those beside the backup are copied there. */
  readonly originals?: string | undefined;
  /** What the store holds may go. */
  readonly replace?: boolean;
}

export interface Restored {
  readonly entries: number;
  /** When the backup was made. */
  readonly at: Date;
  /** Papers in the folder of originals. */
  readonly originals: number;
}

/** More than a bot that ended leaves of what is passing. */
const MOST_PASSING = 1_000;
/** Entries written or deleted in one commit. */
const CHUNK = 200;

/**
 * Fills a store from a backup, whose every line is checked before anything is written. The store gives the entries
 * versions of its own. Broken off, it leaves the store marked as half restored. Rejects with BackupRefused, also where
 * a bot holds the store.
 */
export async function restore({
  store,
  file,
  originals,
  replace = false,
}: RestoreOptions): Promise<Restored> {
  if (await isHeld(store)) throw new BackupRefused("in-use");
  if (!replace) await refuseUnlessEmpty(store);
  const restored = await checkBackup(file);
  await store.commit({ puts: [{ key: RESTORE_MARK, value: restored.at }] });
  await expectStillFree(store);
  await clear(store);
  const { entries } = await readBackup(file);
  for await (const puts of chunks(entries)) await store.commit({ puts });
  await store.commit({ deletes: [RESTORE_MARK] });
  return { ...restored, originals: await copied(besideBackup(file), originals) };
}

/** A bot that starts holds the store before it looks for the mark: of both, one gives way. */
async function expectStillFree(store: Store): Promise<void> {
  if (!(await isHeld(store))) return;
  await store.commit({ deletes: [RESTORE_MARK] });
  throw new BackupRefused("in-use");
}

async function refuseUnlessEmpty(store: Store): Promise<void> {
  const all = await store.list({ ...keysUnder(""), limit: MOST_PASSING });
  const kept = all.some(({ key }) => !isPassing(key) && !staysHere(key)) || all.length === MOST_PASSING;
  if (kept) throw new BackupRefused((await isHalfRestored(store)) ? "half-restored" : "not-empty");
}

/** Reads a backup through: how much a whole one holds. Rejects with BackupRefused. */
export async function checkBackup(file: string): Promise<Omit<Restored, "originals">> {
  const { at, entries } = await readBackup(file);
  let count = 0;
  for await (const _ of entries) count += 1;
  return { at, entries: count };
}

/** All but the mark, and what is for this store alone. */
async function clear(store: Store): Promise<void> {
  const { from, to } = keysUnder("");
  for (let next = from; ; ) {
    const found = await store.list({ from: next, to, limit: CHUNK });
    const deletes = found.map(({ key }) => key).filter((key) => key !== RESTORE_MARK && !staysHere(key));
    await store.commit({ deletes });
    const last = found.at(-1);
    if (!last || found.length < CHUNK) return;
    next = `${last.key}\0`;
  }
}

async function* chunks(entries: AsyncIterable<Kept>): AsyncGenerator<readonly Kept[]> {
  let chunk: Kept[] = [];
  for await (const entry of entries) {
    chunk.push(entry);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
