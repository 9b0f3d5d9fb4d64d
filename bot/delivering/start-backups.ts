import { createScheduledBackup, type ScheduledBackupOptions } from "#bot/backup/scheduled-backup.ts";
import { type HeartbeatOptions, startHeartbeat } from "#bot/delivering/heartbeat.ts";

export interface StartBackupsOptions extends ScheduledBackupOptions {
  readonly log: HeartbeatOptions["log"];
}

/** A person who asks for a backup waits so long at most before it is begun. */
const LOOK_EVERY_MS = 10_000;

/** Backs the store up each day at its time, or as soon as the bot runs again, until stopped. */
export function startBackups({ log, ...options }: StartBackupsOptions) {
  const beat = createScheduledBackup(options);
  const loop = startHeartbeat({ beat, everyMs: LOOK_EVERY_MS, log, about: "backups" });
  void loop.now();
  return { stop: loop.stop };
}
