import { figures } from "#locales/en/common.ts";
import { createNumber, fileSize } from "#locales/shared/figures.ts";
import type { BackupWords } from "#locales/words/backup.ts";
import type { BackupTrouble } from "#services/backups/backup-trouble.ts";

const TROUBLES: Readonly<Record<BackupTrouble, string>> = {
  "cannot-write": "nothing can be written to BACKUP_DIR. Check its permissions and the free space.",
  damaged: "the file just written does not read back whole. Check the disk or choose another folder.",
  "half-restored": "the store is only half restored. Restore it to the end.",
};

const number = createNumber("en");

export const backup: BackupWords = {
  commands: {
    saoluu: {
      purpose: "The last backup; one made now",
      usage: "[ngay]",
      examples: ["/saoluu", "/saoluu ngay"],
    },
  },
  asked: "The bot backs up within seconds. Type /saoluu to see the new backup.",
  lies: (file) => `File: ${file}`,
  actions: { now: "Back up now", see: "See the backup" },
  restoreUsage: "Usage: npm run -s restore -- FILE [--replace]",
  done: ({ entries, bytes, file, originals }) =>
    `Backed up ${number(entries)} entries (${fileSize(bytes, number)}) to ${file}${originals === 0 ? "" : `, and ${number(originals)} original papers to the folder originals beside it`}`,
  restored: ({ entries, at, timeZone, originals }) =>
    `Restored ${number(entries)} entries${originals === 0 ? "" : ` and ${number(originals)} original papers`}, as backed up on ${moment(at, timeZone)}. The bot can be started again.`,
  state({ plan, last, fault }, local) {
    if (plan === null) return "Scheduled backups: off (set BACKUP_DIR in .env)";
    const newest = last
      ? `newest ${figures.moment(local(last.at))}, ${number(last.entries)} entries, ${fileSize(last.bytes, number)}`
      : "none yet";
    const lead = fault
      ? `Scheduled backups FAILING since ${figures.moment(local(fault.since))}`
      : "Scheduled backups";
    return `${lead}: ${newest} · daily at ${plan.at}, ${number(plan.keep)} kept`;
  },
  failed: (why) =>
    `The scheduled backup failed: ${TROUBLES[why]} The bot tries again every hour and says no more; see /trangthai.`,
  refused: {
    "no-file": (file) => `${file} cannot be read. Check its name and permissions.`,
    "not-a-backup": (file) => `${file} is not a backup of Bot 766.`,
    newer: (file) =>
      `${file} was written by a newer version of the bot. Update the bot, then restore; nothing was changed.`,
    damaged: (file) => `${file} is damaged or cut short. Use another backup; nothing was changed.`,
    "not-empty": () =>
      "The store holds data, which was left as it is. To replace all of it, run the command again with --replace at its end.",
    "half-restored": () =>
      "An earlier restore was broken off, and the store lacks data. Restore again: npm run -s restore -- FILE --replace",
    "in-use": () =>
      "A bot is running on this store, so nothing was restored. Stop the bot and run the command again.",
    "cannot-write": (file) => `${file} cannot be written. Check permissions and free space.`,
  },
};

function moment(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en", { timeZone, dateStyle: "medium", timeStyle: "short" }).format(at);
}
