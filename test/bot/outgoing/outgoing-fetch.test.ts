import { once } from "node:events";
import { createServer as createTcpServer } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NotSent } from "#bot/outgoing/not-sent.ts";
import { createOutgoing, type OutgoingOptions, type OutgoingRequest } from "#bot/outgoing/outgoing-fetch.ts";
import { type ConnectProxyOptions, startConnectProxy } from "#test/support/connect-proxy.ts";
import { freePort } from "#test/support/free-port.ts";
import { certificate, startHttps } from "#test/support/https-server.ts";

let closers: (() => Promise<void> | void)[] = [];
let heard: string[] = [];
let address = "";

beforeEach(async () => {
  heard = [];
  const server = await startHttps(async (incoming, outgoing) => {
    heard.push(`${incoming.method} ${incoming.url} ${(await buffer(incoming)).length}`);
    if (incoming.url === "/moved") return void outgoing.writeHead(302, { location: "/there" }).end();
    outgoing.setHeader("content-type", "application/json").end(JSON.stringify({ ok: true }));
  });
  closers = [server.close];
  address = `https://api.platform.test:${server.port}`;
});

afterEach(async () => {
  for (const close of closers.reverse()) await close();
});

function open(options: OutgoingOptions = {}) {
  const outgoing = createOutgoing({ ca: certificate, ...options });
  closers.push(outgoing.close);
  return outgoing.fetch;
}

async function throughProxy(how: ConnectProxyOptions = {}, options: OutgoingOptions = {}) {
  const proxy = await startConnectProxy(how);
  closers.push(proxy.close);
  return { proxy, fetch: open({ proxies: { https: proxy.url, http: proxy.url, except: "" }, ...options }) };
}

async function failureOf(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => "answered",
    (error: unknown) => error,
  );
}

const post = (body: OutgoingRequest["body"]): OutgoingRequest => ({ method: "POST", body: body ?? "" });

describe("a call through a proxy", () => {
  it("goes by a tunnel to an https address, over one connection that is kept", async () => {
    const { proxy, fetch } = await throughProxy();
    for (const text of ["một", "hai"]) {
      const answer = await fetch(`${address}/bot1/sendMessage`, post(text));
      expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    }
    expect(heard).toEqual(["POST /bot1/sendMessage 5", "POST /bot1/sendMessage 3"]);
    expect(proxy.asked).toEqual([`CONNECT api.platform.test:${new URL(address).port}`]);
  });

  it("carries a picture of some hundred kilobytes", async () => {
    const { fetch } = await throughProxy();
    async function* picture() {
      for (let part = 0; part < 30; part++) yield Buffer.alloc(10_000);
    }
    expect((await fetch(`${address}/sendPhoto`, post(picture()))).ok).toBe(true);
    expect(heard).toEqual(["POST /sendPhoto 300000"]);
  });

  it("tells the proxy the user and the password", async () => {
    const { fetch } = await throughProxy({ login: "lan:m@t khẩu" });
    expect((await fetch(`${address}/x`)).ok).toBe(true);
  });

  it.each([
    [{ login: "lan:mk" }, 407],
    [{ refuses: 403 }, 403],
    [{ refuses: 502 }, 502],
  ] as const)("is not sent where the proxy says no: %o", async (how, status) => {
    const proxy = await startConnectProxy(how);
    closers.push(proxy.close);
    const anonymous = proxy.url.replace(/\/\/.*@/u, "//");
    const fetch = open({ proxies: { https: anonymous, http: null, except: "" } });
    const error = await failureOf(fetch(`${address}/x`, post("x")));
    expect(error).toBeInstanceOf(NotSent);
    expect(error).toMatchObject({
      proxyStatus: status,
      message: `nothing was sent: the proxy answered ${status}`,
    });
    expect(heard).toEqual([]);
  });

  it.each([{ refuses: "silence" }, { cuts: true }] as const)(
    "is not sent through a proxy that %o",
    async (how) => {
      const { fetch } = await throughProxy(how, { connectTimeoutMs: 300 });
      expect(await failureOf(fetch(`${address}/x`, post("x")))).toBeInstanceOf(NotSent);
    },
  );

  it("is not sent where the proxy is down", async () => {
    const down = `http://127.0.0.1:${await freePort()}`;
    const fetch = open({ proxies: { https: down, http: down, except: "" } });
    expect(await failureOf(fetch(`${address}/x`, post("x")))).toMatchObject({
      name: "NotSent",
      code: "ECONNREFUSED",
    });
  });

  it("to an http address tells the proxy the whole address, and the password", async () => {
    const { proxy, fetch } = await throughProxy({ login: "lan:mk" });
    const other = await startConnectProxy();
    closers.push(other.close);
    const plain = `http://api.platform.test:${new URL(other.url).port}/x`;
    await fetch(plain, post("x"));
    expect(proxy.asked).toEqual([`POST ${plain}`]);
  });

  it("to an http address is not sent where the proxy wants a password", async () => {
    const { proxy } = await throughProxy({ login: "lan:mk" });
    const anonymous = proxy.url.replace(/\/\/.*@/u, "//");
    const fetch = open({ proxies: { https: null, http: anonymous, except: "" } });
    expect(await failureOf(fetch("http://api.platform.test/x", post("x")))).toMatchObject({
      proxyStatus: 407,
    });
  });

  it("goes directly where NO_PROXY says so", async () => {
    const proxy = await startConnectProxy();
    closers.push(proxy.close);
    const fetch = open({ proxies: { https: proxy.url, http: null, except: "localhost" } });
    expect((await fetch(address.replace("api.platform.test", "localhost"))).ok).toBe(true);
    expect(proxy.asked).toEqual([]);
  });
});

