import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#test/support/free-port.ts";
import { type BenchLine, median, within } from "./bench-line.ts";
import { residentKb } from "./resident-memory.ts";
import { startArguments } from "./start-command.ts";

const RUNS = 9;
const POLL_MS = 5;
const GIVE_UP_MS = 30_000;
/** After this the start's garbage is gone and nothing was drawn yet. */
const SETTLE_MS = 1_000;
const MORE_THAN_NODE_MS = 700;
const RESIDENT_MB = 120;

/** From `npm start`'s own command to an answering /readyz with sample data, and what it then holds in memory. */
export async function benchStartUp(): Promise<readonly BenchLine[]> {
  await startBot();
  const starts: Awaited<ReturnType<typeof startBot>>[] = [];
  const bare: number[] = [];
  // In turn, so that both meet the same machine.
  for (let run = 0; run < RUNS; run += 1) {
    starts.push(await startBot());
    bare.push(await startNode());
  }
  const ours = median(starts.map(({ readyMs }) => readyMs));
  const peer = median(bare);
  return [
    {
      name: "start to ready, SQLite, against node -e 0",
      ours,
      peer,
      unit: "ms",
      ratio: ours / peer,
      aim: `≤ ${MORE_THAN_NODE_MS} ms more`,
      met: ours - peer <= MORE_THAN_NODE_MS,
    },
    within(RESIDENT_MB, {
      name: "resident memory before the first picture",
      ours: median(starts.map(({ residentMb }) => residentMb)),
      unit: "MB",
    }),
  ];
}

async function startBot(): Promise<{ readyMs: number; residentMb: number }> {
  const folder = await mkdtemp(join(tmpdir(), "bot766-bench-"));
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    HOST: "127.0.0.1",
    PORT: String(port),
    STORE_URL: `file:${join(folder, "bench.db")}`,
    LOG_LEVEL: "silent",
    SAMPLE_DATA: "auto",
    TELEGRAM_BOT_TOKEN: "",
    ZALO_BOT_TOKEN: "",
  };
  const started = performance.now();
  const bot = spawn(process.execPath, startArguments(), { env, stdio: "ignore" });
  try {
    await untilReady(bot, `http://127.0.0.1:${port}/readyz`);
    const readyMs = performance.now() - started;
    await sleep(SETTLE_MS);
    return { readyMs, residentMb: (await residentKb(bot.pid ?? 0)) / 1024 };
  } finally {
    if (bot.exitCode === null && bot.kill("SIGTERM")) await once(bot, "exit");
    await rm(folder, { recursive: true });
  }
}

async function startNode(): Promise<number> {
  const started = performance.now();
  await once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }), "exit");
  return performance.now() - started;
}

async function untilReady(bot: ChildProcess, url: string): Promise<void> {
  const deadline = performance.now() + GIVE_UP_MS;
  while (performance.now() < deadline) {
    if (bot.exitCode !== null) throw new Error(`the bot ended with ${bot.exitCode} before it was ready`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await sleep(POLL_MS);
  }
  throw new Error(`the bot was not ready after ${GIVE_UP_MS} ms`);
}
