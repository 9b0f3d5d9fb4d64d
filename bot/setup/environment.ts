import type { Settings } from "#bot/setup/env-file.ts";

/** What the machine itself has set, without what came from the settings file: there, both say the same. */
export function machineEnvironment(env: Settings, inFile: Settings): Settings {
  return Object.fromEntries(
    Object.entries(env).filter(([name, value]) => value !== undefined && value !== inFile[name]),
  );
}

/** The environment as a start would find it: the machine's own settings count for more than the file's. */
export function environmentOf(machine: Settings, inFile: Settings): Settings {
  return { ...inFile, ...machine, ENV_FILE_NAMES: Object.keys(inFile).join(" ") };
}
