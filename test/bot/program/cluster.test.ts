import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { secretPath } from "#bot/http/secret.ts";
import { putSample } from "#services/sample/put-sample.ts";
import { wordsOf } from "#test/bot/program/telegram-bot.ts";
import { type Cluster, REDIS_PASSWORD, startCluster, WEBHOOK_SECRET } from "#test/support/cluster.ts";
import { type FakeTelegram, startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import type { FakeChat } from "#test/support/fake-telegram/world.ts";

let fake: FakeTelegram;
let cluster: Cluster;
beforeAll(async () => {
  fake = await startFakeTelegram();
  cluster = await startCluster({ telegram: fake, fill: putSample, env: { LOG_LEVEL: "trace" } });
});
afterAll(() => fake.close());

const sentWords = (chat: FakeChat) => fake.sent(chat).map(wordsOf);

/** Asks in chats of their own and waits for all answers. */
async function askInChats(text: string, count: number): Promise<readonly FakeChat[]> {
  const chats = Array.from({ length: count }, () => fake.group());
  for (const chat of chats) fake.say(chat, text);
  await fake.until(() => chats.every((chat) => fake.sent(chat).length > 0));
  return chats;
}

/** Bots that took an update since the proxy had passed on `before` requests. */
const busySince = (before: number) => new Set(cluster.passed.slice(before)).size;

describe("two bots on one Redis behind webhooks", () => {
  it("share the updates and answer each once", async () => {
    const before = cluster.passed.length;
    const chats = await askInChats("/nguon Tiên Lữ", 6);
    expect(busySince(before)).toBe(2);
    for (const chat of chats) expect(sentWords(chat)).toHaveLength(1);
  });

  it("answer an update that comes again, now at the other bot, no second time", async () => {
    const chat = fake.group();
    const { someone: from, world } = fake;
    const message = { message_id: world.nextMessageId(), date: 1, chat, from, text: "/nguon Tiên Lữ" };
    const before = cluster.passed.length;
    const update = fake.updates.push("message", message);
    for (let i = 0; i < 3; i++) fake.updates.repeat(update);
    await fake.until(() => cluster.passed.length >= before + 4);
    expect(busySince(before)).toBe(2);
    await askInChats("/nguon Gia Lai", 2);
    expect(sentWords(chat)).toHaveLength(1);
  });

  it("know what was set through the other", async () => {
    const admin = fake.person("Trần Thị Bình");
    const group = fake.group({ admins: [admin] });
    fake.say(group, "/diaban tỉnh Gia Lai", { from: admin });
    await fake.until(() => fake.sent(group).length === 1, 10_000);
    for (const count of [2, 3, 4]) {
      fake.say(group, "/diaban");
      await fake.until(() => fake.sent(group).length === count, 10_000);
      expect(sentWords(group).at(-1)).toContain("tỉnh Gia Lai");
    }
  });

  it("show their figures to the machine they run on, and through the proxy to who bears the secret", async () => {
    const Authorization = `Bearer ${WEBHOOK_SECRET}`;
    expect((await fetch(`${cluster.url}/metrics`)).status).toBe(401);
    expect((await fetch(`${cluster.url}/metrics`, { headers: { Authorization } })).status).toBe(200);
    for (const { port } of cluster.bots) {
      const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      expect(text).toMatch(/^bot766_command_seconds_count\{name="nguon",outcome="ok"\} [1-9]/mu);
      expect(text).toMatch(/^bot766_store_seconds_count\{name="get",outcome="ok"\} [1-9]/mu);
    }
  });

  it("go on when one of them dies, and share again when it is back", async () => {
    const [first] = cluster.bots;
    await first?.kill();
    const alone = cluster.passed.length;
    for (const chat of await askInChats("/nguon Tiên Lữ", 4)) expect(sentWords(chat)).toHaveLength(1);
    expect(busySince(alone)).toBe(1);
    await first?.start();
    const together = cluster.passed.length;
    await askInChats("/nguon Tiên Lữ", 4);
    expect(busySince(together)).toBe(2);
  });

  it("are not ready while Redis is away, and ready when it is back", async () => {
    const states = () =>
      Promise.all(
        cluster.bots.map(async ({ port }) => (await fetch(`http://127.0.0.1:${port}/readyz`)).status),
      );
    expect(await states()).toEqual([200, 200]);
    await cluster.redis.halt();
    expect(await states()).toEqual([503, 503]);
    await cluster.redis.start();
    await expect.poll(states).toEqual([200, 200]);
  });

  it("stop when asked, having shown no secret in their logs", async () => {
    const programs = cluster.bots.flatMap(({ program }) => program ?? []);
    expect(await cluster.stop()).toEqual([0, 0]);
    const hidden = [fake.token, WEBHOOK_SECRET, REDIS_PASSWORD, secretPath("telegram", WEBHOOK_SECRET)];
    for (const { stdout, stderr } of programs) {
      expect(stderr()).toContain("Telegram is connected");
      for (const secret of hidden) expect(stdout() + stderr()).not.toContain(secret);
    }
  });
});
