import { type Kept, readBackup } from "#bot/ops/backup-file.ts";
import { BackupRefused } from "#bot/ops/backup-refused.ts";
import { isHalfRestored, RESTORE_MARK } from "#bot/ops/half-restored.ts";
import { keysUnder, type Store } from "#services/store/store.ts";

export interface RestoreOptions {
  /** Nobody else may be using it. */
  readonly store: Store;
  readonly file: string;
  /** What the store holds may go. */
  readonly replace?: boolean;
}

export interface Restored {
  readonly entries: number;
  /** When the backup was made. */
  readonly at: Date;
}

/** Entries written or deleted in one commit. */
const CHUNK = 200;

/**
 * Fills a store from a backup, whose every line is checked before anything is written. The store gives the entries
 * versions of its own. Broken off, it leaves the store marked as half restored. Rejects with BackupRefused.
 */
export async function restore({ store, file, replace = false }: RestoreOptions): Promise<Restored> {
  if (!replace) await refuseUnlessEmpty(store);
  const restored = await check(file);
  await store.commit({ puts: [{ key: RESTORE_MARK, value: restored.at }] });
  await clear(store);
  const { entries } = await readBackup(file);
  for await (const puts of chunks(entries)) await store.commit({ puts });
  await store.commit({ deletes: [RESTORE_MARK] });
  return restored;
}

async function refuseUnlessEmpty(store: Store): Promise<void> {
  const [first] = await store.list({ ...keysUnder(""), limit: 1 });
  if (first) throw new BackupRefused((await isHalfRestored(store)) ? "half-restored" : "not-empty");
}

async function check(file: string): Promise<Restored> {
  const { at, entries } = await readBackup(file);
  let count = 0;
  for await (const _ of entries) count += 1;
  return { at, entries: count };
}

async function clear(store: Store): Promise<void> {
  for (;;) {
    // One more than is deleted: the mark stays.
    const found = await store.list({ ...keysUnder(""), limit: CHUNK + 1 });
    const deletes = found.map(({ key }) => key).filter((key) => key !== RESTORE_MARK);
    if (deletes.length === 0) return;
    await store.commit({ deletes });
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
