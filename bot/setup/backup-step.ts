import { randomBytes } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Outcome, refused, type SetupCatalogs, written } from "#bot/setup/outcome.ts";
import type { SetupSettings } from "#bot/setup/settings.ts";

export interface BackupFields {
  readonly folder?: string | undefined;
  /** "02:30" */
  readonly at?: string | undefined;
  readonly keep?: string | undefined;
}

/** Where and when the bot backs itself up; the folder is made, and something is written there to see that it can be. */
export async function setBackup(
  { folder = "", at = "", keep = "" }: BackupFields,
  settings: Pick<SetupSettings, "change" | "preview">,
  t: SetupCatalogs,
): Promise<Outcome> {
  const { backup } = t.setup;
  const place = folder.trim();
  if (place === "") return refused(backup.noFolder);
  const changes = { BACKUP_DIR: place, BACKUP_AT: at.trim() || null, BACKUP_KEEP: keep.trim() || null };
  const planned = await settings.preview(changes);
  if ("unwritten" in planned) return written(planned.unwritten, [], t);
  if (!(await canWriteTo(place))) return refused(backup.unwritable);
  return written(await settings.change("backup", changes), [backup.works], t);
}

async function canWriteTo(folder: string): Promise<boolean> {
  const trial = join(folder, `.bot766-${randomBytes(6).toString("hex")}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(trial, "");
    await rm(trial);
    return true;
  } catch {
    return false;
  }
}
