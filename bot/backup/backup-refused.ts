import type { BackupFault } from "#locales/words/backup.ts";
import type { Store } from "#services/store/store.ts";

/** A backup cannot be made, or a file not restored; nothing of it was done, unless `half-restored`. */
export class BackupRefused extends Error {
  override readonly name = "BackupRefused";
  readonly code: BackupFault;
  constructor(code: BackupFault, options?: { cause?: unknown }) {
    super(code, options);
    this.code = code;
  }
}

/** There while a restore is under way; left behind by one that was broken off. */
export const RESTORE_MARK = "restore-under-way";

/** Whether what is in the store is only a part of what it should be. */
export async function isHalfRestored(store: Pick<Store, "get">): Promise<boolean> {
  return (await store.get(RESTORE_MARK)) !== null;
}
