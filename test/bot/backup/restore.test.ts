import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { backUp } from "#bot/backup/back-up.ts";
import { isHalfRestored } from "#bot/backup/backup-refused.ts";
import { restore } from "#bot/backup/restore.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { putValues, valuesOf } from "#test/support/store-values.ts";

let folder: string;
let file: string;
const open: Store[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bot766-restore-"));
  file = join(folder, "kho.jsonl.gz");
  return async () => {
    for (const store of open.splice(0)) await store.close();
    await rm(folder, { recursive: true });
  };
});

/** A new store that holds `values`, by key. */
async function storeOf(values: Readonly<Record<string, unknown>> = {}): Promise<Store> {
  const store = await openStore("file::memory:");
  open.push(store);
  await putValues(store, values);
  return store;
}

describe("a file that cannot be restored", () => {
  const good = [
    '{"format":"bot766-store","version":1,"at":"2026-11-21T01:00:00.000Z"}',
    '{"key":"a","value":1}',
  ];
  const zipped = (lines: readonly string[]) => gzipSync(`${lines.join("\n")}\n`);
  const cut = zipped([...good, '{"entries":1}']).subarray(0, 60);

  it.each<[what: string, bytes: Uint8Array, code: string]>([
    ["an empty file", new Uint8Array(), "damaged"],
    ["a letter", Buffer.from("UBND huyện Tiên Lữ"), "not-a-backup"],
    ["another zipped file", zipped(["UBND huyện Tiên Lữ"]), "not-a-backup"],
    ["a later version's", zipped([String(good[0]).replace(":1,", ":2,"), '{"what":"ever"}']), "newer"],
    ["one cut within its bytes", cut, "damaged"],
    ["one cut between its lines", zipped(good), "damaged"],
    ["one with a wrong count", zipped([...good, '{"entries":2}']), "damaged"],
    ["one with a torn line", zipped([...good, '{"key":"b","val', '{"entries":2}']), "damaged"],
    [
      "one that goes on after its end",
      zipped([...good, '{"entries":1}', '{"key":"b","value":1}']),
      "damaged",
    ],
  ])("%s is refused, and the store stays as it is", async (_what, bytes, code) => {
    await writeFile(file, bytes);
    const store = await storeOf({ kept: true });
    await expect(restore({ store, file, replace: true })).rejects.toMatchObject({ code });
    expect(await valuesOf(store)).toEqual({ kept: true });
    await expect(restore({ store: await storeOf(), file })).rejects.toMatchObject({ code });
  });

  it("is one that is not there, or a folder", async () => {
    const store = await storeOf();
    await expect(restore({ store, file })).rejects.toMatchObject({ code: "no-file" });
    await expect(restore({ store, file: folder })).rejects.toMatchObject({ code: "no-file" });
  });

  it("is found out even where one byte of it changed", async () => {
    await backUp({ store: await storeOf({ a: "x".repeat(5000), b: 2 }), file });
    const bytes = await readFile(file);
    const at = bytes.length - 30;
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    await writeFile(file, bytes);
    const store = await storeOf();
    await expect(restore({ store, file })).rejects.toMatchObject({ name: "BackupRefused" });
    expect(await valuesOf(store)).toEqual({});
  });
});

describe("a restore that was broken off", () => {
  /** A store over which the second commit of values fails. */
  async function brokenOff(): Promise<Store> {
    const many = Object.fromEntries(Array.from({ length: 450 }, (_, i) => [`many/${i}`, i]));
    await backUp({ store: await storeOf(many), file });
    const store = await storeOf();
    let commits = 0;
    const failing: Store = {
      ...store,
      commit: (commit) => (++commits > 2 ? Promise.reject(new Error("power cut")) : store.commit(commit)),
    };
    await expect(restore({ store: failing, file })).rejects.toThrow("power cut");
    return store;
  }

  it("is known, so that nobody takes a part for the whole", async () => {
    const store = await brokenOff();
    expect(await isHalfRestored(store)).toBe(true);
    await expect(backUp({ store, file: `${file}.2` })).rejects.toMatchObject({ code: "half-restored" });
    await expect(restore({ store, file })).rejects.toMatchObject({ code: "half-restored" });
  });

  it("is made good by doing it again", async () => {
    const store = await brokenOff();
    expect(await restore({ store, file, replace: true })).toMatchObject({ entries: 450 });
    expect(await isHalfRestored(store)).toBe(false);
    expect(Object.keys(await valuesOf(store))).toHaveLength(450);
    await truncate(file, 100);
    await expect(restore({ store, file, replace: true })).rejects.toMatchObject({ code: "damaged" });
    expect(Object.keys(await valuesOf(store))).toHaveLength(450);
  });
});
