import { readFile } from "node:fs/promises";
import * as z from "zod";
import { EnvFileTrouble, replaceFile } from "#bot/setup/env-file.ts";
import type { SettingChanges } from "#bot/setup/env-text.ts";
import type { SetupStep } from "#services/setup-state.ts";

/** What each step's settings were before it was taken last, by step. */
export type Befores = Readonly<Partial<Record<SetupStep, SettingChanges>>>;

const Stored = z.record(z.string(), z.record(z.string(), z.string().nullable()));

/**
 * Keeps what the set-up can put back, through restarts: a file beside the settings, for its owner alone, because what
 * stood in them may be a token. Never in the store, which is backed up.
 */
export function createUndoFile(settingsPath: string) {
  const path = `${settingsPath}.previous`;
  return {
    /** One that is not there, or cannot be read, holds nothing. */
    async read(): Promise<Befores> {
      try {
        return Stored.parse(JSON.parse(await readFile(path, "utf8")));
      } catch {
        return {};
      }
    },

    /** Rejects with EnvFileTrouble. */
    write: (befores: Befores): Promise<void> =>
      replaceFile(path, JSON.stringify(befores)).catch((cause: unknown) => {
        throw new EnvFileTrouble("write", { cause });
      }),
  };
}
