import { randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import { LRUCache } from "lru-cache";
import type { Logger } from "#bot/channels/logger.ts";
import type { Picture, PictureFormat, ReplyFile } from "#services/reply/reply.ts";

export interface MediaOptions {
  readonly log: Pick<Logger, "error">;
  /** Pictures and files whose addresses work; the least recently fetched is forgotten first. */
  readonly keep?: number;
  readonly random?: (size: number) => Buffer;
}

export type Media = ReturnType<typeof createMedia>;

const ID_BYTES = 16;
const EXTENSIONS = { png: "png", jpeg: "jpg" } as const satisfies Record<PictureFormat, string>;
/** Whoever holds the address may keep the bytes for a year: they never change. */
const FOREVER = "private, max-age=31536000, immutable";

/**
 * Gives pictures and files an address nobody can guess. It keeps how to make them, not their bytes: those are made
 * when somebody fetches the address, as often as needed.
 */
export function createMedia({ log, keep = 2000, random = randomBytes }: MediaOptions) {
  const pictures = new LRUCache<string, Picture>({ max: keep });
  const files = new LRUCache<string, ReplyFile>({ max: keep });
  const idsByKey = new LRUCache<string, string>({ max: keep });
  const newId = () => random(ID_BYTES).toString("hex");

  /** Path of the picture; the same content key keeps its path, so that browsers fetch it once. */
  function picture(picture: Picture, format: PictureFormat = "png"): string {
    const id = idsByKey.get(picture.key) ?? newId();
    idsByKey.set(picture.key, id);
    pictures.set(id, picture);
    return `/media/${id}.${EXTENSIONS[format]}`;
  }

  /** Path of the file. */
  function file(file: ReplyFile): string {
    const id = newId();
    files.set(id, file);
    return `/media/${id}/${encodeURIComponent(file.name)}`;
  }

  const routes = new Hono();
  routes.get("/media/:name{[0-9a-f]{32}\\.(?:png|jpg)}", (c) => {
    const [id = "", extension] = c.req.param("name").split(".");
    const picture = pictures.get(id);
    if (!picture) return gone(c);
    const format = extension === "png" ? "png" : "jpeg";
    return answer(c, { "Content-Type": `image/${format}` }, () => picture.bytes(format));
  });
  routes.get("/media/:id{[0-9a-f]{32}}/:name", (c) => {
    const file = files.get(c.req.param("id"));
    if (!file) return gone(c);
    const name = `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", "%27")}`;
    return answer(c, { "Content-Type": file.mediaType, "Content-Disposition": name }, () => file.bytes());
  });

  async function answer(c: Context, headers: Record<string, string>, make: () => Promise<Uint8Array>) {
    try {
      const bytes = await make();
      const length = { "Content-Length": String(bytes.length) };
      return c.body(Uint8Array.from(bytes), 200, { ...headers, ...length, "Cache-Control": FOREVER });
    } catch (error) {
      log.error({ err: error }, "a picture or file could not be made");
      return c.text("unavailable", 503, { "Cache-Control": "no-store" });
    }
  }

  return { picture, file, routes };
}

function gone(c: Context): Response {
  return c.text("not found", 404, { "Cache-Control": "no-store" });
}
