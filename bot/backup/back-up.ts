import { stat } from "node:fs/promises";
import { type Kept, writeBackup } from "#bot/backup/backup-file.ts";
import { BackupRefused } from "#bot/backup/backup-refused.ts";
import { isHalfRestored } from "#bot/backup/half-restored.ts";
import { snapshot } from "#bot/backup/snapshot.ts";
import { isPassing } from "#services/store/passing.ts";
import type { Store } from "#services/store/store.ts";

export interface BackUpOptions {
  readonly store: Store;
  /** Replaced when it exists, once the new one is whole. */
  readonly file: string;
  readonly clock?: () => Date;
}

export interface BackedUp {
  readonly entries: number;
  readonly bytes: number;
}

/** Writes all of a store, as it stands at one moment, into a file; others may go on using it. Rejects with BackupRefused. */
export async function backUp({ store, file, clock = () => new Date() }: BackUpOptions): Promise<BackedUp> {
  if (await isHalfRestored(store)) throw new BackupRefused("half-restored");
  const entries = await snapshot(store, (found) => writeBackup(file, lasting(found), clock()));
  return { entries, bytes: (await stat(file)).size };
}

async function* lasting(entries: AsyncIterable<Kept>): AsyncGenerator<Kept> {
  for await (const entry of entries) if (!isPassing(entry.key)) yield entry;
}
