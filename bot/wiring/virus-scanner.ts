import { spawn } from "node:child_process";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DocumentRefused } from "#services/documents/refused.ts";

export interface VirusScannerOptions {
  /** A program and its arguments; the file's path follows them. */
  readonly command: readonly string[];
  readonly log: { warn(facts: object, message: string): void };
  readonly limitMs?: number;
}

/** Scanners that load their lists anew each time take half a minute. */
const LIMIT_MS = 60_000;
/** What is received may name citizens. */
const OWNER_ONLY = 0o600;

export type VirusScanner = (bytes: Uint8Array) => Promise<void>;

/**
 * Hands what was received to a program before anything else looks into it: as a file whose path is the last argument,
 * and on its standard input. Exit 0 = clean. Anything else, a program that cannot be started and one that takes too long
 * included, rejects with DocumentRefused "not-clean". The file is deleted in any case.
 */
export function createVirusScanner({ command, log, limitMs = LIMIT_MS }: VirusScannerOptions): VirusScanner {
  return async (bytes) => {
    const folder = await mkdtemp(join(tmpdir(), "bot766-scan-"));
    try {
      const path = join(folder, "received");
      await writeFile(path, bytes, { mode: OWNER_ONLY });
      const outcome = await run(command, path, limitMs);
      if (outcome === CLEAN) return;
      log.warn({ outcome }, "The virus scanner did not pass a file");
      throw new DocumentRefused("not-clean");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** The scanner that a configuration asks for; undefined = it asks for none. */
export function openVirusScanner(
  command: readonly string[] | null,
  log: VirusScannerOptions["log"],
): VirusScanner | undefined {
  return command === null ? undefined : createVirusScanner({ command, log });
}

const CLEAN = "exit 0";

/** How the program ended: "exit 1", "SIGKILL", "ENOENT". */
async function run(
  [program = "", ...words]: readonly string[],
  path: string,
  limitMs: number,
): Promise<string> {
  const file = await open(path);
  try {
    return await new Promise<string>((resolve) => {
      const child = spawn(program, [...words, path], {
        stdio: [file.fd, "ignore", "ignore"],
        timeout: limitMs,
        killSignal: "SIGKILL",
      });
      child.once("error", (error) => resolve("code" in error ? String(error.code) : error.name));
      child.once("close", (code, signal) => resolve(signal ?? `exit ${code}`));
    });
  } finally {
    await file.close();
  }
}
