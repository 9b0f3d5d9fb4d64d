import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { assetRoutes } from "#bot/http/assets.ts";
import { isOwnOrigin, isOwnPost, keepAtTheMachine } from "#bot/http/machine-pages.ts";
import { textFields } from "#bot/http/text-fields.ts";
import type { Fields } from "#bot/setup/acts.ts";
import type { Outcome } from "#bot/setup/outcome.ts";
import { applyingDocument, elsewhereDocument, setupDocument } from "#bot/setup/page/document.ts";
import { KNOCK_PATH, PAGE_PATH } from "#bot/setup/page/paths.ts";
import type { SetupView, Told } from "#bot/setup/page/view.ts";
import { settingsOf } from "#bot/setup/steps.ts";
import type { Knock } from "#bot/setup/try-address.ts";
import type { SetupWords } from "#locales/words/setup.ts";
import type { SetupStep } from "#services/setup-state.ts";

export interface SetupDesk {
  readonly language: string;
  readonly words: SetupWords;
  readonly token: string;
  /** Address the server is bound to. */
  host(): string;
  /** Changes with what there is to show; a restart that waits for the page to be there begins. */
  mark(): string;
  view(told: Told | null): Promise<SetupView>;
  take(step: SetupStep, fields: Fields): Promise<Outcome>;
  takeBack(step: SetupStep): Promise<Outcome>;
  /** Starts the bot anew, soon; what came of it is told on the page after. */
  restart(told: Told): void;
}

/** Far above what all fields of a step hold. */
const MAX_POST_BYTES = 16 * 1024;
const FOLDER = new URL("./page/", import.meta.url);
const NO_STORE = { "Cache-Control": "no-store" };

/** The page at `/thietlap`, for whoever sits at the machine; everybody else gets one sentence. */
export function setupRoutes(desk: SetupDesk, knock: Knock): Hono {
  const routes = new Hono();
  routes.get(`${KNOCK_PATH}:nonce`, (c) => {
    const answer = knock.answer(c.req.param("nonce") ?? "");
    return answer === null ? c.notFound() : c.text(answer, 200, NO_STORE);
  });

  const elsewhere = (c: Context) => c.html(elsewhereDocument(desk.language, desk.words), 403, NO_STORE);
  keepAtTheMachine(routes, { path: PAGE_PATH, host: desk.host, elsewhere });

  routes.route("/", assetRoutes(`${PAGE_PATH}/assets`, FOLDER));
  routes.get(`${PAGE_PATH}/mark`, (c) => c.text(desk.mark(), 200, NO_STORE));
  routes.get(PAGE_PATH, async (c) => c.html(setupDocument(await desk.view(null)), 200, NO_STORE));
  routes.post(
    `${PAGE_PATH}/:step`,
    bodyLimit({ maxSize: MAX_POST_BYTES, onError: (c) => c.text("too large", 413) }),
    async (c) => {
      const step = c.req.param("step") ?? "";
      if (!isStep(step)) return c.notFound();
      const { token, undo, ...fields } = textFields(await c.req.parseBody());
      if (!isOwnPost(c.req.raw.headers, token, { host: desk.host(), token: desk.token }))
        return stale(c, step);
      const outcome = undo === undefined ? await desk.take(step, fields) : await desk.takeBack(step);
      return tell(c, { step, outcome, typed: fields });
    },
  );

  /** A page from before a restart: its person may go on from here; a page of somebody else learns and does nothing. */
  async function stale(c: Context, step: SetupStep) {
    if (!isOwnOrigin(c.req.raw.headers)) return elsewhere(c);
    const outcome = { kind: "refused", said: [desk.words.troubles.stale] } as const;
    return c.html(setupDocument(await desk.view({ step, outcome, typed: {} })), 403, NO_STORE);
  }

  async function tell(c: Context, told: Told) {
    if (told.outcome.kind === "applied") {
      const page = applyingDocument({ ...desk, mark: desk.mark() });
      desk.restart(told);
      return c.html(page, 200, NO_STORE);
    }
    const status = told.outcome.kind === "refused" ? 422 : 200;
    return c.html(setupDocument(await desk.view(told)), status, NO_STORE);
  }

  return routes;
}

function isStep(name: string): name is SetupStep {
  return Object.hasOwn(settingsOf, name);
}
