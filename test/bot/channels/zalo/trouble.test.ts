import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ChannelRefused } from "#bot/channels/errors.ts";
import { createClient } from "#bot/channels/zalo/client.ts";
import { text } from "#services/reply/text.ts";
import { openZalo } from "#test/bot/channels/zalo/harness.ts";
import { type Listener, listen } from "#test/bot/channels/zalo/listen.ts";
import { startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import { QUOTA_EXCEEDED, UNAUTHORIZED } from "#test/support/fake-zalo/faults.ts";
import { freePort } from "#test/support/free-port.ts";

const AWAY = "Zalo cannot be reached; everything else goes on, and it is tried again until it answers";
const BACK = "Zalo is reached again";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function opened(options: Parameters<typeof listen>[0] = {}): Promise<Listener> {
  const open = await listen(options);
  closing.push(open.close);
  return open;
}

describe("a Zalo in trouble", () => {
  it("refuses to start with a token that Zalo does not know", async () => {
    const { start } = await opened({ token: "1:another" });
    await expect(start()).rejects.toThrow(ChannelRefused);
    await expect(start()).rejects.toThrow(/^zalo: .*ZALO_BOT_TOKEN/);
  });

  it("refuses to poll while a webhook is set, and leaves the webhook alone", async () => {
    const { fake, start } = await opened();
    await createClient(fake).setWebhook("https://other.example.vn/zalo", "mykey-abcyxz");
    await expect(start()).rejects.toMatchObject({ channel: "zalo", fault: "webhook-set" });
    await expect(start()).rejects.toThrow("npm run zalo -- webhook delete");
    expect(fake.updates.webhookInfo().url).toBe("https://other.example.vn/zalo");
    expect(fake.callsOf("deleteWebhook")).toEqual([]);
  });

  it.each(["http", "200"] as const)(
    "takes a webhook that is not found as none, under HTTP %s",
    async (refusals) => {
      const { fake, start, log, listening } = await opened();
      fake.manners.refusals = refusals;
      await start();
      expect(log.messages("info")).toEqual(["Zalo is connected"]);
      expect(listening.isUp()).toBe(true);
      expect(fake.callsOf("setWebhook")).toEqual([]);
    },
  );

  it("says when somebody sets a webhook meanwhile, and goes on when it is gone", async () => {
    const { fake, start, heard, log } = await opened();
    await start();
    const client = createClient(fake);
    await client.setWebhook("http://127.0.0.1:9/x", "mykey-abcyxz");
    await fake.until(() => log.messages("warn").length === 1);
    expect(log.messages("warn")[0]).toContain("npm run zalo -- webhook delete");
    await client.deleteWebhook();
    fake.mention(fake.group(), "một");
    await fake.until(() => heard.length === 1);
    expect(log.messages("info")).toContain(BACK);
  });

  it("starts without Zalo, says so once, and works when Zalo is there", async () => {
    const port = await freePort();
    const away = await opened();
    const client = createClient({ token: away.fake.token, apiRoot: `http://127.0.0.1:${port}` });
    const { start, said, log, listening } = await opened({ client });
    await start();
    await pause(100);
    expect(log.messages("warn")).toEqual([AWAY]);
    expect(listening.isUp()).toBe(false);

    const fake = await startFakeZalo({ port });
    closing.push(fake.close);
    fake.mention(fake.group(), "/xephang");
    await fake.until(() => said().length === 1);
    expect(log.messages("info")).toEqual([BACK, "Zalo is connected"]);
    expect(listening.isUp()).toBe(true);
  });

  it("outlives any fault while receiving, and says so once an outage", async () => {
    const { fake, start, said, log } = await opened();
    const group = fake.group();
    await start();
    fake.fail("getUpdates", { kind: "refuse", code: 500, description: "Internal server error" }, 2);
    fake.fail("getUpdates", { kind: "garbage" });
    fake.fail("getUpdates", { kind: "drop", when: "before" }, 2);
    fake.mention(group, "một");
    await fake.until(() => said().length === 1);
    fake.mention(group, "hai");
    await fake.until(() => said().length === 2);
    expect(log.messages("warn")).toEqual([AWAY]);
    expect(log.messages("info")).toEqual(["Zalo is connected", BACK]);
  });

  it("waits longer and longer between tries", async () => {
    const { fake, start } = await opened({ backoff: { firstMs: 40, mostMs: 160 } });
    await start();
    const before = fake.polls.length;
    fake.fail("getUpdates", QUOTA_EXCEEDED, 6);
    await fake.until(() => fake.polls.length >= before + 6);
    const at = fake.polls.slice(before + 1);
    const gaps = at.slice(1).map((time, i) => time - (at[i] ?? 0));
    expect(gaps[0]).toBeGreaterThanOrEqual(35);
    expect(gaps[1]).toBeGreaterThanOrEqual(75);
    expect(gaps[2]).toBeGreaterThanOrEqual(155);
    expect(gaps[3]).toBeLessThan(320);
  });

  it("ends the channel, not the program, when its token is withdrawn", async () => {
    const { fake, start, log, listening } = await opened();
    await start();
    fake.fail("getUpdates", UNAUTHORIZED);
    await fake.until(() => log.messages("error").length === 1);
    expect(log.messages("error")).toEqual(["Zalo is off until the bot is started again"]);
    expect(listening.isUp()).toBe(false);
    const polls = fake.polls.length;
    await pause(100);
    expect(fake.polls).toHaveLength(polls);
  });

  it("is down while no message goes out with its token, though webhooks still come in", async () => {
    const url = "https://bot.example.vn/zalo/x";
    const open = await openZalo({ mode: { kind: "webhook", url, secret: "a-secret_of-16-or-more" } });
    closing.push(open.close);
    const { fake, channel } = open;
    await open.start();
    const say = () => channel.send(`zalo:${fake.privateChat().id}`, { text: text`Xin chào`, actions: [] });
    fake.fail("sendMessage", UNAUTHORIZED);
    await expect(say()).rejects.toMatchObject({ reason: "unauthorized" });
    expect(channel.isUp?.()).toBe(false);
    await say();
    expect(channel.isUp?.()).toBe(true);
  });

  it("says that nobody can add the bot to groups yet", async () => {
    const { fake, start, log } = await opened();
    fake.world.me.can_join_groups = false;
    await start();
    expect(log.messages("warn")[0]).toContain("groups");
  });

  it("stops at once, in the middle of a long poll or of an outage", async () => {
    const { fake, start, listening } = await opened({ backoff: { firstMs: 60_000, mostMs: 60_000 } });
    fake.manners.pollMs = 60_000;
    await start();
    await fake.until(() => fake.polls.length === 1);
    const before = Date.now();
    await listening.stop();
    expect(Date.now() - before).toBeLessThan(1000);

    const other = await opened({ backoff: { firstMs: 60_000, mostMs: 60_000 } });
    other.fake.fail("getMe", { kind: "garbage" }, 9);
    await other.start();
    await other.listening.stop();
    expect(Date.now() - before).toBeLessThan(2000);
  });

  it("shows its token in no log line", async () => {
    const { fake, start, log } = await opened();
    const secret = fake.token.split(":")[1] ?? "";
    await start();
    fake.fail("getUpdates", { kind: "garbage" });
    fake.fail("getUpdates", { kind: "drop", when: "before" });
    await fake.until(() => log.messages("info").includes(BACK));
    await fake.close();
    await vi.waitFor(() => expect(log.everything()).toMatch(/ECONN(?:RESET|REFUSED)/u));
    expect(log.everything()).not.toContain(secret);
  });
});
