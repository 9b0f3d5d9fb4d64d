import { beforeAll, describe, expect, it } from "vitest";
import { createBullmqQueue } from "#services/delivery/bullmq-queue.ts";
import { openQueue } from "#services/delivery/open-queue.ts";
import type { DeliveryQueue } from "#services/delivery/queue.ts";
import { until } from "#test/services/delivery/office.ts";
import { describeQueue } from "#test/services/delivery/queue-contract.ts";
import { createLog } from "#test/support/log.ts";
import { type RedisServer, startRedis } from "#test/support/redis.ts";

const PASSWORD = "open-sesame-766";
let server: RedisServer;
let deployments = 0;

beforeAll(async () => {
  server = await startRedis({ password: PASSWORD });
  return () => server.stop();
});

const nextUrl = () => `${server.url}?deployment=d${++deployments}`;

describeQueue("on BullMQ", (options) => createBullmqQueue({ url: nextUrl(), ...options }));

describe("a BullMQ queue", () => {
  async function listening(
    url: string,
    log = createLog(),
  ): Promise<{ queue: DeliveryQueue; looks: () => number }> {
    let looks = 0;
    const queue = await openQueue(url, { everyMs: 60_000, log });
    await queue.listen(async () => void looks++);
    await until(() => looks > 0);
    return { queue, looks: () => looks };
  }

  it("is heard by another process", async () => {
    const url = nextUrl();
    const here = await openQueue(url, { everyMs: 60_000, log: createLog() });
    const there = await listening(url);
    const before = there.looks();
    await here.ring();
    await until(() => there.looks() > before, 50_000);
    await Promise.all([here.stop(), there.queue.stop()]);
  });

  it("is not heard by another deployment", async () => {
    const here = await openQueue(nextUrl(), { everyMs: 60_000, log: createLog() });
    const there = await listening(nextUrl());
    const before = there.looks();
    await here.ring();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(there.looks()).toBe(before);
    await Promise.all([here.stop(), there.queue.stop()]);
  });

  it("outlives a restart of Redis, rings while it is away without failing, and keeps the password to itself", async () => {
    const log = createLog();
    const { queue, looks } = await listening(nextUrl(), log);
    await server.halt();
    await queue.ring();
    await server.start();
    const before = looks();
    await until(async () => {
      await queue.ring();
      return looks() > before + 1;
    });
    await queue.stop();
    expect(log.everything()).not.toContain(PASSWORD);
    expect(log.messages("warn").length).toBeGreaterThan(0);
  });

  it("stops within seconds when Redis is gone for good", async () => {
    const { queue } = await listening(nextUrl());
    await server.halt();
    const from = performance.now();
    await queue.stop();
    expect(performance.now() - from).toBeLessThan(3_000);
    await server.start();
  });
});
