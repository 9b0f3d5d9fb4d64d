import { type Config, ConfigInvalid, readConfig } from "#bot/config/config.ts";
import { createEnvFile, EnvFileTrouble, type Settings } from "#bot/setup/env-file.ts";
import type { SettingChanges } from "#bot/setup/env-text.ts";
import { environmentOf, machineEnvironment } from "#bot/setup/environment.ts";
import { settingsOf } from "#bot/setup/steps.ts";
import { type Befores, createUndoFile } from "#bot/setup/undo-file.ts";
import type { ConfigFault } from "#locales/words/config.ts";
import type { SetupTrouble } from "#locales/words/setup.ts";
import type { SetupStep } from "#services/setup-state.ts";

/** Why nothing was written. */
export type Unwritten =
  | { readonly trouble: Extract<SetupTrouble, "byMachine" | "unreadable" | "unwritable" | "quotes"> }
  | { readonly faults: readonly ConfigFault[] };

export type SetupSettings = Awaited<ReturnType<typeof openSettings>>;

/**
 * The settings file at `path` under the set-up's hands, beside the environment this program was started with. Rejects
 * with EnvFileTrouble.
 */
export async function openSettings(path: string, env: Settings) {
  const file = createEnvFile(path);
  const machine = machineEnvironment(env, await file.settings());
  const undo = createUndoFile(path);
  let last: { readonly text: string; readonly befores: Befores } | null = null;

  /** The configuration as it would be with these changes, or why it cannot be so. */
  async function preview(changes: SettingChanges): Promise<{ config: Config } | { unwritten: Unwritten }> {
    if (Object.keys(changes).some((name) => machine[name] !== undefined))
      return { unwritten: { trouble: "byMachine" } };
    if (Object.values(changes).some(cannotBeQuoted)) return { unwritten: { trouble: "quotes" } };
    try {
      const planned = { ...(await file.settings()), ...asGiven(changes) };
      return { config: readConfig(environmentOf(machine, planned)) };
    } catch (error) {
      return { unwritten: unwrittenFor(error) };
    }
  }

  /** Writes settings, and beside them what is to be put back from now on. */
  async function put(changes: SettingChanges, befores: Befores): Promise<Unwritten | null> {
    const planned = await preview(changes);
    if ("unwritten" in planned) return planned.unwritten;
    try {
      last = { text: await file.text(), befores: await undo.read() };
      await undo.write(befores);
      await file.change(changes);
      return null;
    } catch (error) {
      return unwrittenFor(error);
    }
  }

  return {
    preview,

    /** What a start would read now. Rejects with ConfigInvalid or EnvFileTrouble. */
    async config(): Promise<Config> {
      return readConfig(environmentOf(machine, await file.settings()));
    },

    /** Writes a step's settings where the bot could start with them; null = written. */
    async change(step: SetupStep, changes: SettingChanges): Promise<Unwritten | null> {
      const now = await file.settings().catch(() => ({}) as Settings);
      return put(changes, { ...(await undo.read()), [step]: namedIn(settingsOf[step], now) });
    },

    /** Puts a step's settings back as they were before it was taken last; what no step wrote goes. */
    async takeBack(step: SetupStep): Promise<Unwritten | null> {
      const { [step]: before = namedIn(settingsOf[step], {}), ...others } = await undo.read();
      return put(before, others);
    },

    /** The file as it was before the last change, which the bot could not start with. */
    async revert(): Promise<void> {
      if (last === null) return;
      await file.write(last.text);
      await undo.write(last.befores);
      last = null;
    },
  };
}

function namedIn(names: readonly string[], settings: Settings): SettingChanges {
  return Object.fromEntries(names.map((name) => [name, settings[name] ?? null]));
}

function asGiven(changes: SettingChanges): Settings {
  return Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value ?? undefined]));
}

function unwrittenFor(error: unknown): Unwritten {
  if (error instanceof ConfigInvalid) return { faults: error.faults };
  if (error instanceof EnvFileTrouble)
    return { trouble: error.during === "read" ? "unreadable" : "unwritable" };
  throw error;
}

function cannotBeQuoted(value: string | null | undefined): boolean {
  return value?.includes("'") === true && value.includes("`");
}
