import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { openStore } from "#services/store/open-store.ts";
import { StoreUnavailable } from "#services/store/store.ts";
import { freePort } from "#test/support/free-port.ts";
import { startRedis } from "#test/support/redis.ts";

describe("opening a store by its url", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "bot766-open-"));
    return () => rm(folder, { recursive: true });
  });

  const keeps = async (url: string) => {
    const store = await openStore(url);
    await store.commit({ puts: [{ key: "a", value: url }] });
    const kept = await store.get("a");
    await store.close();
    return kept?.value;
  };

  it("opens a file by path or by file url, and memory", async () => {
    for (const url of [
      `file:${join(folder, "một.db")}`,
      pathToFileURL(join(folder, "hai.db")).href,
      "file::memory:",
    ]) {
      expect(await keeps(url)).toBe(url);
    }
    expect(existsSync(join(folder, "một.db"))).toBe(true);
    expect(existsSync(join(folder, "hai.db"))).toBe(true);
  });

  it("opens Redis, by deployment when the url names one", async () => {
    const redis = await startRedis();
    expect(await keeps(`${redis.url}/0?deployment=one`)).toBe(`${redis.url}/0?deployment=one`);
    const other = await openStore(`${redis.url}/0?deployment=two`);
    expect(await other.get("a")).toBeNull();
    await other.close();
    await redis.stop();
  });

  it("says within three seconds which store cannot be reached, without user, password or parameters", async () => {
    const deaf = createServer().listen(0, "127.0.0.1");
    const [port, silent] = [await freePort(), (deaf.address() as { port: number }).port];
    for (const at of [port, silent]) {
      const started = performance.now();
      const failure = await openStore(`redis://me:secret@127.0.0.1:${at}?password=secret`).catch((e) => e);
      expect(failure).toBeInstanceOf(StoreUnavailable);
      expect(failure.target).toBe(`redis://127.0.0.1:${at}`);
      expect(performance.now() - started).toBeLessThan(3_200);
    }
    deaf.close();
  });

  it("says that it knows no such store, without what a mistyped url may hold", async () => {
    for (const url of ["postgres://me:secret@host/db", "redis://me:sec ret@:x", ""]) {
      const failure = await openStore(url).catch((e) => e);
      expect(failure).toBeInstanceOf(StoreUnavailable);
      expect(failure.message).not.toMatch(/sec ?ret/);
    }
  });
});
