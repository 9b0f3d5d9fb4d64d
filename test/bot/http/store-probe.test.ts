import { afterEach, describe, expect, it } from "vitest";
import { createStoreProbe } from "#bot/http/store-probe.ts";
import { openStore } from "#services/store/open-store.ts";
import { type Store, StoreUnavailable } from "#services/store/store.ts";
import { startRedis } from "#test/support/redis.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe("whether the store answers", () => {
  it("is known of a file, and of one that was closed", async () => {
    const store = await openStore("file::memory:");
    const answers = createStoreProbe({ store, keptMs: 0 });
    expect(await answers()).toBe(true);
    await store.close();
    expect(await answers()).toBe(false);
  });

  it("is no where it can be read but not written to", async () => {
    const store = await openStore("file::memory:");
    closing.push(store.close);
    const full: Store = { ...store, commit: () => Promise.reject(new StoreUnavailable("full")) };
    expect(await createStoreProbe({ store: full })()).toBe(false);
  });

  it("is written at most every few seconds, however many ask", async () => {
    const store = await openStore("file::memory:");
    closing.push(store.close);
    let asked = 0;
    const counted: Store = {
      ...store,
      commit(commit, options) {
        asked += 1;
        return store.commit(commit, options);
      },
    };
    const answers = createStoreProbe({ store: counted, keptMs: 60_000 });
    expect(await Promise.all(Array.from({ length: 20 }, answers))).toEqual(Array(20).fill(true));
    expect(asked).toBe(1);
  });

  it("is known in time of a Redis that hangs, that is gone, and that is back", async () => {
    const redis = await startRedis();
    closing.push(redis.stop);
    const store = await openStore(redis.url);
    closing.push(store.close);
    const asked = createStoreProbe({ store, patienceMs: 300, keptMs: 0 });
    expect(await asked()).toBe(true);
    redis.freeze();
    expect(await asked()).toBe(false);
    redis.thaw();
    await expect.poll(asked, { timeout: 300_000 }).toBe(true);
    await redis.halt();
    expect(await asked()).toBe(false);
    await redis.start();
    await expect.poll(asked, { timeout: 300_000 }).toBe(true);
  });
});
