import { dirname, join } from "node:path";
import { BackupRefused } from "#bot/backup/backup-refused.ts";
import { copyOriginals } from "#services/originals/copy-originals.ts";

/** Where the papers of all backups of a folder are: each once, whichever backups name it. */
export const besideBackup = (file: string): string => join(dirname(file), "originals");

/** Copies papers as they were sent; answers how many are there then, 0 where no folder is named. Rejects with BackupRefused. */
export async function copied(from: string | undefined, to: string | undefined): Promise<number> {
  if (from === undefined || to === undefined) return 0;
  try {
    return await copyOriginals(from, to);
  } catch (cause) {
    throw new BackupRefused("cannot-write", { cause });
  }
}
