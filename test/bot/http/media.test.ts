import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMedia, FileTooLarge, type Media, MOST_FILE_BYTES } from "#bot/http/media.ts";
import { createHttpServer, type HttpServer } from "#bot/http/server.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { ask } from "#test/bot/http/request.ts";
import { createLog, type Log } from "#test/support/log.ts";
import { valuesOf } from "#test/support/store-values.ts";
import { tinyCharts, tinyPicture } from "#test/support/tiny-picture.ts";

const DAY_MS = 24 * 3600_000;

let store: Store;
let log: Log;
let now: number;
let process: Process;

interface Process {
  readonly media: Media;
  readonly server: HttpServer;
  readonly port: number;
}

/** One of several processes over the same store, or the same one after a restart. */
async function startProcess(): Promise<Process> {
  const media = createMedia({ store, charts: tinyCharts, log, clock: () => new Date(now) });
  const server = createHttpServer({ host: "127.0.0.1", port: 0, log, routes: [media.routes] });
  return { media, server, port: await server.start() };
}

beforeEach(async () => {
  store = await openStore("file::memory:");
  log = createLog();
  now = Date.parse("2026-11-21T08:00:00+07:00");
  process = await startProcess();
});

afterEach(async () => {
  await process.server.stop();
  await store.close();
});

const pathOf = async (options: Parameters<typeof tinyPicture>[0] = {}): Promise<string> =>
  (await process.media.picture(tinyPicture(options))).path;

describe("pictures by address", () => {
  it("have addresses of 128 bits that nobody can work out from the content", async () => {
    const paths = await Promise.all(["a", "b", "c"].map((key) => pathOf({ key })));
    for (const path of paths) expect(path).toMatch(/^\/media\/[0-9a-f]{32}\.png$/);
    expect(new Set(paths).size).toBe(3);
    const elsewhere = await openStore("file::memory:");
    const other = createMedia({ store: elsewhere, charts: tinyCharts, log });
    expect(paths).not.toContain((await other.picture(tinyPicture({ key: "a" }))).path);
    await elsewhere.close();
  });

  it("are drawn only when fetched, and may be kept for good", async () => {
    const picture = tinyPicture();
    const { path } = await process.media.picture(picture);
    expect(picture.drawn()).toBe(0);
    const { status, headers, body } = await ask(process.port, path);
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("image/png");
    expect(headers["cache-control"]).toContain("immutable");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["set-cookie"]).toBeUndefined();
    expect(body.subarray(1, 4).toString()).toBe("PNG");
  });

  it("answer HEAD first, and GET as often as a platform fetches, whatever it calls itself", async () => {
    const path = await pathOf();
    const headers = { "user-agent": "Java/17.0.2" };
    const head = await ask(process.port, path, { method: "HEAD", headers });
    const first = await ask(process.port, path, { headers });
    const second = await ask(process.port, path, { headers });
    expect(head.status).toBe(200);
    expect(head.headers["content-type"]).toBe("image/png");
    expect(head.headers["content-length"]).toBe(String(first.body.length));
    expect(head.body.length).toBe(0);
    expect(second.body).toEqual(first.body);
  });

  it("keep their address as long as their content key is the same, in every process", async () => {
    const path = await pathOf({ key: "a" });
    const other = await startProcess();
    expect((await other.media.picture(tinyPicture({ key: "a" }))).path).toBe(path);
    expect((await other.media.picture(tinyPicture({ key: "b" }))).path).not.toBe(path);
    await other.server.stop();
  });

  it("are drawn by a process that has never seen them, also after a restart", async () => {
    const path = await pathOf({ width: 120, height: 30 });
    const before = await ask(process.port, path);
    await process.server.stop();
    process = await startProcess();
    const after = await ask(process.port, path);
    expect(after.status).toBe(200);
    expect(after.body).toEqual(before.body);
  });

  it("are 404 under an id nobody gave out, or one that is no id, and are listed nowhere", async () => {
    const ids = ["0".repeat(32), "..%2f..%2fpackage", "1", `${"0".repeat(32)}0`];
    for (const id of ids) expect((await ask(process.port, `/media/${id}.png`)).status).toBe(404);
    for (const path of ["/media", "/media/"]) expect((await ask(process.port, path)).status).toBe(404);
  });

  it("are 503, and not kept by the browser, when they cannot be drawn", async () => {
    const answer = await ask(process.port, await pathOf({ fails: true }));
    expect(answer.status).toBe(503);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.body.toString()).not.toContain("renderer");
    expect(log.everything()).toContain("the renderer is gone");
  });
});

describe("the age of an address", () => {
  it("is a week at least, counted from when it was given out last", async () => {
    const path = await pathOf();
    for (const days of [3, 6, 6, 6]) {
      now += days * DAY_MS;
      expect(await pathOf()).toBe(path);
    }
    now += 7 * DAY_MS - 1;
    expect((await ask(process.port, path)).status).toBe(200);
  });

  it("ends whether or not it is fetched, and nothing of it is kept", async () => {
    const path = await pathOf({ key: "old" });
    for (let day = 0; day < 16; day++) {
      await ask(process.port, path);
      now += DAY_MS;
    }
    expect((await ask(process.port, path)).status).toBe(404);
    await pathOf({ key: "new" });
    const kept = Object.keys(await valuesOf(store)).filter((key) => !key.startsWith("media/secrets/"));
    expect(kept).toHaveLength(2);
    expect(kept.join()).not.toContain(path.slice("/media/".length, -".png".length));
  });

  it("is not cut short by what it was before", async () => {
    const path = await pathOf({ key: "monthly" });
    now += 8 * DAY_MS;
    await pathOf({ key: "monthly" });
    now += 8 * DAY_MS;
    await pathOf({ key: "another" });
    expect((await ask(process.port, path)).status).toBe(200);
  });
});

describe("files by address", () => {
  const file = {
    name: "Kết quả 'tháng 8'.xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes: async () => new TextEncoder().encode("the sheet"),
  };

  it("download under their own name, whatever letters it has", async () => {
    const { path } = await process.media.file(file);
    expect(path).toMatch(/^\/media\/[0-9a-f]{32}\/ket-qua-thang-8-\.xlsx$/);
    const { headers, body } = await ask(process.port, path);
    expect(body.toString()).toBe("the sheet");
    expect(headers["content-type"]).toBe(file.mediaType);
    const name = /^attachment; filename\*=UTF-8''(.+)$/.exec(headers["content-disposition"] ?? "")?.[1] ?? "";
    expect(decodeURIComponent(name)).toBe(file.name);
    expect(name).not.toContain("'");
  });

  it("are there for another process, and say until when", async () => {
    const { path, until } = await process.media.file(file);
    await process.server.stop();
    process = await startProcess();
    const head = await ask(process.port, path, { method: "HEAD" });
    expect(head.headers["content-length"]).toBe("9");
    now = until.getTime() - 1;
    expect((await ask(process.port, path)).status).toBe(200);
    now = until.getTime();
    expect((await ask(process.port, path)).status).toBe(404);
  });

  it("are refused when they are too large to keep", async () => {
    const large = { ...file, bytes: async () => new Uint8Array(MOST_FILE_BYTES + 1) };
    await expect(process.media.file(large)).rejects.toThrow(FileTooLarge);
  });

  it("are 404 under an id nobody gave out", async () => {
    expect((await ask(process.port, `/media/${"0".repeat(32)}/a.xlsx`)).status).toBe(404);
  });
});
