import { join } from "node:path";
import { backUp } from "#bot/backup/back-up.ts";
import { BackupRefused } from "#bot/backup/backup-refused.ts";
import { checkBackup } from "#bot/backup/restore.ts";
import { keepNewest, scheduledName } from "#bot/backup/rotation.ts";
import type { BackupBook } from "#services/backups/backup-book.ts";
import type { BackupPlan } from "#services/backups/backup-plan.ts";
import type { BackupTrouble } from "#services/backups/backup-trouble.ts";
import type { Announce } from "#services/broadcasts/announce.ts";
import type { Store } from "#services/store/store.ts";

export interface ScheduledBackupOptions {
  readonly store: Store;
  readonly book: BackupBook;
  readonly plan: BackupPlan;
  /** Folder of papers as they were sent. */
  readonly originals?: string;
  readonly announce: Announce;
  readonly clock?: () => Date;
}

/**
 * One look at whether a backup is due: it is made, read back whole, and only then an older one is deleted. Operators
 * hear of a failure once, until one succeeds again. Rejects with StoreUnavailable.
 */
export function createScheduledBackup(options: ScheduledBackupOptions): () => Promise<void> {
  const { store, originals, book, plan, announce, clock = () => new Date() } = options;

  async function make(): Promise<void> {
    const at = clock();
    const file = join(plan.folder, scheduledName(at));
    const { entries, bytes } = await backUp({ store, originals, file, clock: () => at });
    await checkBackup(file);
    await book.made({ at: at.toISOString(), file, entries, bytes });
    await keepNewest(plan.folder, plan.keep);
  }

  return async () => {
    if (!(await book.claim())) return;
    try {
      await make();
    } catch (error) {
      if (!(error instanceof BackupRefused)) throw error;
      const why = troubleOf(error);
      await announce({ notice: "backup-failed", facts: { why } }, await book.failed(why));
    }
  };
}

/** A file just written that is not there, or is something else, is damaged. */
function troubleOf({ code }: BackupRefused): BackupTrouble {
  return code === "cannot-write" || code === "half-restored" ? code : "damaged";
}
