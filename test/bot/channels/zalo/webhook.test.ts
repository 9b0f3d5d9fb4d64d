import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "#bot/channels/zalo/client.ts";
import { type Listener, listen } from "#test/bot/channels/zalo/listen.ts";
import { recordedEvent } from "#test/bot/channels/zalo/recorded.ts";
import { newId } from "#test/support/fake-zalo/world.ts";

const secret = "a-secret_of-16-or-more";
const closing: (() => Promise<unknown>)[] = [];
let open: Listener;
let url: string;

beforeEach(async () => {
  const server = createAdaptorServer({ fetch: (request: Request) => open.listening.webhook(request) });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/zalo/path`;
  open = await listen({ mode: { kind: "webhook", url, secret } });
  closing.push(open.close);
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const post = (body: string, token: string = secret) =>
  fetch(url, { method: "POST", body, headers: { "x-bot-api-secret-token": token } });

const event = (text: string, message_id = newId()): string =>
  JSON.stringify({
    event_name: "message.text.received",
    message: {
      message_id,
      text,
      date: Date.now(),
      chat: { id: "zgr-1", chat_type: "GROUP" },
      from: { id: "u1" },
    },
  });

describe("the webhook", () => {
  it("is neither set nor removed by the bot's start, which says that none is set", async () => {
    await open.start();
    expect(open.fake.calls.map(({ method }) => method)).toEqual(["getMe", "getWebhookInfo"]);
    expect(open.log.messages("warn")).toEqual([
      "Zalo does not post to this bot yet; npm run zalo -- webhook set makes it",
    ]);
  });

  it("answers Zalo's look at it, and then hears what Zalo posts, flat or in an envelope", async () => {
    await open.start();
    const { verification } = await createClient(open.fake).setWebhook(url, secret);
    expect(verification).toMatchObject({ ok: true, outcome: "webhook.ok", status_code: 200 });
    const group = open.fake.group();
    open.fake.mention(group, "/xephang");
    open.fake.manners.posts = "wrapped";
    open.fake.mention(group, "/tonghop");
    await open.fake.until(() => open.heard.length === 2);
    expect(open.said()).toEqual(["/xephang", "/tonghop"]);
  });

  it("is answered before the bot has answered", async () => {
    let release = () => {};
    const working = new Promise<void>((resolve) => {
      release = resolve;
    });
    await open.start(() => working);
    expect((await post(event("vẽ"))).status).toBe(200);
    await open.fake.until(() => open.heard.length === 1);
    release();
  });

  it("hears a message posted twice once", async () => {
    await open.start();
    for (const [text, id] of [
      ["một", "m1"],
      ["một", "m1"],
      ["hai", "m2"],
    ])
      await post(event(text ?? "", id));
    await open.fake.until(() => open.heard.length === 2);
    expect(open.said()).toEqual(["một", "hai"]);
  });

  it.each([
    ["no secret", ""],
    ["a wrong secret", "a-secret_of-16-or-mora"],
    ["a longer secret", `${secret}x`],
  ])("turns away %s without reading on", async (_, token) => {
    await open.start();
    expect((await post("not even JSON", token)).status).toBe(403);
    expect((await post(event("x"), token)).status).toBe(403);
    expect((await fetch(url, { method: "POST", body: event("x") })).status).toBe(403);
    expect(open.heard).toEqual([]);
  });

  it.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["no event", '{"message":{}}'],
    ["a list", "[]"],
    ["an event that nobody has documented", '{"event_name":"bot.joined","message":{"chat":{"id":"zgr-1"}}}'],
    ["an unsupported one", JSON.stringify(recordedEvent("unsupported-without-message"))],
  ])("accepts and ignores %s", async (_, body) => {
    await open.start();
    expect((await post(body)).status).toBe(200);
    expect((await post(event("sau"))).status).toBe(200);
    await open.fake.until(() => open.heard.length === 1);
    expect(open.said()).toEqual(["sau"]);
  });

  it("turns away more than 256 KB, also when it does not say its length", async () => {
    await open.start();
    expect((await post(" ".repeat(256 * 1024 + 1))).status).toBe(413);
    const body = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 300; i++) controller.enqueue(new Uint8Array(1024).fill(32));
        controller.close();
      },
    });
    const headers = { "x-bot-api-secret-token": secret };
    const request = new Request(url, { method: "POST", body, headers, duplex: "half" } as RequestInit);
    expect((await open.listening.webhook(request)).status).toBe(413);
  });

  it("asks Zalo to come again until it listens, and needs no answer of Zalo's to listen", async () => {
    expect((await post(event("x"))).status).toBe(503);
    open.fake.fail("getMe", { kind: "garbage" }, 1000);
    await open.start();
    expect((await post(event("@Bot 766 /xephang"))).status).toBe(200);
    await open.fake.until(() => open.heard.length === 1);
    expect(open.said()).toEqual(["/xephang"]);
    expect(open.listening.isUp()).toBe(false);
  });

  it("knows only POST, and is not there in polling mode", async () => {
    await open.start();
    expect((await fetch(url)).status).toBe(405);
    const polling = await listen();
    closing.push(polling.close);
    await polling.start();
    expect((await polling.listening.webhook(new Request(url, { method: "POST" }))).status).toBe(404);
  });
});
