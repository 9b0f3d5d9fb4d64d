import type { Logger } from "pino";
import { type Config, lookalikes, readConfig } from "#bot/config/config.ts";
import type { Settings } from "#bot/setup/env-file.ts";
import { openSettings } from "#bot/setup/settings.ts";
import { createSetup, type Setup } from "#bot/setup/setup.ts";
import { endOnFaults } from "#bot/wiring/end-on-faults.ts";
import { explain } from "#bot/wiring/explain.ts";
import { createLog } from "#bot/wiring/log.ts";
import { createRestarts } from "#bot/wiring/restarts.ts";
import { createSecrets, secretsOf } from "#bot/wiring/secrets.ts";
import { type RunningBot, startBot } from "#bot/wiring/start-bot.ts";
import type { Catalog } from "#locales/catalog.ts";

export interface RunProgramOptions {
  /** As the program was started; ENV_FILE is where settings are written, without it there is no set-up. */
  readonly env: Settings;
  readonly words: Catalog;
  /** A line for whoever started it. */
  readonly say: (line: string) => void;
  readonly warn: (line: string) => void;
  /** How to stop it, told before it says that it is ready: whoever reads that may stop it at once. */
  readonly whenStoppable?: (stop: () => Promise<void>) => void;
  /** It cannot go on, and its log says why. */
  readonly end: () => void;
}

export interface RunningProgram {
  /** null = it was started without a place for settings. */
  readonly setup: Setup | null;
  stop(): Promise<void>;
}

/** Runs the bot, through every restart that its set-up asks for. Rejects with what keeps it from starting at first. */
export async function runProgram(options: RunProgramOptions): Promise<RunningProgram> {
  const { env, words, say, warn, end, whenStoppable } = options;
  const config = readConfig(env);
  const doubt = lookalikes(env, words.config);
  if (doubt !== null) warn(doubt);
  const secrets = createSecrets();
  let log = openLog(config);
  endOnFaults({ fatal: (facts, message) => log.fatal(facts, message) });
  const settings = env.ENV_FILE === undefined ? null : await openSettings(env.ENV_FILE, env);
  const setup: Setup | null =
    settings && createSetup({ settings, language: config.locale, t: words, restart: () => restart() });

  const start = (given: Config): Promise<RunningBot> =>
    startBot({
      config: given,
      log,
      secrets,
      setup,
      warn: (warning) => warn(words.run.storeWarning(warning)),
    });
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

  function openLog(given: Config): Logger {
    secrets.learn(secretsOf(given));
    return createLog(given.logLevel, { secrets });
  }

  function report({ house, facts }: RunningBot): void {
    setup?.open(house);
    say(words.run.ready(facts));
  }

  function restart(): void {
    restarts.again().catch((err: unknown) => {
      log.error({ err }, "the bot did not start again");
      end();
    });
  }

  async function stop(): Promise<void> {
    await restarts.stop().catch((err: unknown) => {
      log.error({ err }, "the bot did not stop cleanly");
      end();
    });
    say(words.run.stopped);
  }

  whenStoppable?.(stop);
  report(first);
  return { setup, stop };
}
