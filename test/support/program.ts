import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { bundleOf } from "#bot/bootstrap/bundle.mjs";

export type Env = Readonly<Record<string, string>>;

/** How a program ended; `code` is null when a signal ended it. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** From the start, or from the request to stop, in ms. */
  readonly ms: number;
}

export interface Program {
  /** Where the web chat is, as printed; null = none. */
  readonly address: string | null;
  stdout(): string;
  stderr(): string;
  /** Waits until standard error matches. */
  untilLogged(pattern: RegExp): Promise<void>;
  /** Sends SIGTERM and waits for the end. */
  stop(): Promise<Ended>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<Ended>;
}

const READY = /^Bot 766 đã sẵn sàng.*$/mu;
const READY_MS = 100_000;
const LOOK_MS = 10;

/**
 * The real bot as a process of its own, ready to answer. Nothing of this environment reaches it but PATH; it gets a
 * free port and an empty store unless `env` says otherwise.
 */
export async function startProgram(env: Env = {}): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), "bot766-program-"));
  const run = await launch("bot/main.ts", [], { STORE_URL: storeUrl(folder), PORT: "0", ...env });
  await until(() => READY.test(run.stdout()) || run.child.exitCode !== null, READY_MS);
  if (run.child.exitCode !== null) throw new Error(`the bot did not start:\n${run.stderr()}`);

  const end = async (signal: "SIGTERM" | "SIGKILL"): Promise<Ended> => {
    const asked = performance.now();
    if (run.child.exitCode === null) run.child.kill(signal);
    const ended = await run.ended;
    await rm(folder, { recursive: true, force: true });
    return { ...ended, ms: performance.now() - asked };
  };

  return {
    address: /https?:\/\/\S+/u.exec(run.stdout())?.[0] ?? null,
    stdout: run.stdout,
    stderr: run.stderr,
    untilLogged: (pattern) => until(() => pattern.test(run.stderr()), READY_MS),
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

/** The bot in an environment in which it cannot start: run to its end. */
export function runProgram(env: Env): Promise<Ended> {
  return runToEnd("bot/main.ts", [], { PORT: "0", ...env });
}

/** `ask` with these arguments, over an empty store unless `env` names one. */
export function runAsk(
  args: readonly string[],
  { stdin = "", env = {} }: { readonly stdin?: string; readonly env?: Env } = {},
): Promise<Ended> {
  return runToEnd("bot/ask.ts", args, env, stdin);
}

/** Another entry point run to its end, over an empty store unless `env` names one. */
export function runEntry(
  entry: "bot/backup.ts" | "bot/import.ts" | "bot/restore.ts" | "bot/portal.ts" | "bot/zalo.ts",
  args: readonly string[],
  env: Env,
): Promise<Ended> {
  return runToEnd(entry, args, env);
}

async function runToEnd(entry: string, args: readonly string[], env: Env, stdin = ""): Promise<Ended> {
  const folder = await mkdtemp(join(tmpdir(), "bot766-program-"));
  try {
    const run = await launch(entry, args, { STORE_URL: storeUrl(folder), ...env });
    run.child.stdin?.end(stdin);
    return await run.ended;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  stdout(): string;
  stderr(): string;
}

/** From the bundle, as `npm start` runs it; from its sources where no bundle can be made. */
async function launch(entry: string, args: readonly string[], env: Env): Promise<Run> {
  const bundle = await bundleOf(entry);
  const program = bundle ? ["--enable-source-maps", bundle] : ["--import", "tsx", entry];
  const started = performance.now();
  const child = spawn(process.execPath, [...program, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: "pipe",
  });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
    });
  }
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const ended = once(child, "close").then(([code]): Ended => {
    process.off("exit", kill);
    return { code, ...said, ms: performance.now() - started };
  });
  return { child, ended, stdout: () => said.stdout, stderr: () => said.stderr };
}

function storeUrl(folder: string): string {
  return `file:${join(folder, "bot766.db")}`;
}

async function until(look: () => boolean, ms: number): Promise<void> {
  for (const deadline = Date.now() + ms; !look(); await pause(LOOK_MS)) {
    if (Date.now() > deadline) throw new Error(`still not: ${look.toString()}`);
  }
}
