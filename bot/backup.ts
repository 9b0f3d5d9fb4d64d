import { backUp } from "#bot/backup/back-up.ts";
import { BackupRefused } from "#bot/backup/backup-refused.ts";
import { timestamp } from "#bot/backup/rotation.ts";
import { readConfig } from "#bot/config/config.ts";
import { originalsFolder } from "#bot/config/originals-folder.ts";
import { explain } from "#bot/wiring/explain.ts";
import { catalogOf } from "#locales/catalogs.ts";
import { openStore } from "#services/store/open-store.ts";

const catalog = catalogOf(process.env.LOCALE);
const words = catalog.backup;
const file = process.argv[2] ?? `data/backups/bot766-${timestamp(new Date())}.jsonl.gz`;

process.exitCode = await main().catch((error: unknown) => {
  const refusal = error instanceof BackupRefused ? words.refused[error.code](file) : explain(error, catalog);
  console.error(refusal ?? error);
  return 1;
});

/** Writes the configured store into a file. */
async function main(): Promise<number> {
  const config = readConfig(process.env);
  const store = await openStore(config.storeUrl);
  try {
    console.log(
      words.done({ ...(await backUp({ store, file, originals: originalsFolder(config.storeUrl) })), file }),
    );
    return 0;
  } finally {
    await store.close();
  }
}
