import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { snapshot } from "#bot/backup/back-up.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Entry, KeyRange, Store } from "#services/store/store.ts";
import { type RedisServer, startRedis } from "#test/support/redis.ts";

const PAIRS = Array.from({ length: 25 }, (_, i) => [`left/${10 + i}`, `right/${10 + i}`] as const);
const PAGE = 10;

let redis: RedisServer;
let places = 0;
beforeAll(async () => {
  redis = await startRedis();
  return () => redis.stop();
});

describe.each([
  ["SQLite", () => "file::memory:"],
  ["Redis", () => `${redis.url}/0?deployment=snapshot-${++places}`],
])("a snapshot of %s", (_driver, place) => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(place());
    await store.commit({ puts: PAIRS.flat().map((key) => ({ key, value: 0 })) });
    return () => store.close();
  });

  /** The snapshot as values by key, how many attempts it took, and the ranges read; `meanwhile` comes after each. */
  async function take(meanwhile: (read: number) => Promise<unknown>) {
    const ranges: KeyRange[] = [];
    let attempts = 0;
    const watched: Store = {
      ...store,
      async list(range) {
        const found = await store.list(range);
        await meanwhile(ranges.push(range));
        return found;
      },
    };
    const collect = async (entries: AsyncIterable<Entry>) => {
      attempts += 1;
      const values = new Map<string, unknown>();
      for await (const { key, value } of entries) values.set(key, value);
      return values;
    };
    return { values: await snapshot(watched, collect, PAGE), attempts, ranges };
  }

  /** Writes both of a pair at once, one that is read early and one that is read late. */
  const write = (value: number) =>
    store.commit({ puts: (PAIRS[value % PAIRS.length] ?? []).map((key) => ({ key, value })) });

  const torn = (values: ReadonlyMap<string, unknown>) =>
    PAIRS.filter(([left, right]) => values.get(left) !== values.get(right));

  it("is read page by page while nobody writes", async () => {
    const { values, attempts, ranges } = await take(async () => {});
    expect([...values.keys()]).toEqual(PAIRS.flat().sort());
    expect(attempts).toBe(1);
    expect(ranges.map(({ limit }) => limit)).toEqual(Array(6).fill(PAGE));
  });

  it("begins again when somebody wrote between two pages", async () => {
    const { values, attempts } = await take(async (read) => read === 3 && write(1));
    expect(attempts).toBe(2);
    expect(values.get("right/11")).toBe(1);
    expect(torn(values)).toEqual([]);
  });

  it("notices what was deleted between two pages", async () => {
    const gone = ["left/10", "right/10"];
    const { values, attempts } = await take(async (read) => read === 1 && store.commit({ deletes: gone }));
    expect(attempts).toBe(2);
    expect(gone.filter((key) => values.has(key))).toEqual([]);
  });

  it("is read in one go when others never stop writing", async () => {
    const { values, attempts, ranges } = await take(write);
    expect(attempts).toBe(4);
    expect(ranges.at(-1)?.limit).toBeUndefined();
    expect(values.size).toBe(50);
    expect(torn(values)).toEqual([]);
  });
});
