import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

const KEEPER = resolve(import.meta.dirname, "../../../bot/bootstrap/keep-running.mjs");
const LONG = { timeout: 120_000 };

let root: string;
let keeper: ChildProcess;

/** A bot that says each beginning and, once nobody holds the other end, its end. */
const BOT = `
console.log("begun", process.argv[2]);
process.once("disconnect", () => { console.log("ended by itself"); process.exit(0); });
`;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "bot766 giữ "));
  await mkdir(join(root, "bot/bootstrap"), { recursive: true });
  await mkdir(join(root, "data"), { recursive: true });
  await copyFile(KEEPER, join(root, "bot/bootstrap/keep-running.mjs"));
});
afterEach(async () => {
  if (keeper.exitCode === null) keeper.kill("SIGKILL");
  await rm(root, { recursive: true, force: true });
});

async function keep(bot: string): Promise<void> {
  await writeFile(join(root, "bot/bootstrap/run.mjs"), bot);
  keeper = spawn(process.execPath, [join(root, "bot/bootstrap/keep-running.mjs"), "10"], { stdio: "ignore" });
}

const log = () => readFile(join(root, "data/bot766.log"), "utf8").catch(() => "");

it("asks the bot to end once a file wishes it, and leaves none of its own", LONG, async () => {
  await keep(BOT);
  await expect.poll(log, LONG).toBe("begun bot/main.ts\n");
  expect(await readFile(join(root, "data/service.pid"), "utf8")).toBe(String(keeper.pid));
  await writeFile(join(root, "data/service.stop"), "");
  const [code] = await once(keeper, "exit");
  expect(code).toBe(0);
  expect(await log()).toBe("begun bot/main.ts\nended by itself\n");
  expect(existsSync(join(root, "data/service.pid"))).toBe(false);
});

it("asks the bot to end at a signal", LONG, async () => {
  await keep(BOT);
  await expect.poll(log, LONG).toContain("begun");
  keeper.kill("SIGTERM");
  await once(keeper, "exit");
  expect(await log()).toContain("ended by itself");
});

it("starts a bot that failed again, and writes into the same log", LONG, async () => {
  await keep(`console.log("begun"); console.error("a fault"); process.exit(1);`);
  await expect
    .poll(async () => (await log()).match(/begun\na fault\n/gu)?.length ?? 0, LONG)
    .toBeGreaterThan(1);
});

it("puts a long log aside", LONG, async () => {
  await writeFile(join(root, "data/bot766.log"), Buffer.alloc(11 * 1024 * 1024, "x"));
  await keep(BOT);
  await expect.poll(log, LONG).toBe("begun bot/main.ts\n");
  expect(existsSync(join(root, "data/bot766.log.1"))).toBe(true);
});
