import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMedia } from "#bot/http/media.ts";
import { createPublicMedia, type PublicMedia } from "#bot/http/public-media.ts";
import { createHttpServer, type HttpServer } from "#bot/http/server.ts";
import type { MediaTrouble } from "#services/delivery/notice.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { createLog, type Log } from "#test/support/log.ts";
import { tinyCharts, tinyPicture } from "#test/support/tiny-picture.ts";

let store: Store;
let server: HttpServer;
let log: Log;
let port: number;
let now: number;
let troubles: MediaTrouble[];
let fetched: string[];
/** What stands between us and the world; null = nothing. */
let wall: (() => Response) | null;

beforeEach(async () => {
  store = await openStore("file::memory:");
  log = createLog();
  now = 0;
  troubles = [];
  fetched = [];
  wall = null;
});

afterEach(async () => {
  await server.stop();
  await store.close();
});

async function open(given?: null): Promise<PublicMedia> {
  const media = createMedia({ store, charts: tinyCharts, log });
  server = createHttpServer({ host: "127.0.0.1", port: 0, log, routes: [media.routes] });
  port = await server.start();
  return createPublicMedia({
    ...{ media, log },
    baseUrl: given === null ? null : `http://127.0.0.1:${port}`,
    onTrouble: async (trouble) => void troubles.push(trouble),
    now: () => now,
    async fetch(url, init) {
      fetched.push(`${init?.method} ${new Headers(init?.headers).get("user-agent")}`);
      return wall ? wall() : fetch(url, init);
    },
  });
}

describe("addresses for platforms to fetch", () => {
  it("are given once an address of ours was fetched as a platform fetches", async () => {
    const media = await open();
    expect(await media.check()).toBe(true);
    expect(fetched).toEqual(["HEAD Java/17", "GET Java/17"]);
    const address = await media.picture(tinyPicture());
    expect(address?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/media\/[0-9a-f]{32}\.png$/);
    expect((await fetch(address?.url ?? "")).status).toBe(200);
    expect(fetched).toHaveLength(2);
    expect(troubles).toEqual([]);
  });

  it("are none without PUBLIC_BASE_URL", async () => {
    const media = await open(null);
    expect(await media.check()).toBe(false);
    expect(await media.picture(tinyPicture())).toBeNull();
    expect(troubles).toEqual(["no-address"]);
  });

  it("are none while something else answers in our place, and are given when it is gone", async () => {
    const media = await open();
    wall = () => new Response("<html>Just a moment…</html>");
    expect(await media.check()).toBe(false);
    expect(troubles).toEqual(["unreachable"]);
    expect(log.messages("warn")).toEqual(["PUBLIC_BASE_URL does not lead here: answers go without pictures"]);

    wall = null;
    expect(await media.picture(tinyPicture())).toBeNull();
    now += 60_000;
    expect((await media.picture(tinyPicture()))?.url).toContain("/media/");
    expect(log.messages("info")).toEqual(["PUBLIC_BASE_URL leads here again"]);
  });

  it.each([403, 404, 503])("are none when we are answered for with %i", async (status) => {
    const media = await open();
    wall = () => new Response("", { status });
    expect(await media.check()).toBe(false);
  });

  it("are looked at once, however many ask at the same time", async () => {
    const media = await open();
    await Promise.all(Array.from({ length: 5 }, () => media.picture(tinyPicture())));
    expect(fetched).toHaveLength(2);
  });

  it("are none for what cannot be drawn or is too large, and the log says so", async () => {
    const media = await open();
    expect(await media.picture(tinyPicture({ fails: true }))).toBeNull();
    const large = { ...tinyPicture(), bytes: async () => new Uint8Array(2 ** 20 + 1) };
    expect(await media.picture(large)).toBeNull();
    expect(log.messages("error")).toEqual([
      "a picture or file was left out",
      "a picture or file was left out",
    ]);
  });
});
