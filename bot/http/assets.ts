import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { Hono } from "hono";
import { etag } from "hono/etag";

const FONTS = {
  "be-vietnam-pro-400.ttf": "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf",
  "be-vietnam-pro-600.ttf": "@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf",
};
/** Font, colours and the bar at the top, which every page has; lines to type, buttons and notices, which forms have. */
const LOOK = new URL("./look/", import.meta.url);
const MEDIA_TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
};

/** What a page in the browser is made of, at `<path>/<name>`: the folder's files and the look of all pages, read once. */
export function assetRoutes(path: string, folder: URL): Hono {
  const assets = readAssets(folder);
  const routes = new Hono();
  routes.use(`${path}/*`, etag());
  routes.get(`${path}/:name`, (c) => {
    const name = c.req.param("name") ?? "";
    const bytes = assets.get(name);
    if (!bytes) return c.notFound();
    const type = MEDIA_TYPES[extname(name)] ?? "application/octet-stream";
    return c.body(bytes, 200, { "Content-Type": type, "Cache-Control": "no-cache" });
  });
  return routes;
}

function readAssets(folder: URL): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const { resolve } = createRequire(import.meta.url);
  const assets = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const from of [LOOK, folder]) {
    for (const name of readdirSync(from)) {
      if (extname(name) in MEDIA_TYPES) assets.set(name, Uint8Array.from(readFileSync(new URL(name, from))));
    }
  }
  for (const [name, path] of Object.entries(FONTS)) {
    assets.set(name, Uint8Array.from(readFileSync(resolve(path))));
  }
  return assets;
}
