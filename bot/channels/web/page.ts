import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { Hono } from "hono";
import { etag } from "hono/etag";
import { rememberedSecret } from "#bot/channels/web/cookie.ts";
import { type PageContent, pageDocument } from "#bot/channels/web/document.ts";
import type { House } from "#bot/channels/web/rights.ts";
import { isAtTheMachine } from "#bot/http/at-the-machine.ts";

const FOLDER = new URL("./page/", import.meta.url);
const FONTS = {
  "be-vietnam-pro-400.ttf": "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf",
  "be-vietnam-pro-600.ttf": "@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf",
};
const MEDIA_TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
};

/** The page at `/` and the files it is made of; everything is read once, here. */
export function createPage(content: PageContent, { host, token }: House): Hono {
  const operators = pageDocument(content, token);
  const commands = content.commands.filter(({ forOperators = false }) => !forOperators);
  const everybodys = pageDocument({ ...content, commands }, token);
  const assets = readAssets();
  const routes = new Hono();
  routes.get("/", (c) => {
    // Known before the page can post: a quick first message is not a stranger's.
    rememberedSecret(c);
    const document = isAtTheMachine(c.req.raw.headers, host) ? operators : everybodys;
    return c.html(document, 200, { "Cache-Control": "no-store" });
  });
  routes.use("/assets/*", etag());
  routes.get("/assets/:name", (c) => {
    const name = c.req.param("name");
    const bytes = assets.get(name);
    if (!bytes) return c.notFound();
    const type = MEDIA_TYPES[extname(name)] ?? "application/octet-stream";
    return c.body(bytes, 200, { "Content-Type": type, "Cache-Control": "no-cache" });
  });
  return routes;
}

function readAssets(): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const { resolve } = createRequire(import.meta.url);
  const assets = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const name of readdirSync(FOLDER)) {
    assets.set(name, Uint8Array.from(readFileSync(new URL(name, FOLDER))));
  }
  for (const [name, path] of Object.entries(FONTS)) {
    assets.set(name, Uint8Array.from(readFileSync(resolve(path))));
  }
  return assets;
}
