import { readConfig } from "#bot/config/config.ts";
import { createApp } from "#bot/wiring/app.ts";
import { explain } from "#bot/wiring/explain.ts";
import { createLog } from "#bot/wiring/log.ts";
import { openStores, SAMPLE_HOME } from "#bot/wiring/open-stores.ts";
import { createSecrets, secretsOf } from "#bot/wiring/secrets.ts";
import { portalLines } from "#commands/parts/portal-lines.ts";
import { catalogOf } from "#locales/catalogs.ts";
import { lines } from "#services/reply/text.ts";

const words = catalogOf(process.env.LOCALE);

process.exitCode = await main().catch((error: unknown) => {
  console.error(explain(error, words) ?? error);
  return 1;
});

/** Says what the national portal would be asked today. Asks and changes nothing. */
async function main(): Promise<number> {
  if (process.argv.slice(2).join(" ") !== "plan") {
    console.error(words.portal.cliUsage);
    return 1;
  }
  const config = readConfig(process.env);
  const { store, real, sample } = await openStores(config);
  const homeScope = config.homeScope ?? (sample ? SAMPLE_HOME : null);
  const secrets = createSecrets(secretsOf(config));
  const log = createLog(process.env.LOG_LEVEL ? config.logLevel : "error", { secrets });
  const app = await createApp({ ...config, store, real, homeScope, log });
  try {
    const { services } = app;
    console.log(lines(...portalLines(await services.portal.status(), services, words)).text);
    return 0;
  } finally {
    await app.close();
    await store.close();
  }
}
