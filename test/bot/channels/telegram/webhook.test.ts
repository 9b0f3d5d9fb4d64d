import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ChannelRefused } from "#bot/channels/errors.ts";
import { type Harness, openTelegram } from "#test/bot/channels/telegram/harness.ts";
import { serverError } from "#test/support/fake-telegram/faults.ts";

const secret = "a-secret_of-16-or-more";
const closing: (() => Promise<unknown>)[] = [];
let open: Harness;
let url: string;

beforeEach(async () => {
  const server = createAdaptorServer({ fetch: (request: Request) => open.channel.webhook(request) });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram/path`;
  open = await openTelegram({ mode: { kind: "webhook", url, secret } });
  closing.push(open.close);
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const post = (body: string, token: string = secret) =>
  fetch(url, { method: "POST", body, headers: { "x-telegram-bot-api-secret-token": token } });

function update(id: number, text: string): string {
  const chat = open.fake.privateChat();
  return JSON.stringify({
    update_id: id,
    message: { message_id: id, date: 0, chat, from: open.fake.someone, text },
  });
}

describe("the webhook", () => {
  it("is set at start, with its secret and only the updates we read", async () => {
    await open.start();
    const [call] = open.fake.callsOf("setWebhook");
    expect(call?.payload).toEqual({
      url,
      secret_token: secret,
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
    });
  });

  it("hears what Telegram posts", async () => {
    await open.start();
    open.fake.say(open.fake.group(), "/xephang");
    await open.fake.until(() => open.fake.updates.webhook().lastStatus === 200);
    expect(open.heard.map((one) => one.text)).toEqual(["/xephang"]);
  });

  it("is answered before the bot has answered", async () => {
    let release = () => {};
    const working = new Promise<void>((resolve) => {
      release = resolve;
    });
    await open.start(() => working);
    expect((await post(update(1, "vẽ"))).status).toBe(200);
    await open.fake.until(() => open.heard.length === 1);
    release();
  });

  it("hears an update posted twice once", async () => {
    await open.start();
    await post(update(1, "một"));
    await post(update(1, "một"));
    await post(update(2, "hai"));
    await open.fake.until(() => open.heard.length === 2);
    expect(open.heard.map((one) => one.text)).toEqual(["một", "hai"]);
  });

  it.each([
    ["no secret", "", 401],
    ["a wrong secret", "a-secret_of-16-or-mora", 401],
    ["a longer secret", `${secret}x`, 401],
  ])("turns away %s without reading on", async (_, token, status) => {
    await open.start();
    expect((await post("not even JSON", token)).status).toBe(status);
    expect((await post(update(1, "x"), token)).status).toBe(status);
    expect(open.heard).toEqual([]);
  });

  it.each([
    ["no JSON", "{", 400],
    ["no update", '{"message":{}}', 400],
    ["a list", "[]", 400],
    ["more than 256 KB", `{"update_id":1,"x":"${"x".repeat(256 * 1024)}"}`, 413],
  ])("turns away %s", async (_, body, status) => {
    await open.start();
    expect((await post(body)).status).toBe(status);
  });

  it("turns away more than 256 KB that does not say its length", async () => {
    await open.start();
    const body = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 300; i++) controller.enqueue(new Uint8Array(1024).fill(32));
        controller.close();
      },
    });
    const headers = { "x-telegram-bot-api-secret-token": secret };
    const request = new Request(url, { method: "POST", body, headers, duplex: "half" } as RequestInit);
    expect((await open.channel.webhook(request)).status).toBe(413);
  });

  it("survives an update of a shape it does not expect", async () => {
    await open.start();
    expect((await post('{"update_id":1,"message":{"text":"x"}}')).status).toBe(200);
    expect((await post(update(2, "x"))).status).toBe(200);
    await open.fake.until(() => open.heard.length === 1);
  });

  it("asks Telegram to come again while it does not know who it is", async () => {
    open.fake.fail("getMe", serverError(), 3);
    await open.start();
    expect((await post(update(1, "x"))).status).toBe(503);
    await open.fake.until(() => open.log.messages("info").includes("Telegram is connected"));
    expect((await post(update(1, "x"))).status).toBe(200);
  });

  it("knows only POST", async () => {
    await open.start();
    expect((await fetch(url)).status).toBe(405);
  });

  it("refuses to start with an address Telegram does not take", async () => {
    const plain = await openTelegram({ mode: { kind: "webhook", url: "http://example.vn/x", secret } });
    closing.push(plain.close);
    await expect(plain.start()).rejects.toThrow(ChannelRefused);
  });

  it("is not there in polling mode, and polling takes an earlier webhook down", async () => {
    const polling = await openTelegram();
    closing.push(polling.close);
    polling.fake.updates.setWebhook({ url: "https://old.example.vn" });
    await polling.start();
    expect((await polling.channel.webhook(new Request(url, { method: "POST" }))).status).toBe(404);
    expect(polling.fake.updates.webhook().url).toBe("");
  });
});
