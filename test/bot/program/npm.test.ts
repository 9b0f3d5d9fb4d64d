import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { bundleOf } from "#bot/bootstrap/bundle.mjs";

it("a bot that npm started stops when its shell was ended", async () => {
  const folder = await mkdtemp(join(tmpdir(), "bot766-npm-"));
  const bundle = await bundleOf("bot/main.ts");
  const shell = spawn("/bin/sh", ["-c", `"${process.execPath}" "${bundle}"; true`], {
    env: {
      PORT: "0",
      STORE_URL: `file:${join(folder, "bot766.db")}`,
      npm_lifecycle_event: "start",
    },
  });
  let said = "";
  const ready = new Promise<void>((resolve) => {
    shell.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("đã sẵn sàng")) resolve();
    });
  });
  // Of the shell itself "exit" would tell; its streams stay open as long as the bot has them.
  const closed = once(shell, "close");
  await ready;
  shell.kill("SIGTERM");
  await closed;
  expect(said).toContain("Bot 766 đã dừng");
  await rm(folder, { recursive: true });
});

it("a bot stops when whoever keeps it running lets go of the line", async () => {
  const folder = await mkdtemp(join(tmpdir(), "bot766-kept-"));
  const bundle = await bundleOf("bot/main.ts");
  const bot = spawn(process.execPath, [bundle ?? expect.fail("no bundle")], {
    env: { PORT: "0", STORE_URL: `file:${join(folder, "bot766.db")}` },
    stdio: ["ignore", "pipe", "ignore", "ipc"],
  });
  let said = "";
  bot.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = once(bot, "exit");
  await expect.poll(() => said, { timeout: 100_000 }).toContain("đã sẵn sàng");
  bot.disconnect();
  expect((await ended)[0]).toBe(0);
  await rm(folder, { recursive: true });
});
