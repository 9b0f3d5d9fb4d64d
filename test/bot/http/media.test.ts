import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMedia, type Media } from "#bot/http/media.ts";
import { createHttpServer, type HttpServer } from "#bot/http/server.ts";
import { ask } from "#test/bot/http/request.ts";
import { createLog } from "#test/support/log.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

let media: Media;
let server: HttpServer;
let port: number;
const log = createLog();

beforeEach(async () => {
  media = createMedia({ log, keep: 3 });
  server = createHttpServer({ host: "127.0.0.1", port: 0, log, routes: [media.routes] });
  port = await server.start();
});

afterEach(() => server.stop());

describe("pictures by address", () => {
  it("have addresses of 128 random bits", () => {
    const paths = [1, 2, 3].map((n) => media.picture(tinyPicture({ key: `k${n}` })));
    for (const path of paths) expect(path).toMatch(/^\/media\/[0-9a-f]{32}\.png$/);
    expect(new Set(paths).size).toBe(3);
  });

  it("are drawn only when fetched, as PNG or JPEG, and may be kept for good", async () => {
    const picture = tinyPicture();
    const png = media.picture(picture);
    const jpg = media.picture(picture, "jpeg");
    expect(picture.drawn()).toBe(0);

    const asPng = await ask(port, png);
    expect(asPng.headers["content-type"]).toBe("image/png");
    expect(asPng.headers["cache-control"]).toContain("immutable");
    expect(asPng.body.subarray(1, 4).toString()).toBe("PNG");

    const asJpeg = await ask(port, jpg);
    expect(asJpeg.headers["content-type"]).toBe("image/jpeg");
    expect(asJpeg.body.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(picture.drawn()).toBe(2);
  });

  it("keep their address as long as their content key is the same", () => {
    expect(media.picture(tinyPicture({ key: "a" }))).toBe(media.picture(tinyPicture({ key: "a" })));
    expect(media.picture(tinyPicture({ key: "a" }))).not.toBe(media.picture(tinyPicture({ key: "b" })));
  });

  it("answer HEAD with the headers alone", async () => {
    const path = media.picture(tinyPicture());
    const head = await ask(port, path, { method: "HEAD" });
    const get = await ask(port, path);
    expect(head.status).toBe(200);
    expect(head.headers["content-type"]).toBe("image/png");
    expect(head.headers["content-length"]).toBe(String(get.body.length));
    expect(head.body.length).toBe(0);
  });

  it("are 404 under an id nobody gave out, or one that is no id", async () => {
    const ids = ["0".repeat(32), "..%2f..%2fpackage", "1", `${"0".repeat(32)}0`];
    for (const id of ids) expect((await ask(port, `/media/${id}.png`)).status).toBe(404);
  });

  it("are 503, and not kept by the browser, when they cannot be drawn", async () => {
    const answer = await ask(port, media.picture(tinyPicture({ fails: true })));
    expect(answer.status).toBe(503);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.body.toString()).not.toContain("renderer");
    expect(log.everything()).toContain("the renderer is gone");
  });

  it("are forgotten when many newer ones have come", async () => {
    const first = media.picture(tinyPicture({ key: "first" }));
    for (const key of ["a", "b", "c"]) media.picture(tinyPicture({ key }));
    expect((await ask(port, first)).status).toBe(404);
    expect((await ask(port, media.picture(tinyPicture({ key: "first" })))).status).toBe(200);
  });
});

describe("files by address", () => {
  const file = {
    name: "Kết quả 'tháng 8'.xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes: async () => new TextEncoder().encode("the sheet"),
  };

  it("download under their own name, whatever letters it has", async () => {
    const path = media.file(file);
    expect(path).toMatch(/^\/media\/[0-9a-f]{32}\/[^/]+$/);
    const { headers, body } = await ask(port, path);
    expect(body.toString()).toBe("the sheet");
    expect(headers["content-type"]).toBe(file.mediaType);
    const name = /^attachment; filename\*=UTF-8''(.+)$/.exec(headers["content-disposition"] ?? "")?.[1] ?? "";
    expect(decodeURIComponent(name)).toBe(file.name);
    expect(name).not.toContain("'");
  });

  it("are 404 under an id nobody gave out", async () => {
    expect((await ask(port, `/media/${"0".repeat(32)}/a.xlsx`)).status).toBe(404);
  });
});
