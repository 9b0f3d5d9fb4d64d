import { afterEach, describe, expect, it } from "vitest";
import { ChannelRefused } from "#bot/channels/errors.ts";
import { createMapMemory } from "#bot/channels/memory.ts";
import { createTelegramChannel } from "#bot/channels/telegram/telegram.ts";
import type { ChatId } from "#services/ids.ts";
import { type Harness, openTelegram, words } from "#test/bot/channels/telegram/harness.ts";
import { startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import { serverError } from "#test/support/fake-telegram/faults.ts";
import { freePort } from "#test/support/free-port.ts";
import { createLog } from "#test/support/log.ts";

const AWAY = "Telegram cannot be reached; everything else goes on, and it is tried again until it answers";
const BACK = "Telegram is reached again";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function opened(options: Parameters<typeof openTelegram>[0] = {}): Promise<Harness> {
  const harness = await openTelegram(options);
  closing.push(harness.close);
  return harness;
}

describe("a Telegram in trouble", () => {
  it.each([
    ["unknown", "7660001:AAanother-token_0123456789abcdef"],
    ["malformed", "not a token"],
  ])("refuses to start with a token that is %s", async (_, token) => {
    const { start } = await opened({ token });
    await expect(start()).rejects.toThrow(ChannelRefused);
    await expect(start()).rejects.toThrow(/^telegram: .*TELEGRAM_BOT_TOKEN/);
  });

  it("starts without Telegram, says so once, and works when Telegram is there", async () => {
    const port = await freePort();
    const log = createLog();
    const heard: string[] = [];
    const channel = createTelegramChannel({
      token: "7660000:AAfake-token_for-tests-0123456789abc",
      apiRoot: `http://127.0.0.1:${port}`,
      mode: { kind: "polling" },
      logger: log,
      memory: createMapMemory(),
      backoff: { firstMs: 5, mostMs: 20 },
    });
    closing.push(channel.stop);
    await channel.start(async (inbound) => {
      heard.push(inbound.text);
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(log.messages("warn")).toEqual([AWAY]);

    const fake = await startFakeTelegram({ port });
    closing.push(fake.close);
    fake.say(fake.group(), "/xephang");
    await fake.until(() => heard.length === 1);
    expect(log.messages("info")).toEqual([BACK, "Telegram is connected"]);
  });

  it("outlives any fault while receiving, and says so once an outage", async () => {
    const { fake, start, heard, log } = await opened();
    const chat = fake.group();
    await start();
    fake.fail("getUpdates", serverError(), 2);
    fake.fail("getUpdates", { kind: "garbage" });
    fake.fail("getUpdates", { kind: "drop", when: "before" }, 2);
    fake.say(chat, "một");
    await fake.until(() => heard.length === 1);
    fake.say(chat, "hai");
    await fake.until(() => heard.length === 2);
    expect(log.messages("warn")).toEqual([AWAY]);
    expect(log.messages("info")).toEqual(["Telegram is connected", BACK]);
  });

  it("gets again what was lost on the way", async () => {
    const { fake, start, heard } = await opened();
    await start();
    fake.fail("getUpdates", { kind: "drop", when: "after" });
    fake.say(fake.group(), "một");
    await fake.until(() => heard.length >= 1);
    expect(heard).toHaveLength(1);
  });

  it("says when another program takes its updates, and goes on when that stops", async () => {
    const { fake, start, heard, log } = await opened();
    await start();
    const conflict = {
      kind: "refuse",
      code: 409,
      description: "Conflict: terminated by other getUpdates request",
    };
    fake.fail("getUpdates", conflict as Parameters<typeof fake.fail>[1], 3);
    fake.say(fake.group(), "một");
    await fake.until(() => heard.length === 1);
    fake.say(fake.group(), "hai");
    await fake.until(() => heard.length === 2);
    expect(log.messages("warn")).toEqual([expect.stringContaining("Another program")]);
  });

  it("connects even when its menu is refused", async () => {
    const { fake, start, log } = await opened({ menus: [{ commands: [] }] });
    fake.fail("setMyCommands", serverError());
    await start();
    expect(log.messages("warn")).toEqual(["The command menu could not be published"]);
  });

  it("stops at once, in the middle of a long poll or of an outage", async () => {
    const { fake, start, channel } = await opened({ backoff: { firstMs: 60_000, mostMs: 60_000 } });
    await start();
    fake.fail("getUpdates", serverError(), 50);
    fake.say(fake.group(), "một");
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = Date.now();
    await channel.stop();
    expect(Date.now() - before).toBeLessThan(1000);
  });

  it("shows its token in no error and no log line", async () => {
    const { fake, start, channel, log } = await opened();
    const secret = fake.token.split(":")[1] ?? "";
    await start();
    const chat: ChatId = `telegram:${fake.group().id}`;
    const seen: unknown[] = [];
    for (const fault of [{ kind: "garbage" }, { kind: "drop", when: "before" }, serverError()] as const) {
      fake.fail("*", fault, 2);
      await channel.send(chat, words("x")).catch((error) => seen.push(error));
      fake.heal();
    }
    await fake.close();
    // Connections that were kept break first, as many as there are.
    const sendAgain = async (): Promise<string> => {
      await channel.send(chat, words("x")).catch((error) => seen.push(error));
      log.error({ seen }, "all of them");
      return log.everything();
    };
    await expect.poll(sendAgain).toContain("ECONNREFUSED");
    expect(seen.length).toBeGreaterThan(3);
    expect(log.everything()).not.toContain(secret);
  });
});
