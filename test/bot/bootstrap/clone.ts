import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";

export const projectRoot = resolve(import.meta.dirname, "../../..");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** SIGTERM is sent once this was printed. */
  readonly stopWhen?: string;
  /** Folders programs are sought in after the clone's own `path/`. */
  readonly path?: readonly string[];
}

/** A clone in a temporary folder: the bootstrap's files, and a lockfile that wants tsx alone. */
export async function makeClone(): Promise<string> {
  const clone = await mkdtemp(join(tmpdir(), "bot766-clone-"));
  for (const part of ["bot/bootstrap", "locales/bootstrap.mjs"]) {
    await cp(join(projectRoot, part), join(clone, part), { recursive: true });
  }
  await writeIn(clone, "package.json", `{ "type": "module" }`);
  await writeLock(clone, { "node_modules/tsx": { version: "1.0.0" } });
  await mkdir(join(clone, "path"));
  return clone;
}

export async function writeIn(clone: string, file: string, content: string, mode = 0o644): Promise<void> {
  await mkdir(dirname(join(clone, file)), { recursive: true });
  await writeFile(join(clone, file), content, { mode });
}

export function writeLock(
  clone: string,
  packages: Readonly<Record<string, { readonly version: string; readonly dev?: boolean }>>,
): Promise<void> {
  return writeIn(clone, "package-lock.json", JSON.stringify({ packages: { "": {}, ...packages } }));
}

/** Lines of a file in the clone; none when it is not there. */
export async function linesOf(clone: string, file: string): Promise<readonly string[]> {
  const text = await readFile(join(clone, file), "utf8").catch(() => "");
  return text.split("\n").filter((line) => line !== "");
}

/** Runs one of the bootstrap's scripts in the clone to its end. */
export function runIn(
  clone: string,
  script: string,
  args: readonly string[],
  { env = {}, stdin = "", stopWhen, path = ["/usr/bin", "/bin"] }: RunOptions = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(clone, "bot/bootstrap", script), ...args], {
    cwd: clone,
    env: { PATH: [join(clone, "path"), ...path].join(delimiter), ...env },
  });
  child.stdin.end(stdin);
  return new Promise((done, reject) => {
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (stopWhen !== undefined && text.includes(stopWhen)) child.kill("SIGTERM");
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.once("error", reject);
    child.once("close", (code) => done({ code, stdout, stderr }));
  });
}
