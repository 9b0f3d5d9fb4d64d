import type { BackupFault } from "#locales/words/backup.ts";

/** A backup cannot be made, or a file not restored; nothing of it was done, unless `half-restored`. */
export class BackupRefused extends Error {
  override readonly name = "BackupRefused";
  readonly code: BackupFault;
  constructor(code: BackupFault, options?: { cause?: unknown }) {
    super(code, options);
    this.code = code;
  }
}
