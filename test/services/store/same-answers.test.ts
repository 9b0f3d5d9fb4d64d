import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createRedisStore } from "#services/store/redis.ts";
import { createSqliteStore } from "#services/store/sqlite.ts";
import type { Commit, Entry, KeyRange, Store } from "#services/store/store.ts";
import { type RedisServer, startRedis } from "#test/support/redis.ts";

let server: RedisServer;
beforeAll(async () => {
  server = await startRedis();
  return () => server.stop();
});

describe("the drivers", () => {
  it("give the same answers as a sorted map, whatever is asked of them", async () => {
    let run = 0;
    const property = fc.asyncProperty(
      fc.array(operation, { minLength: 1, maxLength: 25 }),
      async (operations) => {
        const stores = [
          createModel(),
          createSqliteStore({ path: ":memory:" }),
          await createRedisStore({ url: server.url, deployment: `run-${++run}` }),
        ];
        for (const ask of operations) {
          const [expected, ...answers] = await Promise.all(stores.map(ask));
          for (const answer of answers) expect(answer).toEqual(expected);
        }
        await Promise.all(stores.map((store) => store.close()));
      },
    );
    await fc.assert(property, { numRuns: 200 });
  });
});

type Ask = (store: Store) => Promise<unknown>;

/** Few enough keys that operations meet, and some that order differently as bytes and as UTF-16. */
const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("a", "a/1", "a/2", "b", "Ế", "E\u0302\u0301", "ﬀ", "😀") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 5 }) },
);
const value = fc.jsonValue({ noUnicodeString: false }).map((json) => JSON.parse(JSON.stringify(json)));
const version = fc.integer({ min: 0, max: 8 });

const commit = fc.record<Commit>(
  {
    checks: fc.array(fc.record({ key, version }), { maxLength: 2 }),
    puts: fc.array(fc.record({ key, value }), { maxLength: 4 }),
    deletes: fc.array(key, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const range = fc.record<KeyRange>(
  { from: key, to: key, limit: fc.nat(4), reverse: fc.boolean() },
  { requiredKeys: ["from", "to"] },
);

const operation: fc.Arbitrary<Ask> = fc.oneof(
  { weight: 4, arbitrary: commit.map((asked) => described(asked, (store) => store.commit(asked))) },
  { weight: 2, arbitrary: range.map((asked) => described(asked, (store) => store.list(asked))) },
  { weight: 1, arbitrary: key.map((asked) => described(asked, (store) => store.get(asked))) },
  { weight: 1, arbitrary: fc.array(key).map((asked) => described(asked, (store) => store.getMany(asked))) },
);

/** Lets a failing sequence be read. */
function described(asked: unknown, ask: Ask): Ask {
  return Object.assign(ask, { [fc.toStringMethod]: () => JSON.stringify(asked) });
}

/** The port said in the plainest way. */
function createModel(): Store {
  const entries = new Map<string, Entry>();
  let counter = 0;
  const compare = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

  return {
    get: async (key) => entries.get(key) ?? null,
    getMany: async (keys) => keys.map((key) => entries.get(key) ?? null),
    async list({ from, to, limit, reverse }) {
      const inside = [...entries.values()].filter(
        ({ key }) => compare(key, from) >= 0 && compare(key, to) < 0,
      );
      inside.sort((a, b) => compare(a.key, b.key));
      return (reverse ? inside.reverse() : inside).slice(0, limit);
    },
    async commit({ checks = [], puts = [], deletes = [] }) {
      const moved = checks.find(({ key, version }) => (entries.get(key)?.version ?? 0) !== version);
      if (moved) return { committed: false, conflict: moved.key };
      counter += 1;
      for (const { key, value } of puts) entries.set(key, { key, value, version: counter });
      for (const key of deletes) entries.delete(key);
      return { committed: true, version: counter };
    },
    close: async () => {},
  };
}
