import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClient, type ZaloClient } from "#bot/channels/zalo/client.ts";
import { type FakeZalo, startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import { QUOTA_EXCEEDED, UNAUTHORIZED } from "#test/support/fake-zalo/faults.ts";
import type { FakeChat } from "#test/support/fake-zalo/world.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

let fake: FakeZalo;
let client: ZaloClient;
let chat: FakeChat;

beforeEach(async () => {
  fake = await startFakeZalo();
  client = createClient(fake);
  chat = fake.group();
});
afterEach(() => fake.close());

describe("the fake Zalo", () => {
  it.each([
    ["an empty text", "", []],
    ["a text over 2,000", "x".repeat(2001), []],
    ["half an emoji", "😀".slice(0, 1), []],
    ["a style beyond the text", "Xin", [{ start: 1, len: 9, st: ["b"] }]],
    ["a style it does not know", "Xin", [{ start: 0, len: 1, st: ["code"] }]],
  ])("refuses %s", async (_, text, styles) => {
    await expect(client.sendMessage(chat.id, text, styles)).rejects.toMatchObject({ code: 400 });
    expect(fake.sent(chat)).toEqual([]);
  });

  it("refuses a chat that it does not know, a method, a token", async () => {
    await expect(client.sendMessage("zgr-none", "x")).rejects.toMatchObject({ code: 404 });
    await expect(createClient({ ...fake, token: "1:x" }).getMe()).rejects.toMatchObject({ code: 401 });
    const response = await fetch(`${fake.apiRoot}/bot${fake.token}/getme`, { method: "POST" });
    expect(await response.json()).toMatchObject({ ok: false, error_code: 400 });
  });

  it("tells nothing that was not said to the bot, and what was said once", async () => {
    fake.say(chat, "/xephang");
    fake.mention(chat, "/xephang");
    fake.reply(chat, "8");
    const [first] = await client.getUpdates();
    expect(first).toMatchObject({ message: { text: "@Bot 766 Tiên Lữ /xephang", chat } });
    expect(await client.getUpdates()).toMatchObject([{ message: { text: "8" } }]);
    expect(await client.getUpdates()).toEqual([]);
  });

  it("tells the same again and again when it is told to", async () => {
    fake.manners.fetched = "kept";
    fake.mention(chat, "một");
    fake.mention(chat, "hai");
    const told = [await client.getUpdates(), await client.getUpdates(), await client.getUpdates()].flat();
    expect(told[2]).toEqual(told[0]);
    expect(told[1]).not.toEqual(told[0]);
  });

  it("does not let anybody poll while a webhook is set, whether or not somebody answers there", async () => {
    const { verification } = await client.setWebhook("http://127.0.0.1:9/zalo", "mykey-abcyxz");
    expect(verification).toMatchObject({ ok: false, outcome: "webhook.err.conn" });
    expect(await client.getWebhookInfo()).toBe("http://127.0.0.1:9/zalo");
    await expect(client.getUpdates()).rejects.toThrow("webhook");
    await client.deleteWebhook();
    expect(await client.getWebhookInfo()).toBeNull();
  });

  it("tests a webhook only so many times a day", async () => {
    await client.setWebhook("http://127.0.0.1:9/zalo", "mykey-abcyxz");
    fake.manners.tests = 1;
    expect(await client.testWebhook()).toMatchObject({ ok: false, outcome: "webhook.err.conn" });
    await expect(client.testWebhook()).rejects.toMatchObject({ code: 426 });
  });

  it("has bad days", async () => {
    const say = () => client.sendMessage(chat.id, "x");
    fake.fail("sendMessage", QUOTA_EXCEEDED);
    await expect(say()).rejects.toMatchObject({ code: 429 });
    fake.fail("*", UNAUTHORIZED);
    await expect(say()).rejects.toMatchObject({ code: 401 });
    fake.fail("sendMessage", { kind: "garbage" });
    await expect(say()).rejects.toMatchObject({ kind: "garbage", status: 502 });
    fake.fail("sendMessage", { kind: "drop", when: "before" });
    await expect(say()).rejects.toMatchObject({ kind: "cut" });
    expect(fake.sent(chat)).toEqual([]);
    fake.fail("sendMessage", { kind: "drop", when: "after" });
    await expect(say()).rejects.toMatchObject({ kind: "cut" });
    expect(fake.sent(chat)).toHaveLength(1);
    fake.fail("sendMessage", { kind: "slow", ms: 60_000 });
    const hasty = createClient({ ...fake, callTimeoutMs: 1_000 });
    await expect(hasty.sendMessage(chat.id, "x")).rejects.toMatchObject({ kind: "late" });
    expect(fake.sent(chat)).toHaveLength(2);
  });

  it("counts what is sent against a quota", async () => {
    fake.world.quota = 1;
    await client.sendMessage(chat.id, "một");
    await expect(client.sendMessage(chat.id, "hai")).rejects.toThrow("Quota exceeded");
  });
});

describe("a picture sent by its address", () => {
  let host: Server;
  let url: string;
  let answers: (nth: number) => number;
  const seen: (string | undefined)[] = [];

  beforeEach(async () => {
    const png = await tinyPicture().bytes("png");
    let nth = 0;
    host = createServer((request, response) => {
      seen.push(request.headers["user-agent"]);
      const status = answers(nth++);
      response.writeHead(status, { "content-type": "image/png", "content-length": png.length });
      response.end(request.method === "HEAD" ? undefined : png);
    });
    await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(host.address() as AddressInfo).port}/1.png`;
  });
  afterEach(() => new Promise((resolve) => host.close(resolve)));

  it("is looked at once and fetched twice, by a Java program", async () => {
    answers = () => 200;
    await client.sendPhoto(chat.id, url, "Xếp hạng");
    const [message] = fake.sent(chat);
    expect(message).toMatchObject({
      text: "Xếp hạng",
      photo: { url, contentType: "image/png", isBlack: false },
    });
    expect(message?.photo?.requests.map(({ method }) => method)).toEqual(["HEAD", "GET", "GET"]);
    expect(message?.photo?.bytes.length).toBeGreaterThan(50);
    expect(new Set(seen)).toEqual(new Set(["Java/17"]));
  });

  it("is a black box when it is there only once", async () => {
    answers = (nth) => (nth < 2 ? 200 : 404);
    await client.sendPhoto(chat.id, url);
    expect(fake.sent(chat)[0]?.photo?.isBlack).toBe(true);
  });

  it("is refused when it is nowhere", async () => {
    answers = () => 404;
    await expect(client.sendPhoto(chat.id, url)).rejects.toMatchObject({ code: 400 });
    await expect(client.sendPhoto(chat.id, "file.png")).rejects.toMatchObject({ code: 400 });
  });
});
