import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { restore } from "#bot/backup/restore.ts";
import { createBackupBook } from "#services/backups/backup-book.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { disagreements } from "#test/support/ledger-agreement.ts";

export interface BackupsReport {
  readonly made: number;
  /** Where the ledger of a restored one contradicts itself, a line each. */
  readonly faults: readonly string[];
}

const EVERY_MS = 60_000;
const TIME_ZONE = "Asia/Ho_Chi_Minh";

/** Has a running bot back itself up each minute; at the end every backup is restored, and its ledger gone through. */
export async function askForBackups(store: Store) {
  const folder = await mkdtemp(join(tmpdir(), "bot766-soak-backups-"));
  const plan = { folder, at: "02:00", keep: 10_000 };
  const book = createBackupBook({ store, plan, timeZone: TIME_ZONE, clock: () => new Date() });
  const asking = setInterval(() => void book.ask(), EVERY_MS);

  return {
    env: { BACKUP_DIR: folder, BACKUP_AT: plan.at, BACKUP_KEEP: "1000" },

    /** Once the bot has ended. */
    async report(): Promise<BackupsReport> {
      clearInterval(asking);
      const names = await readdir(folder);
      const faults: string[] = [];
      for (const name of names) {
        const restored = await openStore("file::memory:");
        await restore({ store: restored, file: join(folder, name) });
        faults.push(...(await disagreements(restored)).map((fault) => `${name}: ${fault}`));
        await restored.close();
      }
      await rm(folder, { recursive: true });
      return { made: names.length, faults };
    },
  };
}
