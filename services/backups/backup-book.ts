import * as z from "zod";
import type { BackupPlan } from "#services/backups/backup-plan.ts";
import { BackupTrouble } from "#services/backups/backup-trouble.ts";
import { addDays, localDate, momentAt } from "#services/periods/calendar.ts";
import { createCollection, type Item } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

export interface BackupBookOptions {
  readonly store: Store;
  readonly plan: BackupPlan | null;
  readonly timeZone: string;
  readonly clock: () => Date;
}

const Made = z.object({ at: z.iso.datetime(), file: z.string(), entries: z.number(), bytes: z.number() });

const StoredBook = z.object({
  /** The next attempt, whoever makes it, is not before this moment. */
  notBefore: z.iso.datetime(),
  /** The last backup that was made and read back. */
  last: Made.nullable(),
  /** What is amiss, and since when; null = the last attempt succeeded. */
  fault: z.object({ since: z.iso.datetime(), why: BackupTrouble }).nullable(),
  /** A person wants one now. */
  asked: z.boolean().default(false),
});

/** A backup as it was made: when, where, and how much (entries, bytes). */
export type MadeBackup = z.infer<typeof Made>;
export type BackupState = Pick<z.infer<typeof StoredBook>, "last" | "fault"> & {
  /** null = no backups are made by themselves. */
  readonly plan: BackupPlan | null;
};

/** An attempt that failed, or whose process ended, is made again after so long. */
const RETRY_MS = 3600_000;
const ONLY = "only";

export type BackupBook = ReturnType<typeof createBackupBook>;

/** What is known of the backups that are made by themselves. */
export function createBackupBook({ store, plan, timeZone, clock }: BackupBookOptions) {
  const book = createCollection({ store, prefix: "backups", version: 1, schema: StoredBook });

  function isDue(seen: Item<z.infer<typeof StoredBook>> | null, { at }: BackupPlan): boolean {
    const now = clock();
    if (seen && now < new Date(seen.value.notBefore)) return false;
    const last = seen?.value.last;
    return !last || seen.value.asked || new Date(last.at) < latestOccurrence(at, timeZone, now);
  }

  return {
    /** Where backups are due, the caller alone is to make one now; of several processes one hears true. */
    async claim(): Promise<boolean> {
      const seen = await book.get(ONLY);
      if (plan === null || !isDue(seen, plan)) return false;
      const { last, fault } = seen?.value ?? { last: null, fault: null };
      const notBefore = new Date(clock().getTime() + RETRY_MS).toISOString();
      const claimed = await store.commit({
        checks: [book.check(ONLY, seen)],
        puts: [book.put(ONLY, { notBefore, last, fault, asked: false })],
      });
      return claimed.committed;
    },

    /** One is due at once, whenever the last was made. False = no backups are made by themselves. */
    async ask(): Promise<boolean> {
      if (plan === null) return false;
      const notBefore = clock().toISOString();
      await book.update(ONLY, (before) => ({
        last: before?.last ?? null,
        fault: before?.fault ?? null,
        notBefore,
        asked: true,
      }));
      return true;
    },

    async made(last: MadeBackup): Promise<void> {
      await book.update(ONLY, (before) => ({
        notBefore: last.at,
        last,
        fault: null,
        asked: before?.asked ?? false,
      }));
    },

    /** Answers since when backups have failed. */
    async failed(why: BackupTrouble): Promise<string> {
      const now = clock().toISOString();
      const { value } = await book.update(ONLY, (before) => ({
        notBefore: before?.notBefore ?? now,
        last: before?.last ?? null,
        fault: { since: before?.fault?.since ?? now, why },
        asked: before?.asked ?? false,
      }));
      return value.fault?.since ?? now;
    },

    async state(): Promise<BackupState> {
      const { last, fault } = (await book.get(ONLY))?.value ?? { last: null, fault: null };
      return { plan, last, fault };
    },
  };
}

/** When a daily time ("02:30") last came. */
function latestOccurrence(time: string, timeZone: string, now: Date): Date {
  const today = localDate(now, timeZone);
  const todays = momentAt(today, time, timeZone);
  return todays <= now ? todays : momentAt(addDays(today, -1), time, timeZone);
}
