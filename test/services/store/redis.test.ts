import { Cluster, Redis } from "ioredis";
import { beforeAll, describe, expect, it } from "vitest";
import { createRedisStore } from "#services/store/redis.ts";
import { StoreUnavailable } from "#services/store/store.ts";
import { describeStore } from "#test/services/store/contract.ts";
import { freePort } from "#test/support/free-port.ts";
import { type RedisServer, startRedis } from "#test/support/redis.ts";

let server: RedisServer;
let places = 0;
const nextPlace = () => `place-${++places}`;

beforeAll(async () => {
  server = await startRedis();
  return () => server.stop();
});

describeStore("Redis", async () => {
  const deployment = nextPlace();
  return { connect: () => createRedisStore({ url: server.url, deployment }), remove: async () => {} };
});

describe("Redis Cluster", () => {
  let cluster: RedisServer;
  beforeAll(async () => {
    cluster = await startRedis({ cluster: true });
    return () => cluster.stop();
  });

  describeStore("a deployment", async () => {
    const deployment = nextPlace();
    const clients: Cluster[] = [];
    return {
      connect() {
        const client = new Cluster([{ host: "127.0.0.1", port: cluster.port }]);
        clients.push(client);
        return createRedisStore({ client, deployment });
      },
      remove: async () => clients.forEach((client) => void client.disconnect()),
    };
  });
});

describe("a Redis store", () => {
  const open = (options: { deployment?: string } = {}) =>
    createRedisStore({ url: server.url, deployment: nextPlace(), ...options });

  it("keeps deployments on one server apart", async () => {
    const [here, there] = [await open(), await open()];
    await here.commit({ puts: [{ key: "a", value: "here" }] });
    expect(await there.get("a")).toBeNull();
    expect(await there.commit({})).toEqual({ committed: true, version: 1 });
    await expect(open({ deployment: "a}b" })).rejects.toThrow(TypeError);
    await Promise.all([here.close(), there.close()]);
  });

  it("leaves a client it was given open, and as it was", async () => {
    const client = new Redis(server.url);
    const listeners = client.listenerCount("close");
    const store = await createRedisStore({ client, deployment: nextPlace() });
    await store.commit({ puts: [{ key: "a", value: 1 }] });
    await store.close();
    expect(await client.ping()).toBe("PONG");
    expect(client.listenerCount("close")).toBe(listeners);
    client.disconnect();
  });

  it("opens a client that was to connect only when needed", async () => {
    const client = new Redis(server.url, { lazyConnect: true });
    const store = await createRedisStore({ client, deployment: nextPlace() });
    expect(await store.get("a")).toBeNull();
    await store.close();
    client.disconnect();
  });

  it("says within three seconds that nobody listens, without the password", async () => {
    const port = await freePort();
    const started = performance.now();
    const failure = await createRedisStore({ url: `redis://user:secret@127.0.0.1:${port}/2` }).catch(
      (e) => e,
    );
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(failure).toBeInstanceOf(StoreUnavailable);
    expect(failure.message).toBe(`store redis://127.0.0.1:${port}/2 cannot be reached`);
  });

  it("never lets a password out with the reason for a failure", async () => {
    const locked = await startRedis({ password: "right" });
    const url = `redis://:wrong-secret@127.0.0.1:${locked.port}`;
    const failure = await createRedisStore({ url }).catch((e) => e);
    const store = await createRedisStore({ url: locked.url });
    expect(failure).toBeInstanceOf(StoreUnavailable);
    expect(JSON.stringify({ ...failure, ...failure.cause })).not.toContain("secret");
    expect(String(failure.cause)).toContain("WRONGPASS");
    await store.close();
    await locked.stop();
  });

  it("says so at once when the server refuses a command", async () => {
    const store = await open({ deployment: "refused" });
    const spy = new Redis(server.url);
    await spy.set("{bot766:refused}:entries", "not a hash");
    const started = performance.now();
    await expect(store.get("a")).rejects.toThrow(StoreUnavailable);
    expect(performance.now() - started).toBeLessThan(500);
    spy.disconnect();
    await store.close();
  });
});
