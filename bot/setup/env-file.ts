import { randomBytes } from "node:crypto";
import { open, readFile, realpath, rename, rm } from "node:fs/promises";
import { parseEnv } from "node:util";
import { settingsText } from "#bot/bootstrap/env-text.mjs";
import { type SettingChanges, withSettings } from "#bot/setup/env-text.ts";

/** The settings file is no text, or cannot be read or written; `cause` says why. */
export class EnvFileTrouble extends Error {
  override readonly name = "EnvFileTrouble";
  readonly during: "read" | "write";
  constructor(during: "read" | "write", options?: { cause: unknown }) {
    super(`the settings file could not be ${during === "read" ? "read" : "written"}`, options);
    this.during = during;
  }
}

export type Settings = Readonly<Record<string, string | undefined>>;

/** It holds tokens: nobody but its owner reads it. */
const OWNER_ONLY = 0o600;

/** The settings file at `path`, which need not exist yet. Every call may reject with EnvFileTrouble. */
export function createEnvFile(path: string) {
  /** As plain UTF-8, which is also what is written back; empty where there is no file. */
  async function text(): Promise<string> {
    const bytes = await readFile(path).catch((cause: unknown) => {
      if (codeOf(cause) === "ENOENT") return Buffer.alloc(0);
      throw new EnvFileTrouble("read", { cause });
    });
    const read = settingsText(bytes);
    if (read === null) throw new EnvFileTrouble("read");
    return read;
  }

  return {
    path,
    text,
    async settings(): Promise<Settings> {
      return parseEnv(await text());
    },

    /** Puts a whole text in its place. */
    write: (whole: string): Promise<void> =>
      replaceFile(path, whole).catch((cause: unknown) => {
        throw new EnvFileTrouble("write", { cause });
      }),

    async change(changes: SettingChanges): Promise<void> {
      await this.write(withSettings(await text(), changes));
    },
  };
}

/** Written beside its place and moved there whole; where the place is a link, to what it points at. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const place = await realpath(path).catch(() => path);
  const draft = `${place}.${randomBytes(6).toString("hex")}`;
  try {
    const file = await open(draft, "wx", OWNER_ONLY);
    await file
      .writeFile(text)
      .then(() => file.sync())
      .finally(() => file.close());
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
