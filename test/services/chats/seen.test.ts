import { afterEach, describe, expect, it } from "vitest";
import { createSeen } from "#services/chats/seen.ts";
import { openStore } from "#services/store/open-store.ts";
import { keysUnder, type Store } from "#services/store/store.ts";
import { startRedis } from "#test/support/redis.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function sqlite(): Promise<Store> {
  const store = await openStore("file::memory:");
  closing.push(store.close);
  return store;
}

async function redis(): Promise<Store> {
  const server = await startRedis();
  closing.push(server.stop);
  const store = await openStore(server.url);
  closing.push(store.close);
  return store;
}

const HALF_PAST = Date.parse("2026-11-21T01:30:00Z");

/** What one process knows, at a moment. */
function at(store: Store, moment: number, channel = "telegram") {
  const seen = createSeen({ store, channel, clock: () => new Date(moment) });
  return { firstTime: async (update: string) => (await store.commit(seen.first(update))).committed };
}

describe.each([
  ["SQLite", sqlite],
  ["Redis", redis],
])("an update heard by several processes over one store on %s", (_, open) => {
  it("is the first for one of them alone, however often and by whomever it is heard", async () => {
    const store = await open();
    const processes = Array.from({ length: 4 }, () => at(store, HALF_PAST));
    for (const update of ["1", "2", "3"]) {
      const firsts = await Promise.all(processes.map((seen) => seen.firstTime(update)));
      expect(firsts.filter(Boolean)).toHaveLength(1);
      expect(await processes[0]?.firstTime(update)).toBe(false);
    }
  });
});

it("an update of one channel is none of another", async () => {
  const store = await sqlite();
  expect(await at(store, HALF_PAST).firstTime("1")).toBe(true);
  expect(await at(store, HALF_PAST, "zalo").firstTime("1")).toBe(true);
});

it("an update is known across the hour, by clocks that differ", async () => {
  const store = await sqlite();
  const hour = Date.parse("2026-11-21T02:00:00Z");
  expect(await at(store, hour + 1000).firstTime("1")).toBe(true);
  expect(await at(store, hour - 1000).firstTime("1")).toBe(false);
  expect(await at(store, hour - 1000).firstTime("2")).toBe(true);
  expect(await at(store, hour + 1000).firstTime("2")).toBe(false);
});

it("updates are forgotten after two hours, and never before one", async () => {
  const store = await sqlite();
  let now = HALF_PAST;
  const seen = createSeen({ store, channel: "telegram", clock: () => new Date(now) });
  const firstTime = async (update: string) => {
    await seen.sweep();
    return (await store.commit(seen.first(update))).committed;
  };
  const kept = async () => (await store.list(keysUnder("seen/"))).length;
  for (let update = 0; update < 1200; update++) await firstTime(String(update));
  now += 3600_000;
  expect(await firstTime("7")).toBe(false);
  expect(await kept()).toBe(1200);
  now += 3600_000;
  expect(await firstTime("new")).toBe(true);
  expect(await kept()).toBe(1);
});
