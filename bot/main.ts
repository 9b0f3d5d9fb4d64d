import type { Logger } from "pino";
import { type Config, lookalikes, readConfig } from "#bot/config/config.ts";
import { openSettings } from "#bot/setup/settings.ts";
import { createSetup, type Setup } from "#bot/setup/setup.ts";
import { endOnFaults } from "#bot/wiring/end-on-faults.ts";
import { explain } from "#bot/wiring/explain.ts";
import { createLog } from "#bot/wiring/log.ts";
import { onceParentEnds } from "#bot/wiring/once-parent-ends.ts";
import { createRestarts } from "#bot/wiring/restarts.ts";
import { secretsOf } from "#bot/wiring/secrets.ts";
import { type RunningBot, startBot } from "#bot/wiring/start-bot.ts";
import { catalogOf } from "#locales/catalogs.ts";

const words = catalogOf(process.env.LOCALE);

await main().catch((error: unknown) => {
  console.error(explain(error, words) ?? error);
  process.exit(1);
});

/** Runs the bot until a signal, through every restart that its set-up asks for. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const doubt = lookalikes(process.env, words.config);
  if (doubt !== null) console.warn(doubt);
  let log = openLog(config);
  endOnFaults({ fatal: (facts, message) => log.fatal(facts, message) });
  const envFile = process.env.ENV_FILE;
  const settings = envFile === undefined ? null : await openSettings(envFile, process.env);
  const setup: Setup | null =
    settings && createSetup({ settings, language: config.locale, t: words, restart: () => restart() });

  const start = (given: Config): Promise<RunningBot> =>
    startBot({ config: given, log, setup, warn: (warning) => console.warn(words.run.storeWarning(warning)) });
  const first = await start(config);
  const restarts = createRestarts<RunningBot, Config>(first, {
    next: async () => (settings ? settings.config() : config),
    start(given, before) {
      log = openLog(given);
      return start(given.port === 0 ? { ...given, port: before.port } : given);
    },
    async revert(err) {
      log.error({ err }, "the bot did not start with its new settings: they are put back");
      setup?.failed(explain(err, words));
      await settings?.revert();
    },
    opened: report,
  });

  function report({ house, facts }: RunningBot): void {
    setup?.open(house);
    console.log(words.run.ready(facts));
  }

  function restart(): void {
    restarts.again().catch((err: unknown) => end(log, err, "the bot did not start again"));
  }

  const stopOrEnd = (): void => {
    restarts
      .stop()
      .then(() => console.log(words.run.stopped))
      .catch((err: unknown) => end(log, err, "the bot did not stop cleanly"));
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stopOrEnd);
  // npm hands SIGTERM to its shell alone, which ends without handing it on.
  if (process.env.npm_lifecycle_event !== undefined) onceParentEnds(stopOrEnd);
  report(first);
}

function openLog(config: Config): Logger {
  return createLog(config.logLevel, { secrets: secretsOf(config) });
}

function end(log: Logger, err: unknown, message: string): void {
  log.error({ err }, message);
  process.exit(1);
}
