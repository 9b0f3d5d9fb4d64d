import { execFile } from "node:child_process";

export interface Ran {
  /** null = there is no such program. */
  readonly code: number | null;
  readonly stdout: string;
  /** What it said, of both, for a person to read. */
  readonly said: string;
}

export type RunCommand = (program: string, args: readonly string[]) => Promise<Ran>;

const LONGEST_MS = 60_000;

/** Runs a program of the system's, found on the path, without a shell. Never rejects. */
export const runCommand: RunCommand = (program, args) =>
  new Promise((resolve) => {
    const options = { timeout: LONGEST_MS, windowsHide: true, encoding: "utf8" as const };
    execFile(program, [...args], options, (error, stdout, stderr) => {
      const said = `${stdout}${stderr}`.trim();
      if (!error) return resolve({ code: 0, stdout, said });
      if (error.code === "ENOENT") return resolve({ code: null, stdout: "", said: program });
      resolve({ code: typeof error.code === "number" ? error.code : 1, stdout, said });
    });
  });
