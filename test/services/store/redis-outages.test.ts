import { connect, createServer } from "node:net";
import { Redis } from "ioredis";
import { beforeAll, describe, expect, it } from "vitest";
import { createStoreProbe } from "#bot/http/store-probe.ts";
import { createRedisStore } from "#services/store/redis.ts";
import { StoreUnavailable } from "#services/store/store.ts";
import { freePort } from "#test/support/free-port.ts";
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
    await expect.poll(() => store.get("late"), { timeout: 300_000 }).toBeNull();
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

describe("a Redis store whose primary becomes a replica of another", () => {
  it("goes on at the new primary, though its connection to the old one stays open", async () => {
    const [one, other] = [server, await startRedis()];
    const address = await forward(one.port);
    const [first, second] = [new Redis(one.port), new Redis(other.port)];
    await second.replicaof("127.0.0.1", one.port);
    const store = await createRedisStore({ url: address.url, deployment: `place-${++places}` });
    await store.commit({ puts: [{ key: "a", value: 1 }] });
    await expect
      .poll(() => second.info("replication"), { timeout: 300_000 })
      .toContain("master_link_status:up");
    await expect.poll(() => second.dbsize(), { timeout: 300_000 }).toBe(await first.dbsize());

    address.leadTo(other.port);
    await second.replicaof("NO", "ONE");
    await first.replicaof("127.0.0.1", other.port);
    expect(await store.commit({ puts: [{ key: "a", value: 2 }] })).toEqual({ committed: true, version: 2 });
    expect(await store.get("a")).toEqual({ key: "a", value: 2, version: 2 });

    await first.replicaof("NO", "ONE");
    await store.close();
    for (const client of [first, second]) client.disconnect();
    address.close();
    await other.stop();
  });

  it("says within its patience that nothing can be written where there is no other primary, and can be read", async () => {
    const store = await createRedisStore({
      ...{ url: server.url, deployment: `place-${++places}`, patienceMs: 1_500 },
    });
    const control = new Redis(server.port);
    await store.commit({ puts: [{ key: "a", value: 1 }] });
    await control.replicaof("127.0.0.1", await freePort());
    const probe = createStoreProbe({ store, keptMs: 0 });
    await expect(store.commit({ puts: [{ key: "a", value: 2 }] })).rejects.toThrow(StoreUnavailable);
    expect(await probe()).toBe(false);
    expect((await store.get("a"))?.value).toBe(1);
    await control.replicaof("NO", "ONE");
    await expect.poll(probe, { timeout: 300_000 }).toBe(true);
    control.disconnect();
    await store.close();
  });
});

describe("a Redis server that is not set as README asks", () => {
  it("is told which settings would lose what was committed", async () => {
    const forgetful = await startRedis({ appendOnly: "no" });
    const store = await createRedisStore({ url: forgetful.url });
    expect(await store.warnings?.()).toEqual([
      { setting: "appendonly", found: "no", wanted: "yes" },
      { setting: "appendfsync", found: "everysec", wanted: "always" },
    ]);
    await store.close();
    await forgetful.stop();
    const control = new Redis(server.port);
    await control.config("SET", "appendfsync", "always");
    const lasting = await createRedisStore({ url: server.url, deployment: `place-${++places}` });
    expect(await lasting.warnings?.()).toEqual([]);
    control.disconnect();
    await lasting.close();
  });
});

/** An address that leads somewhere else from one moment on: connections that are open stay where they are. */
async function forward(port: number) {
  let target = port;
  const line = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    near.pipe(far).pipe(near);
    near.on("close", () => far.destroy()).on("error", () => {});
    far.on("close", () => near.destroy()).on("error", () => {});
  });
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
  return {
    url: `redis://127.0.0.1:${(line.address() as { port: number }).port}`,
    leadTo(next: number) {
      target = next;
    },
    close: () => line.close(),
  };
}

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
