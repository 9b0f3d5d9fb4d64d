import { afterEach, describe, expect, it } from "vitest";
import { storeAnswers } from "#bot/ops/store-answers.ts";
import { openStore } from "#services/store/open-store.ts";
import { startRedis } from "#test/support/redis.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe("whether the store answers", () => {
  it("is known of a file, and of one that was closed", async () => {
    const store = await openStore("file::memory:");
    expect(await storeAnswers(store)).toBe(true);
    await store.close();
    expect(await storeAnswers(store)).toBe(false);
  });

  it("is known in time of a Redis that hangs, that is gone, and that is back", async () => {
    const redis = await startRedis();
    closing.push(redis.stop);
    const store = await openStore(redis.url);
    closing.push(store.close);
    const asked = async () => {
      const started = performance.now();
      const answers = await storeAnswers(store, 300);
      expect(performance.now() - started).toBeLessThan(1000);
      return answers;
    };
    expect(await asked()).toBe(true);
    redis.freeze();
    expect(await asked()).toBe(false);
    redis.thaw();
    await expect.poll(asked, { timeout: 5000 }).toBe(true);
    await redis.halt();
    expect(await asked()).toBe(false);
    await redis.start();
    await expect.poll(asked, { timeout: 5000 }).toBe(true);
  });
});
