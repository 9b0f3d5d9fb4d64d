import { afterEach, describe, expect, it } from "vitest";
import { createHttpServer, type HttpServer } from "#bot/http/server.ts";
import { createMetrics } from "#bot/metrics/metrics.ts";
import { metricsRoutes } from "#bot/metrics/metrics-routes.ts";
import { ask } from "#test/bot/http/request.ts";
import { createLog } from "#test/support/log.ts";

const SECRET = "a-secret-of-24-characters";

const running: HttpServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

/** The figures served as if the server were bound to `host`. */
async function serve(options: { host?: string; secret?: string | null } = {}) {
  const { host = "127.0.0.1", secret = SECRET } = options;
  const metrics = createMetrics();
  const routes = [metricsRoutes({ host, secret, page: () => metrics.page(null) })];
  const server = createHttpServer({ host: "127.0.0.1", port: 0, log: createLog(), routes });
  running.push(server);
  const port = await server.start();
  return (headers: Readonly<Record<string, string>> = {}) => ask(port, "/metrics", { headers });
}

const bearing = (secret: string) => ({ Authorization: `Bearer ${secret}` });

describe("/metrics", () => {
  it("is open to a caller on the machine", async () => {
    const read = await serve({ secret: null });
    const { status, headers, body } = await read();
    expect(status).toBe(200);
    expect(headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/u);
    expect(headers["cache-control"]).toBe("no-store");
    expect(body.toString()).toMatch(/^# TYPE bot766_command_seconds histogram$/mu);
    expect(body.toString()).toMatch(/^process_resident_memory_bytes \d+$/mu);
  });

  it("wants the secret of whoever comes through a proxy, or by another name", async () => {
    const read = await serve();
    for (const mark of [{ "X-Forwarded-For": "10.0.0.1" }, { Via: "1.1 x" }, { Host: "bot.example.vn" }]) {
      expect((await read(mark)).status).toBe(401);
      expect((await read({ ...mark, ...bearing("wrong") })).status).toBe(401);
      expect((await read({ ...mark, ...bearing(SECRET) })).status).toBe(200);
    }
  });

  it("wants the secret of everybody when the bot listens to the network", async () => {
    const read = await serve({ host: "0.0.0.0" });
    expect((await read()).status).toBe(401);
    expect((await read(bearing(SECRET))).status).toBe(200);
  });

  it("is closed to the network when there is no secret", async () => {
    const read = await serve({ host: "0.0.0.0", secret: null });
    for (const headers of [{}, bearing(""), bearing("null"), { Authorization: "Bearer" }]) {
      expect((await read(headers)).status).toBe(401);
    }
  });
});
