import { Hono } from "hono";
import { rememberedSecret } from "#bot/channels/web/cookie.ts";
import { type PageContent, pageDocument } from "#bot/channels/web/document.ts";
import type { House } from "#bot/channels/web/rights.ts";
import { assetRoutes } from "#bot/http/assets.ts";
import { isAtTheMachine } from "#bot/http/at-the-machine.ts";

const FOLDER = new URL("./page/", import.meta.url);

/** The page at `/` and the files it is made of; everything is read once, here. */
export function createPage(content: PageContent, { host, token }: House): Hono {
  const operators = pageDocument(content, token);
  const commands = content.commands.filter(({ forOperators = false }) => !forOperators);
  const everybodys = pageDocument({ ...content, commands, setupPath: null }, token);
  const routes = new Hono();
  routes.get("/", (c) => {
    // Known before the page can post: a quick first message is not a stranger's.
    rememberedSecret(c);
    const document = isAtTheMachine(c.req.raw.headers, host) ? operators : everybodys;
    return c.html(document, 200, { "Cache-Control": "no-store" });
  });
  routes.route("/", assetRoutes("/assets", FOLDER));
  return routes;
}
