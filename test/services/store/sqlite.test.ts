import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import { createSqliteStore } from "#services/store/sqlite.ts";
import { StoreUnavailable } from "#services/store/store.ts";
import { describeStore } from "#test/services/store/contract.ts";

describeStore("a SQLite file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "bot766-sqlite-"));
  return {
    connect: async () => createSqliteStore({ path: join(folder, "store.db") }),
    remove: () => rm(folder, { recursive: true }),
  };
});

describe("a SQLite store", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "bot766-sqlite-"));
    return () => rm(folder, { recursive: true });
  });

  it("lives in memory when asked to, each one by itself", async () => {
    const [one, other] = [createSqliteStore({ path: ":memory:" }), createSqliteStore({ path: ":memory:" })];
    await one.commit({ puts: [{ key: "a", value: 1 }] });
    expect((await one.get("a"))?.value).toBe(1);
    expect(await other.get("a")).toBeNull();
    await one.close();
    await other.close();
  });

  it("makes the folder, keeps what was committed, and goes on counting versions", async () => {
    const path = join(folder, "new", "deeper", "dữ liệu.db");
    const first = createSqliteStore({ path });
    await first.commit({ puts: [{ key: "a", value: "kept" }] });
    await first.close();
    const second = createSqliteStore({ path });
    expect(await second.get("a")).toEqual({ key: "a", value: "kept", version: 1 });
    expect(await second.commit({})).toEqual({ committed: true, version: 2 });
    await second.close();
  });

  it("leaves everything in the one file when closed", async () => {
    const path = join(folder, "store.db");
    const store = createSqliteStore({ path });
    await store.commit({ puts: [{ key: "a", value: 1 }] });
    await store.close();
    const log = `${path}-wal`;
    expect(existsSync(log) ? (await stat(log)).size : 0).toBe(0);
  });

  it("loses no increment of several processes that open a new file at the same moment", async () => {
    const path = join(folder, "shared.db");
    const script = new URL("./increment.ts", import.meta.url).pathname;
    const run = () => promisify(execFile)(process.execPath, ["--import", "tsx", script, path, "100"]);
    await Promise.all([run(), run(), run(), run()]);
    const store = createSqliteStore({ path });
    expect((await store.get("counter/shared"))?.value).toEqual({ v: 1, data: 400 });
    await store.close();
  });

  it("opened again in its place, loses nothing when a program beside it comes and goes", async () => {
    const path = join(folder, "store.db");
    const first = createSqliteStore({ path });
    await first.commit({ puts: [{ key: "a", value: 1 }] });
    await first.close();
    const second = createSqliteStore({ path });
    await second.commit({ puts: [{ key: "b", value: 2 }] });
    const script = new URL("./increment.ts", import.meta.url).pathname;
    const beside = () => promisify(execFile)(process.execPath, ["--import", "tsx", script, path, "1"]);
    await beside();
    await second.commit({ puts: [{ key: "counter/shared", value: { v: 1, data: 40 } }] });
    await beside();
    expect((await second.get("counter/shared"))?.value).toEqual({ v: 1, data: 41 });
    await second.close();
  });

  it("says so when the file cannot be opened or is no database", async () => {
    await writeFile(join(folder, "file"), "this is not a database, whatever its name says".repeat(50));
    const inFile = join(folder, "file", "store.db");
    expect(() => createSqliteStore({ path: inFile })).toThrow(StoreUnavailable);
    const noDatabase = join(folder, "file");
    expect(() => createSqliteStore({ path: noDatabase })).toThrow(
      `store file:${noDatabase} cannot be reached`,
    );
  });

  it("rejects a commit that another process holds up for too long, and recovers", async () => {
    const path = join(folder, "store.db");
    const store = createSqliteStore({ path, patienceMs: 100 });
    const { default: Database } = await import("libsql");
    const holder = new Database(path);
    holder.exec("BEGIN IMMEDIATE");
    await expect(store.commit({ puts: [{ key: "a", value: 1 }] })).rejects.toThrow(StoreUnavailable);
    expect(await store.get("a")).toBeNull();
    holder.exec("ROLLBACK");
    expect((await store.commit({ puts: [{ key: "a", value: 1 }] })).committed).toBe(true);
    holder.close();
    await store.close();
  });

  it("holds up nothing else while another program holds the lock, and writes once it is free", async () => {
    const path = join(folder, "store.db");
    const store = createSqliteStore({ path });
    const { default: Database } = await import("libsql");
    const holder = new Database(path);
    holder.exec("BEGIN IMMEDIATE");
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 1);
    const commits = Array.from({ length: 50 }, (_, i) =>
      store.commit({ puts: [{ key: `a/${i}`, value: i }] }),
    );
    await expect.poll(() => turns, { timeout: 300_000 }).toBeGreaterThan(20);
    expect(await store.get("a/1")).toBeNull();
    holder.exec("ROLLBACK");
    expect((await Promise.all(commits)).every(({ committed }) => committed)).toBe(true);
    clearInterval(turning);
    expect((await store.get("a/1"))?.value).toBe(1);
    holder.close();
    await store.close();
  });

  it("is for its owner alone, also one that was not", async () => {
    const path = join(folder, "new", "store.db");
    await mkdir(join(folder, "new"));
    await writeFile(path, "", { mode: 0o644 });
    await chmod(path, 0o644);
    const store = createSqliteStore({ path });
    await store.commit({ puts: [{ key: "a", value: 1 }] });
    const modes = await Promise.all(
      ["", "-wal", "-shm"].map(async (suffix) => (await stat(path + suffix)).mode & 0o777),
    );
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    await store.close();
  });

  it("takes nothing more once its file is gone, but can still be read, and goes on when the file is back", async () => {
    const path = join(folder, "store.db");
    const store = createSqliteStore({ path });
    await store.commit({ puts: [{ key: "a", value: 1 }] });
    await rename(path, `${path}.away`);
    await expect(store.commit({ puts: [{ key: "a", value: 2 }] })).rejects.toThrow(StoreUnavailable);
    await writeFile(path, "");
    await expect(store.commit({ puts: [{ key: "a", value: 3 }] })).rejects.toThrow(StoreUnavailable);
    expect((await store.get("a"))?.value).toBe(1);
    await rename(`${path}.away`, path);
    expect((await store.commit({ puts: [{ key: "a", value: 4 }] })).committed).toBe(true);
    await store.close();
  });

  it("leaves nothing to be found in the file of what was deleted", async () => {
    const path = join(folder, "store.db");
    const store = createSqliteStore({ path });
    await store.commit({ puts: [{ key: "a", value: "dieu-khong-ai-duoc-doc" }] }, { relaxed: true });
    await store.commit({ deletes: ["a"] });
    await store.close();
    expect((await readFile(path)).includes("dieu-khong-ai-duoc-doc")).toBe(false);
  });
});
