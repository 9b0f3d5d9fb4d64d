import { createHmac, randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { createMediaShelf, type Medium } from "#bot/http/media-shelf.ts";
import type { Charts } from "#services/charts/charts.ts";
import type { Logger } from "#services/logger.ts";
import type { Originals } from "#services/originals/originals.ts";
import type { Picture, ReplyFile } from "#services/reply/reply.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";
import { foldWords } from "#services/text/fold.ts";

export interface MediaOptions {
  /** Shared by all processes: any of them answers for any address. */
  readonly store: Store;
  readonly charts: Pick<Charts, "picture">;
  /** Papers as they were sent; by default there are none. */
  readonly originals?: Pick<Originals, "bytes">;
  readonly log: Pick<Logger, "error">;
  readonly clock?: () => Date;
}

export type Media = ReturnType<typeof createMedia>;

/** A path on this server that leads to something for a while. */
export interface Address {
  readonly path: string;
  readonly until: Date;
}

/** The file is larger than is kept for download. */
export class FileTooLarge extends Error {
  override readonly name = "FileTooLarge";
}

export const MOST_FILE_BYTES = 5 * 2 ** 20;
const ID_HEX_DIGITS = 32;
/** Whoever holds the address may keep the bytes for a year: they never change. */
const FOREVER = "private, max-age=31536000, immutable";
const Secret = z.object({ secret: z.string() });

/**
 * Gives pictures and files addresses nobody can guess, which work for a week at least, in every process and after a
 * restart. Of a picture the recipe is kept: it is drawn when somebody fetches it, as often as needed.
 */
export function createMedia({ store, charts, originals, log, clock = () => new Date() }: MediaOptions) {
  const shelf = createMediaShelf({ store, clock });
  const secret = lasting(() => sharedSecret(store));

  async function given(id: string, name: string, medium: Medium): Promise<Address> {
    const until = await shelf.keep(id, medium);
    return { path: `/media/${id}${name}`, until: new Date(until) };
  }

  const routes = new Hono();
  routes.get("/media/:name{[0-9a-f]{32}\\.png}", (c) =>
    answer(c, c.req.param("name").slice(0, ID_HEX_DIGITS)),
  );
  routes.get("/media/:id{[0-9a-f]{32}}/:name", (c) => answer(c, c.req.param("id")));

  async function answer(c: Context, id: string): Promise<Response> {
    try {
      const medium = await shelf.find(id);
      const bytes = medium && (await bytesOf(medium));
      if (!medium || !bytes) return c.text("not found", 404, { "Cache-Control": "no-store" });
      const length = { "Content-Length": String(bytes.length) };
      const headers = { ...headersOf(medium), ...length, "Cache-Control": FOREVER };
      return c.body(Uint8Array.from(bytes), 200, headers);
    } catch (error) {
      log.error({ err: error }, "a picture or file could not be made");
      return c.text("unavailable", 503, { "Cache-Control": "no-store" });
    }
  }

  async function bytesOf(medium: Medium): Promise<Uint8Array | null> {
    if (medium.kind === "original") return (await originals?.bytes(medium)) ?? null;
    if (medium.kind === "file") return Buffer.from(medium.base64, "base64");
    return charts.picture(medium.spec).bytes("png");
  }

  return {
    routes,

    /**
     * Where the picture is; the same content keeps its address, so that browsers fetch it once. `named`: the address ends
     * in what the picture shows, under which a browser saves it.
     */
    async picture({ key, spec, alt, name: own }: Picture, { named = false } = {}): Promise<Address> {
      const id = createHmac("sha256", await secret())
        .update(key)
        .digest("hex")
        .slice(0, ID_HEX_DIGITS);
      const name = named ? `/${own ?? titleInAddress(alt)}.png` : ".png";
      return given(id, name, { kind: "picture", spec });
    },

    /** Where the file is. Rejects with FileTooLarge, or as making the file does. */
    async file({ name, mediaType, original, bytes }: ReplyFile): Promise<Address> {
      const id = randomBytes(ID_HEX_DIGITS / 2).toString("hex");
      const ending = `/${nameInAddress(name)}`;
      if (original) return given(id, ending, { kind: "original", name, mediaType, ...original });
      const made = await bytes();
      if (made.length > MOST_FILE_BYTES) throw new FileTooLarge(`${made.length} bytes`);
      const base64 = Buffer.from(made).toString("base64");
      return given(id, ending, { kind: "file", name, mediaType, base64 });
    },
  };
}

function headersOf(medium: Medium): Record<string, string> {
  if (medium.kind === "picture") return { "Content-Type": "image/png" };
  const name = encodeURIComponent(medium.name).replaceAll("'", "%27");
  return { "Content-Type": medium.mediaType, "Content-Disposition": `attachment; filename*=UTF-8''${name}` };
}

/** "Kết quả tháng 8.xlsx" → "ket-qua-thang-8.xlsx": short enough to be read in a message. */
function nameInAddress(name: string): string {
  return foldWords(name).replace(/[^a-z0-9.]+/gu, "-") || "file";
}

const LONGEST_TITLE = 80;

/** "Xếp hạng tháng 8/2024 · huyện Tiên Lữ", and more below → "xep-hang-thang-8-2024-huyen-tien-lu". */
function titleInAddress(alt: string): string {
  const [title = ""] = alt.split("\n", 1);
  const words = foldWords(title).split(/[^a-z0-9]+/u);
  return (
    words
      .filter((word) => word !== "")
      .join("-")
      .slice(0, LONGEST_TITLE) || "picture"
  );
}

/** The same in every process: made by whoever needs it first. */
async function sharedSecret(store: Store): Promise<string> {
  const secrets = createCollection({ store, prefix: "media/secrets", version: 1, schema: Secret });
  const fresh = { secret: randomBytes(ID_HEX_DIGITS).toString("hex") };
  return (await secrets.update("addresses", (known) => known ?? fresh)).value.secret;
}

/** What was read once, but for failures. */
function lasting<T>(read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined;
  return () => {
    value ??= read().catch((error: unknown) => {
      value = undefined;
      throw error;
    });
    return value;
  };
}