describe("a call without a proxy", () => {
  const here = () => address.replace("api.platform.test", "localhost");

  it("follows a redirect only where nothing is changed by asking twice", async () => {
    const fetch = open();
    expect((await fetch(`${here()}/moved`)).status).toBe(200);
    expect((await fetch(`${here()}/moved`, { redirect: "manual" })).status).toBe(302);
    expect((await fetch(`${here()}/moved`, post("x"))).status).toBe(302);
    expect(heard.map((line) => line.split(" ")[1])).toEqual(["/moved", "/there", "/moved", "/moved"]);
  });

  it("is not sent where the certificate is not trusted, or is another's", async () => {
    const untrusting = createOutgoing();
    closers.push(untrusting.close);
    const error = await failureOf(untrusting.fetch(here(), post("x")));
    expect(error).toMatchObject({ name: "NotSent", code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    const wrong = await throughProxy();
    const others = address.replace("api.platform.test", "api.other.test");
    expect(await failureOf(wrong.fetch(others, post("x")))).toMatchObject({
      code: "ERR_TLS_CERT_ALTNAME_INVALID",
    });
    expect(heard).toEqual([]);
  });

  it("is not sent where the connection is reset before it is encrypted", async () => {
    const rude = createTcpServer((socket) => socket.resetAndDestroy()).listen(0, "127.0.0.1");
    await once(rude, "listening");
    closers.push(() => void rude.close());
    const { port } = rude.address() as { port: number };
    expect(await failureOf(open()(`https://127.0.0.1:${port}`, post("x")))).toBeInstanceOf(NotSent);
  });

  it("may have been carried out where the connection is cut before the answer", async () => {
    const rude = createTcpServer((socket) => socket.once("data", () => socket.destroy())).listen(
      0,
      "127.0.0.1",
    );
    await once(rude, "listening");
    closers.push(() => void rude.close());
    const { port } = rude.address() as { port: number };
    const error = await failureOf(open()(`http://127.0.0.1:${port}`, post("x")));
    expect(error).toMatchObject({ code: "ECONNRESET" });
    expect(error).not.toBeInstanceOf(NotSent);
  });

  it("is not sent when it is given up while connecting, and is cut when it is given up later", async () => {
    const { fetch } = await throughProxy({ refuses: "silence" });
    expect(await failureOf(fetch(`${address}/x`, { signal: AbortSignal.timeout(50) }))).toBeInstanceOf(
      NotSent,
    );
    const silent = createTcpServer(() => undefined).listen(0, "127.0.0.1");
    await once(silent, "listening");
    closers.push(() => void silent.close());
    const giving = new AbortController();
    silent.once("connection", (socket) => socket.once("data", () => giving.abort()));
    const { port } = silent.address() as { port: number };
    const error = await failureOf(open()(`http://127.0.0.1:${port}/`, { signal: giving.signal }));
    expect(error).toMatchObject({ name: "AbortError" });
  });
});
