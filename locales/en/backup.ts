import { createNumber, fileSize } from "#locales/shared/figures.ts";
import type { BackupWords } from "#locales/words/backup.ts";

const number = createNumber("en");

export const backup: BackupWords = {
  restoreUsage: "Usage: npm run -s restore -- FILE [--replace]",
  done: ({ entries, bytes, file }) =>
    `Backed up ${number(entries)} entries (${fileSize(bytes, number)}) to ${file}`,
  restored: ({ entries, at, timeZone }) =>
    `Restored ${number(entries)} entries, as backed up on ${moment(at, timeZone)}. The bot can be started again.`,
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
