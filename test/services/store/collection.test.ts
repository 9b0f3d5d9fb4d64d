import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createCollection, StoredValueInvalid, ValueMalformed } from "#services/store/collection.ts";
import { commitUntilFree, TooContended } from "#services/store/commit-until-free.ts";
import { createSqliteStore } from "#services/store/sqlite.ts";
import type { Store } from "#services/store/store.ts";

const schema = z.object({ name: z.string(), count: z.number() });
let store: Store;
const open = (prefix = "thing", version = 1) => createCollection({ store, prefix, version, schema });

beforeEach(() => {
  store = createSqliteStore({ path: ":memory:" });
  return () => store.close();
});

describe("a collection", () => {
  it("gives back what it put, by id, with the version a check needs", async () => {
    const things = open();
    const value = { name: "Cương Chính", count: 1 };
    expect(await things.get("a")).toBeNull();
    await store.commit({ puts: [things.put("a", value)] });
    expect(await things.get("a")).toEqual({ id: "a", value, version: 1 });
    expect(await things.getMany(["b", "a"])).toEqual([null, { id: "a", value, version: 1 }]);
  });

  it("joins its puts, checks and deletes into one commit with those of others", async () => {
    const [things, others] = [open("thing"), open("other")];
    const value = { name: "x", count: 0 };
    const create = {
      checks: [things.check("a", null)],
      puts: [things.put("a", value), others.put("a", value)],
    };
    expect((await store.commit(create)).committed).toBe(true);
    expect(await store.commit(create)).toEqual({ committed: false, conflict: "thing/a" });
    const seen = await things.get("a");
    await store.commit({ checks: [things.check("a", seen)], deletes: [things.key("a"), others.key("a")] });
    expect(await others.get("a")).toBeNull();
  });

  it("lists its own items only, by parts of ids or between ids", async () => {
    const things = open();
    const ids = ["2024-07/b", "2024-08/a", "2024-08/b", "2024-09/a"];
    const puts = [
      ...ids.map((id) => things.put(id, { name: id, count: 0 })),
      open("thing2").put("x", { name: "x", count: 0 }),
    ];
    await store.commit({ puts });
    const listed = async (range?: Parameters<typeof things.list>[0]) =>
      (await things.list(range)).map(({ id }) => id);
    expect(await listed()).toEqual(ids);
    expect(await listed({ under: "2024-08/" })).toEqual(["2024-08/a", "2024-08/b"]);
    expect(await listed({ from: "2024-08/b" })).toEqual(["2024-08/b", "2024-09/a"]);
    expect(await listed({ to: "2024-08/b", reverse: true, limit: 1 })).toEqual(["2024-08/a"]);
  });

  it("refuses what does not fit its schema, or was written by another version, and names the key", async () => {
    await store.commit({
      puts: [
        { key: "thing/bad", value: { v: 1, data: { name: 7 } } },
        { key: "thing/bare", value: { name: "x", count: 1 } },
        open("thing", 2).put("newer", { name: "x", count: 1 }),
      ],
    });
    for (const id of ["bad", "bare", "newer"]) {
      const failure = await open()
        .get(id)
        .catch((error) => error);
      expect(failure).toBeInstanceOf(StoredValueInvalid);
      expect(failure.key).toBe(`thing/${id}`);
    }
    await expect(open().list()).rejects.toThrow(StoredValueInvalid);
  });

  it("loses no update made at the same time", async () => {
    const things = open();
    const add = () => things.update("a", async (seen) => ({ name: "sum", count: (seen?.count ?? 0) + 1 }));
    const updated = await Promise.all(Array.from({ length: 20 }, add));
    expect((await things.get("a"))?.value.count).toBe(20);
    expect(updated.map(({ value }) => value.count).sort((a, b) => a - b)).toEqual(
      updated.map((_, i) => i + 1),
    );
    expect(new Set(updated.map(({ version }) => version)).size).toBe(20);
  });

  it("hands on what a change throws, and stores nothing", async () => {
    const refusal = new Error("not this one");
    const refuse = () => Promise.reject(refusal);
    await expect(open().update("a", refuse)).rejects.toBe(refusal);
    expect(await open().get("a")).toBeNull();
  });
});

describe("committing until free", () => {
  it("gives up after so many attempts and names the contended key", async () => {
    let attempts = 0;
    const alwaysStale = async () => {
      attempts += 1;
      return { commit: { checks: [{ key: "a", version: 99 }] }, outcome: null };
    };
    const failure = await commitUntilFree(store, alwaysStale, 4).catch((error) => error);
    expect(failure).toBeInstanceOf(TooContended);
    expect(failure.key).toBe("a");
    expect(attempts).toBe(4);
  });
});

describe("what is malformed", () => {
  it("is never stored", async () => {
    const malformed = { name: 7, count: 1 } as unknown as { name: string; count: number };
    expect(() => open().put("a", malformed)).toThrow(ValueMalformed);
    await expect(open().update("a", () => malformed)).rejects.toThrow("stored under thing/a is malformed");
    expect(await open().get("a")).toBeNull();
  });

  it("and is stored all the same is stood for by what its owner makes of it, under its version", async () => {
    await store.commit({ puts: [{ key: "thing/a", value: { v: 1, data: { name: 7, count: 3 } } }] });
    const told: string[] = [];
    const things = createCollection({
      ...{ store, prefix: "thing", version: 1, schema },
      repair(data, { key }) {
        told.push(key);
        return { name: "", count: z.object({ count: z.number() }).parse(data).count };
      },
    });
    expect(await things.get("a")).toEqual({ id: "a", value: { name: "", count: 3 }, version: 1 });
    await things.update("a", (value) => ({ name: "mended", count: value?.count ?? 0 }));
    expect((await open().get("a"))?.value).toEqual({ name: "mended", count: 3 });
    expect(told).toEqual(["thing/a", "thing/a"]);
  });
});
