import { connect, createServer } from "node:net";
import { beforeAll, describe, expect, it } from "vitest";
import { createRedisStore } from "#services/store/redis.ts";
import { StoreUnavailable } from "#services/store/store.ts";
import { type RedisServer, startRedis } from "#test/support/redis.ts";

let server: RedisServer;
let places = 0;

beforeAll(async () => {
  server = await startRedis();
  return () => server.stop();
});

describe("a Redis store whose server fails", () => {
  const open = (options: { url?: string; patienceMs?: number } = {}) =>
    createRedisStore({ url: server.url, deployment: `place-${++places}`, ...options });

  it("goes on by itself after the server restarted, with everything kept", async () => {
    const store = await open();
    await store.commit({ puts: [{ key: "a", value: "kept" }] });
    await server.restart();
    expect(await store.get("a")).toEqual({ key: "a", value: "kept", version: 1 });
    expect(await store.commit({})).toEqual({ committed: true, version: 2 });
    await store.close();
  });

  it("carries out what was asked while the server restarted, each commit once", async () => {
    const store = await open();
    let running = true;
    const write = async () => {
      const versions: number[] = [];
      while (running) {
        const seen = versions.at(-1) ?? 0;
        const value = versions.length + 1;
        const result = await store.commit({
          checks: [{ key: "n", version: seen }],
          puts: [{ key: "n", value }],
        });
        if (!result.committed) throw new Error(`commit ${value} was applied twice`);
        versions.push(result.version);
      }
      return versions;
    };
    const writing = write();
    for (let i = 0; i < 3; i++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await server.restart();
    }
    running = false;
    const versions = await writing;
    expect(versions.length).toBeGreaterThan(3);
    expect((await store.get("n"))?.value).toBe(versions.length);
    expect(versions).toEqual(versions.map((_, i) => i + 1));
    await store.close();
  });

  it("applies a commit once when its reply was lost and it is sent again", async () => {
    const line = await tapLine(server.port);
    const store = await open({ url: line.url });
    line.cutAtNextReply();
    expect(await store.commit({ puts: [{ key: "a", value: 1 }] })).toEqual({ committed: true, version: 1 });
    expect(line.cuts()).toBe(1);
    expect(await store.commit({})).toEqual({ committed: true, version: 2 });
    await store.close();
    line.close();
  });

  it("rejects in bounded time while the server is down, never carries that out later, and recovers", async () => {
    const store = await open({ patienceMs: 300 });
    await server.halt();
    const started = performance.now();
    const attempts = [store.get("a"), store.commit({ puts: [{ key: "late", value: 1 }] })];
    const answers = await Promise.allSettled(attempts);
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(answers).toMatchObject(
      attempts.map(() => ({ status: "rejected", reason: { name: "StoreUnavailable" } })),
    );
    await server.start();
    await expect.poll(() => store.get("late"), { timeout: 5_000 }).toBeNull();
    expect(await store.commit({})).toEqual({ committed: true, version: 1 });
    await store.close();
  });

  it("rejects in bounded time when the server hangs without a word", async () => {
    const store = await open({ patienceMs: 300 });
    server.freeze();
    const started = performance.now();
    await expect(store.get("a")).rejects.toThrow(StoreUnavailable);
    expect(performance.now() - started).toBeLessThan(1_500);
    server.thaw();
    await store.close();
  });
});

/** A line to the server that can be cut after a request went through, before its reply comes back. */
async function tapLine(port: number) {
  let cutting = false;
  let cuts = 0;
  const line = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    near.pipe(far);
    far.on("data", (reply) => {
      if (!cutting) return near.write(reply);
      cutting = false;
      cuts += 1;
      return near.destroy();
    });
    near.on("close", () => far.destroy()).on("error", () => {});
    far.on("close", () => near.destroy()).on("error", () => {});
  });
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
  return {
    url: `redis://127.0.0.1:${(line.address() as { port: number }).port}`,
    cutAtNextReply: () => {
      cutting = true;
    },
    cuts: () => cuts,
    close: () => line.close(),
  };
}
