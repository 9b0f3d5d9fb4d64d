import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { backUp } from "#bot/backup/back-up.ts";
import { restore } from "#bot/backup/restore.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { type RedisServer, startRedis } from "#test/support/redis.ts";
import { putValues, valuesOf } from "#test/support/store-values.ts";

const AT = new Date("2026-11-21T08:00:00+07:00");

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
  return () => redis.stop();
});

let folder: string;
let file: string;
const open: Store[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bot766-backup-"));
  file = join(folder, "kho.jsonl.gz");
  return async () => {
    for (const store of open.splice(0)) await store.close();
    await rm(folder, { recursive: true });
  };
});

let places = 0;
const PLACES = {
  SQLite: () => `file:${join(folder, `${++places}.db`)}`,
  Redis: () => `${redis.url}/0?deployment=backup-${++places}`,
};
type Driver = keyof typeof PLACES;

/** A new store that holds `values`, by key. */
async function storeOf(driver: Driver, values: Readonly<Record<string, unknown>> = {}): Promise<Store> {
  const store = await openStore(PLACES[driver]());
  open.push(store);
  await putValues(store, values);
  return store;
}

const linesOf = async () =>
  gunzipSync(await readFile(file))
    .toString()
    .trimEnd()
    .split("\n");

/** What a store may hold that a careless file would lose. */
const AWKWARD = {
  "sheets/tiên-lữ/2024-08": { v: 1, data: [88.03, null, "Cương Chính"] },
  'a "key"\n\u2028 of\0 two lines': "one\u2028two\u2029three\r\nfour",
  empty: "",
  nothing: null,
  "line of a backup": { key: "x", value: 1, entries: 0 },
  "🙂": { deep: { deeper: [[[]]] } },
  long: "ộ".repeat(400_000),
};

describe.each<[from: Driver, to: Driver]>([
  ["SQLite", "SQLite"],
  ["SQLite", "Redis"],
  ["Redis", "SQLite"],
  ["Redis", "Redis"],
])("a backup of %s restored to %s", (from, to) => {
  it("holds everything that was there, and nothing else", async () => {
    const { entries, bytes } = await backUp({ store: await storeOf(from, AWKWARD), file, clock: () => AT });
    expect(entries).toBe(7);
    expect(bytes).toBe((await stat(file)).size);
    const target = await storeOf(to);
    expect(await restore({ store: target, file })).toEqual({ entries: 7, at: AT, originals: 0 });
    expect(await valuesOf(target)).toEqual(AWKWARD);
  });

  it("replaces what was there only when told to", async () => {
    const many = Object.fromEntries(Array.from({ length: 450 }, (_, i) => [`many/${i}`, { i }]));
    await backUp({ store: await storeOf(from, many), file });
    const target = await storeOf(to, Object.fromEntries(Object.keys(many).map((key) => [`old/${key}`, 0])));
    await expect(restore({ store: target, file })).rejects.toMatchObject({ code: "not-empty" });
    expect(Object.keys(await valuesOf(target))).toHaveLength(450);
    expect((await valuesOf(target))["old/many/7"]).toBe(0);
    await restore({ store: target, file, replace: true });
    expect(await valuesOf(target)).toEqual(many);
  });
});

it("tokens that the bot renews by itself are in no backup, and stand through a restore", async () => {
  const secret = { "secrets/some-channel/tokens": { v: 1, data: "renewed-token" } };
  await backUp({ store: await storeOf("SQLite", { a: 1, ...secret }), file });
  expect((await linesOf()).join()).not.toContain("renewed-token");
  const target = await storeOf("SQLite", { b: 2, "secrets/some-channel/tokens": "newer" });
  await restore({ store: target, file, replace: true });
  expect(await valuesOf(target)).toEqual({ a: 1, "secrets/some-channel/tokens": "newer" });
});

describe("a backup", () => {
  it("is the same for whatever a store can hold", async () => {
    const values = fc.dictionary(fc.string({ unit: "grapheme", minLength: 1 }), fc.jsonValue(), {
      noNullPrototype: true,
    });
    await fc.assert(
      fc.asyncProperty(values, async (held) => {
        const plain = JSON.parse(JSON.stringify(held));
        await backUp({ store: await storeOf("SQLite", plain), file });
        const target = await storeOf("SQLite");
        await restore({ store: target, file });
        expect(await valuesOf(target)).toEqual(plain);
      }),
      { numRuns: 10 },
    );
  });

  it("is lines a person can read: a header, an entry each, their count", async () => {
    await backUp({ store: await storeOf("SQLite", { b: [1], a: "một" }), file, clock: () => AT });
    expect(await linesOf()).toEqual([
      '{"format":"bot766-store","version":1,"at":"2026-11-21T01:00:00.000Z"}',
      '{"key":"a","value":"một"}',
      '{"key":"b","value":[1]}',
      '{"entries":2}',
    ]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).not.toContain("kho.jsonl.gz.part");
  });

  it("takes the place of an earlier one, and makes the folder it is to lie in", async () => {
    const store = await storeOf("SQLite", { a: 1 });
    file = join(folder, "new", "folder", "kho.jsonl.gz");
    await backUp({ store, file });
    await store.commit({ puts: [{ key: "b", value: 2 }] });
    expect(await backUp({ store, file })).toMatchObject({ entries: 2 });
    expect(await linesOf()).toHaveLength(4);
  });

  it("leaves the earlier one whole, and nothing half done, when the store fails on the way", async () => {
    const store = await storeOf("SQLite", { a: 1 });
    await backUp({ store, file });
    const failing: Store = { ...store, list: () => Promise.reject(new Error("the disk is gone")) };
    await expect(backUp({ store: failing, file })).rejects.toThrow("the disk is gone");
    expect(await linesOf()).toHaveLength(3);
    expect(await readdir(folder)).not.toContain("kho.jsonl.gz.part");
  });

  it("says that there is no place for it", async () => {
    await writeFile(join(folder, "a file"), "");
    const nowhere = join(folder, "a file", "kho.jsonl.gz");
    const store = await storeOf("SQLite");
    await expect(backUp({ store, file: nowhere })).rejects.toMatchObject({ code: "cannot-write" });
  });
});
