import { parseArgs } from "node:util";
import { BackupRefused } from "#bot/backup/backup-refused.ts";
import { restore } from "#bot/backup/restore.ts";
import { readConfig } from "#bot/config/config.ts";
import { originalsFolder } from "#bot/config/originals-folder.ts";
import { explain } from "#bot/wiring/explain.ts";
import { catalogOf } from "#locales/catalogs.ts";
import { openStore } from "#services/store/open-store.ts";

const catalog = catalogOf(process.env.LOCALE);
const words = catalog.backup;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { replace: { type: "boolean" } },
});
const [file = ""] = positionals;

process.exitCode = await main().catch((error: unknown) => {
  const refusal = error instanceof BackupRefused ? words.refused[error.code](file) : explain(error, catalog);
  console.error(refusal ?? error);
  return 1;
});

/** Fills the configured store from a backup. */
async function main(): Promise<number> {
  if (file === "") {
    console.error(words.restoreUsage);
    return 1;
  }
  const config = readConfig(process.env);
  const store = await openStore(config.storeUrl);
  try {
    const restored = await restore({
      store,
      file,
      originals: originalsFolder(config.storeUrl),
      replace: values.replace === true,
    });
    console.log(words.restored({ ...restored, timeZone: config.timeZone }));
    return 0;
  } finally {
    await store.close();
  }
}
