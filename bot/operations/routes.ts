import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { assetRoutes } from "#bot/http/assets.ts";
import { isOwnOrigin, isOwnPost, keepAtTheMachine } from "#bot/http/machine-pages.ts";
import { textFields } from "#bot/http/text-fields.ts";
import { chatsDocument } from "#bot/operations/page/chats.ts";
import { deedsDocument } from "#bot/operations/page/deeds.ts";
import { ledgerDocument } from "#bot/operations/page/deliveries.ts";
import { operationsDocument } from "#bot/operations/page/document.ts";
import { elsewhereDocument } from "#bot/operations/page/frame.ts";
import { ACT_PATH, CHATS_PATH, DEEDS_PATH, LEDGER_PATH, PAGE_PATH } from "#bot/operations/page/paths.ts";
import type { ChatsAsked } from "#bot/operations/read-chats.ts";
import type { DeedsAsked } from "#bot/operations/read-deeds.ts";
import type {
  ChatsView,
  DeedsKind,
  DeedsView,
  Frame,
  LedgerView,
  OperationsView,
  Said,
} from "#bot/operations/view.ts";
import type { OperationsWords } from "#locales/words/operations.ts";

/** What the pages show, and what they do. */
export interface OperationsDesk {
  readonly language: string;
  readonly words: OperationsWords;
  readonly token: string;
  /** Address the server is bound to. */
  readonly host: string;
  frame(said: Said | null): Frame;
  view(): Promise<OperationsView>;
  chats(asked: ChatsAsked): Promise<ChatsView>;
  deeds(asked: DeedsAsked): Promise<DeedsView>;
  /** null = no broadcast has that code. */
  ledger(code: string): Promise<LedgerView | null>;
  /** null = there is no such thing to do. */
  act(act: string, code: string): Promise<Said | null>;
}

/** Far above what a button posts. */
const MAX_POST_BYTES = 4 * 1024;
const PER_PAGE = 50;
const FOLDER = new URL("./page/", import.meta.url);
const NO_STORE = { "Cache-Control": "no-store" };

/** The operator's page at `/vanhanh`, for whoever sits at the machine; everybody else gets one sentence. */
export function operationsRoutes(desk: OperationsDesk): Hono {
  const routes = new Hono();
  /** What came of an act: shown once, on the page that the browser is sent to after it. */
  let told: Said | null = null;

  const elsewhere = (c: Context) => c.html(elsewhereDocument(desk.language, desk.words), 403, NO_STORE);
  keepAtTheMachine(routes, { path: PAGE_PATH, host: () => desk.host, elsewhere });
  routes.route("/", assetRoutes(`${PAGE_PATH}/assets`, FOLDER));

  routes.get(PAGE_PATH, async (c) => {
    const view = await desk.view();
    const frame = desk.frame(told);
    told = null;
    return c.html(operationsDocument(view, frame), 200, NO_STORE);
  });
  routes.get(CHATS_PATH, async (c) => {
    const asked = { sought: c.req.query("tim") ?? "", page: pageOf(c), perPage: PER_PAGE };
    return c.html(chatsDocument(await desk.chats(asked), desk.frame(null)), 200, NO_STORE);
  });
  routes.get(DEEDS_PATH, async (c) => {
    const asked = { kind: kindOf(c), page: pageOf(c), perPage: PER_PAGE };
    return c.html(deedsDocument(await desk.deeds(asked), desk.frame(null)), 200, NO_STORE);
  });
  routes.get(`${LEDGER_PATH}/:code`, async (c) => {
    const ledger = await desk.ledger(c.req.param("code") ?? "");
    return ledger === null ? c.notFound() : c.html(ledgerDocument(ledger, desk.frame(null)), 200, NO_STORE);
  });

  routes.post(
    `${ACT_PATH}/:act`,
    bodyLimit({ maxSize: MAX_POST_BYTES, onError: (c) => c.text("too large", 413) }),
    async (c) => {
      const { token, code = "" } = textFields(await c.req.parseBody());
      if (!isOwnPost(c.req.raw.headers, token, desk))
        return isOwnOrigin(c.req.raw.headers) ? stale(c) : elsewhere(c);
      const said = await desk.act(c.req.param("act") ?? "", code);
      if (said === null) return c.notFound();
      told = said;
      return c.redirect(PAGE_PATH, 303);
    },
  );

  /** Our own page from before a restart: its person may press once more. */
  async function stale(c: Context) {
    const frame = desk.frame({ text: desk.words.stale, isBad: true });
    return c.html(operationsDocument(await desk.view(), frame), 403, NO_STORE);
  }

  return routes;
}

function pageOf(c: Context): number {
  const page = Number(c.req.query("trang"));
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

function kindOf(c: Context): DeedsKind {
  const kind = c.req.query("loai");
  return kind === "figures" || kind === "rest" ? kind : "all";
}
