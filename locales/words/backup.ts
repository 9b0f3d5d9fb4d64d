import type { HelpOn } from "#locales/words/help.ts";
import type { BackupState } from "#services/backups/backup-book.ts";
import type { BackupTrouble } from "#services/backups/backup-trouble.ts";

/** What these words add to the catalog. */
export interface BackupCatalog {
  readonly backup: BackupWords;
}

/**
 * Why a backup was not made, or not restored. no-file: nothing can be read there. not-a-backup: another kind of file.
 * newer: written by a later version. damaged: cut short, or changed. not-empty: the store holds something.
 * half-restored: an earlier restore was broken off. cannot-write: there is no place for the file. in-use: a bot holds
 * the store.
 */
export type BackupFault =
  | "no-file"
  | "not-a-backup"
  | "newer"
  | "damaged"
  | "not-empty"
  | "half-restored"
  | "cannot-write"
  | "in-use";

/** What is said while the store is backed up and restored. */
export interface BackupWords {
  readonly commands: HelpOn<"saoluu">;
  /** One is made in a moment. */
  readonly asked: string;
  /** Where the last one is. */
  lies(file: string): string;
  readonly actions: { readonly now: string; readonly see: string };
  readonly restoreUsage: string;
  /** `originals`: papers as they were sent, in the folder `originals` beside the file. */
  done(facts: {
    readonly entries: number;
    readonly bytes: number;
    readonly file: string;
    readonly originals: number;
  }): string;
  /** `at`: when the backup was made, in `timeZone`. */
  restored(facts: {
    readonly entries: number;
    readonly at: Date;
    readonly timeZone: string;
    readonly originals: number;
  }): string;
  /** A line of the bot's state; `local`: a moment as ISO with the offset of the bot's time zone. */
  state(backup: BackupState, local: (moment: string) => string): string;
  /** To operators, once: backups fail. */
  failed(why: BackupTrouble): string;
  /** `file` as it was given; "" when there is none. */
  readonly refused: Readonly<Record<BackupFault, (file: string) => string>>;
}
