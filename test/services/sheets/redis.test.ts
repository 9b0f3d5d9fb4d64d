import { beforeAll } from "vitest";
import { createRedisStore } from "#services/store/redis.ts";
import { describeSheets } from "#test/services/sheets/contract.ts";
import { type RedisServer, startRedis } from "#test/support/redis.ts";

let server: RedisServer;
let places = 0;
beforeAll(async () => {
  server = await startRedis();
  return () => server.stop();
});

describeSheets("Redis", async () => {
  const deployment = `place-${++places}`;
  return () => createRedisStore({ url: server.url, deployment });
});
