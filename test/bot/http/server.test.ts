import { createHmac } from "node:crypto";
import { Hono } from "hono";
import { afterEach, describe, expect, it } from "vitest";
import { secretPath } from "#bot/http/secret.ts";
import { createHttpServer, type HttpServer, type HttpServerOptions, PortInUse } from "#bot/http/server.ts";
import { ask } from "#test/bot/http/request.ts";
import { createLog } from "#test/support/log.ts";

const running: HttpServer[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function start(options: Partial<HttpServerOptions> = {}): Promise<number> {
  const server = createHttpServer({ host: "127.0.0.1", port: 0, log: createLog(), ...options });
  running.push(server);
  return server.start();
}

describe("the HTTP server", () => {
  it("says that it lives, and whether it is ready", async () => {
    let ready = false;
    const port = await start({ ready: () => ready });
    expect((await ask(port, "/healthz")).status).toBe(200);
    expect((await ask(port, "/readyz")).status).toBe(503);
    ready = true;
    expect((await ask(port, "/readyz")).status).toBe(200);
  });

  it("names the port when another program listens there", async () => {
    const port = await start();
    const failure = await start({ port }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PortInUse);
    expect(failure).toMatchObject({ port, host: "127.0.0.1" });
  });

  it("passes other faults of listening on as they are", async () => {
    await expect(start({ host: "203.0.113.1" })).rejects.toMatchObject({ code: "EADDRNOTAVAIL" });
  });

  it("lets no other site run, frame or sniff anything", async () => {
    const port = await start();
    for (const path of ["/healthz", "/nowhere"]) {
      const { headers } = await ask(port, path);
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["content-security-policy"]).not.toContain("unsafe");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
    }
  });

  it("answers 404 to what it does not know", async () => {
    expect((await ask(await start(), "/nowhere")).status).toBe(404);
  });

  it("hands a webhook's posts to its handler, and nothing else", async () => {
    const path = `/telegram/${secretPath("telegram", "a-secret-of-some-length")}`;
    const heard: string[] = [];
    const handle = async (request: Request) => {
      heard.push(await request.text());
      return new Response("taken");
    };
    const port = await start({ webhooks: [{ path, handle }] });

    expect((await ask(port, path, { method: "POST", body: "an update" })).body.toString()).toBe("taken");
    expect((await ask(port, path)).status).toBe(404);
    expect((await ask(port, "/telegram/guess", { method: "POST", body: "x" })).status).toBe(404);
    expect(heard).toEqual(["an update"]);
  });

  it("refuses a body above one megabyte", async () => {
    const handle = async (request: Request) => new Response(String((await request.text()).length));
    const port = await start({ webhooks: [{ path: "/zalo/x", handle }] });
    const post = (size: number) => ask(port, "/zalo/x", { method: "POST", body: "x".repeat(size) });
    expect((await post(1024 * 1024)).status).toBe(200);
    expect((await post(1024 * 1024 + 1)).status).toBe(413);
  });

  it("answers a fault of a route with 500 and logs it, without telling what it was", async () => {
    const routes = new Hono().get("/broken", () => {
      throw new Error("the inner truth");
    });
    const log = createLog();
    const answer = await ask(await start({ routes: [routes], log }), "/broken");
    expect(answer.status).toBe(500);
    expect(answer.body.toString()).not.toContain("inner truth");
    expect(log.everything()).toContain("inner truth");
  });

  it("lets a request under way end when it stops", async () => {
    let finish: (() => void) | undefined;
    const routes = new Hono().get("/slow", async (c) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return c.text("done");
    });
    const port = await start({ routes: [routes] });
    const answer = ask(port, "/slow");
    await expect.poll(() => finish).toBeDefined();
    const stopped = running[0]?.stop();
    finish?.();
    expect((await answer).body.toString()).toBe("done");
    await stopped;
    await expect(ask(port, "/healthz")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  it("closes what does not end within the grace", async () => {
    const routes = new Hono().get("/stuck", () => new Promise<Response>(() => {}));
    const port = await start({ routes: [routes], graceMs: 50 });
    const stuck = expect(ask(port, "/stuck")).rejects.toMatchObject({ code: "ECONNRESET" });
    await ask(port, "/healthz");
    await running[0]?.stop();
    await stuck;
  });
});

describe("the secret path of a webhook", () => {
  it("is the HMAC-SHA256 of the channel's name under the secret", () => {
    const expected = createHmac("sha256", "s".repeat(16)).update("zalo").digest("hex");
    expect(secretPath("zalo", "s".repeat(16))).toBe(expected);
  });

  it("differs by channel and by secret", () => {
    const paths = [secretPath("a", "one"), secretPath("b", "one"), secretPath("a", "two")];
    expect(new Set(paths).size).toBe(3);
  });
});
