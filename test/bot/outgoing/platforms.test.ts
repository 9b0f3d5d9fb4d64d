import { request } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createOutgoing } from "#bot/outgoing/outgoing-fetch.ts";
import type { ChatId } from "#services/ids.ts";
import { SendError } from "#services/send-error.ts";
import { openTelegram, words } from "#test/bot/channels/telegram/harness.ts";
import { openZalo } from "#test/bot/channels/zalo/harness.ts";
import { type ConnectProxyOptions, startConnectProxy } from "#test/support/connect-proxy.ts";
import { certificate, startHttps } from "#test/support/https-server.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

const LOGIN = "lan:m@t khau";
const REFUSALS = [
  [{ login: LOGIN }, "The proxy wants another user and password (407)"],
  [{ refuses: 403 }, "The proxy does not let us through"],
] as const;

let closers: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of closers.reverse()) await close();
  closers = [];
});

/** A platform with https, which only a proxy knows the way to. */
async function behindProxy(how: ConnectProxyOptions = {}, withLogin = true) {
  let apiRoot = "";
  const front = await startHttps((incoming, outgoing) => {
    const { method, headers } = incoming;
    const back = request(apiRoot + incoming.url, { method, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    back.on("error", () => outgoing.destroy());
    incoming.pipe(back);
  });
  const proxy = await startConnectProxy(how);
  const https = withLogin ? proxy.url : proxy.url.replace(/\/\/.*@/u, "//");
  const outgoing = createOutgoing({ proxies: { https, http: null, except: "" }, ca: certificate });
  closers.push(front.close, proxy.close, outgoing.close);
  return {
    proxy,
    options: { apiRoot: `https://api.platform.test:${front.port}`, fetch: outgoing.fetch },
    leadTo: (fake: { readonly apiRoot: string }) => {
      apiRoot = fake.apiRoot;
    },
  };
}

describe.each(["telegram", "zalo"] as const)("%s through an office's proxy", (name) => {
  async function opened(how: ConnectProxyOptions = {}, withLogin = true) {
    const way = await behindProxy(how, withLogin);
    const platform = name === "telegram" ? await openTelegram(way.options) : await openZalo(way.options);
    way.leadTo(platform.fake);
    closers.push(platform.close);
    const chat: ChatId =
      name === "telegram"
        ? `telegram:${(platform as Awaited<ReturnType<typeof openTelegram>>).fake.group().id}`
        : "zalo:somebody";
    return { ...platform, ...way, chat };
  }

  it("is connected, with the proxy's user and password", async () => {
    const { start, channel, proxy, log } = await opened({ login: LOGIN });
    await start();
    expect(channel.isUp?.()).toBe(true);
    expect(proxy.asked[0]).toMatch(/^CONNECT api\.platform\.test:\d+$/u);
    expect(log.messages("warn")).toEqual([]);
  });

  it.each(REFUSALS)(
    "is waited for where the proxy says no, with a sentence that helps: %o",
    async (how, sentence) => {
      const { start, channel, chat, log } = await opened(how, false);
      await start();
      expect(channel.isUp?.()).toBe(false);
      expect(log.messages("warn").join()).toContain(sentence);
      const error = await channel.send(chat, words("x")).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(SendError);
      expect(error).toMatchObject({ remedy: { kind: "retry" }, reason: "unreachable" });
    },
  );

  it("keeps what is owed while the proxy is down", async () => {
    const { start, channel, chat, proxy } = await opened();
    await proxy.close();
    await start();
    const error = await channel.send(chat, words("x")).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ remedy: { kind: "retry" }, reason: "unreachable" });
  });
});

it("a picture is uploaded to Telegram through the proxy", async () => {
  const way = await behindProxy();
  const { fake, channel, start, close } = await openTelegram(way.options);
  closers.push(close);
  way.leadTo(fake);
  await start();
  const group = fake.group();
  await channel.send(`telegram:${group.id}`, { ...words("kết quả"), picture: tinyPicture() });
  expect(fake.sent(group)).toMatchObject([{ caption: "kết quả" }]);
  expect(fake.callsOf("sendPhoto")).toHaveLength(1);
});

it("a file that somebody sent is fetched from Telegram through the proxy", async () => {
  const way = await behindProxy({ login: LOGIN });
  const { fake, heard, start, close } = await openTelegram(way.options);
  closers.push(close);
  way.leadTo(fake);
  await start();
  const bytes = Uint8Array.of(7, 6, 6);
  fake.say(fake.privateChat(), "", { extra: { document: fake.upload("công văn.docx", bytes) } });
  const { files } = await fake.until(() => heard[0]);
  expect(await files?.[0]?.bytes()).toEqual(bytes);
  expect(fake.callsOf("file")).toHaveLength(1);
});
