import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import { knownSecret, rememberedSecret } from "#bot/channels/web/cookie.ts";
import { Posted } from "#bot/channels/web/decode.ts";
import { type House, isForeign, standing } from "#bot/channels/web/rights.ts";
import type { Session } from "#bot/channels/web/session.ts";
import type { Sessions, Visit } from "#bot/channels/web/sessions.ts";
import { createUploads, type PostedPaper, readPosted } from "#bot/channels/web/uploads.ts";

export interface RoutesOptions {
  readonly house: House;
  readonly sessions: Sessions;
  /** Marks versions as this process's, so that a page from before a restart asks for everything. */
  readonly epoch: string;
  /** Takes a message in; answers go through the session. False = not listening now. */
  readonly take: (posted: Posted, session: Session, trusted: boolean) => boolean;
  /** The same with a file; resolves once its bytes are needed no more. null = not listening now. */
  readonly takePaper: (posted: PostedPaper, session: Session, trusted: boolean) => Promise<void> | null;
}

/** 8,000 characters, each as long as JSON can make it, and the envelope. */
const MAX_POST_BYTES = 64 * 1024;
/** Shorter than what proxies and phones cut idle connections after; the page waits for twice as long. */
const HEARTBEAT_MS = 15_000;

/** Where files are posted: larger than anything else that is. */
export const FILE_PATH = "/chat/file";

/** The page's ways to the bot: it posts to `/chat/send` and `/chat/file`, and listens on `/chat/events`. */
export function createRoutes({ house, sessions, epoch, take, takePaper }: RoutesOptions): Hono {
  const routes = new Hono();
  const uploads = createUploads();

  routes.get("/chat/events", async (c) => {
    if (isForeign(c.req.raw.headers, house)) return refuse(c, 403, "foreign");
    const { session } = (await sessions.open(rememberedSecret(c))) ?? {};
    if (!session?.enter()) return refuse(c, 429, "tooFast");
    c.header("X-Accel-Buffering", "no");
    return streamSSE(c, (events) => tell(events, session, c.req.query("after")).finally(session.leave));
  });

  routes.post(
    "/chat/send",
    bodyLimit({ maxSize: MAX_POST_BYTES, onError: (c) => refuse(c, 413, "tooLong") }),
    async (c) => {
      const who = standing(c.req.raw.headers, house);
      const visit = await knownVisit(c);
      if (who === "stranger" || !visit) return refuse(c, 403, "stale");
      const posted = Posted.safeParse(await c.req.json().catch(() => null));
      if (!posted.success) return refuse(c, 400, "failed");
      return accept(c, visit, posted.data, who === "operator");
    },
  );

  routes.post(FILE_PATH, async (c) => {
    const who = standing(c.req.raw.headers, house);
    const visit = await knownVisit(c);
    if (who === "stranger" || !visit) return refuse(c, 403, "stale");
    if (visit.pace.take() > 0 || !uploads.enter()) return refuse(c, 429, "tooFast");
    const underway = await acceptPaper(c, visit.session, who === "operator").catch(() => "failed" as const);
    if (typeof underway === "string") {
      uploads.leave();
      return refuse(c, underway === "fileTooLarge" ? 413 : 400, underway);
    }
    void underway.done.finally(uploads.leave);
    return c.json({}, 202);
  });

  async function acceptPaper(c: Context, session: Session, trusted: boolean) {
    const posted = await readPosted(c);
    if (typeof posted === "string") return posted;
    const done = takePaper(posted, session, trusted);
    return done ? { done } : "failed";
  }

  function accept(c: Context, { session, pace }: Visit, posted: Posted, trusted: boolean) {
    const waitMs = pace.take();
    if (waitMs > 0) {
      c.header("Retry-After", String(Math.ceil(waitMs / 1000)));
      return refuse(c, 429, "tooFast");
    }
    if (!take(posted, session, trusted)) return refuse(c, 503, "failed");
    return c.json({}, 202);
  }

  async function knownVisit(c: Context): Promise<Visit | null> {
    const secret = knownSecret(c);
    return secret === undefined ? null : sessions.open(secret);
  }

  /** Tells all that changed since `after`, then every change, until the page leaves or the session closes. */
  async function tell(events: SSEStreamingApi, session: Session, after = "") {
    const [pageEpoch, version] = after.split(".");
    let known = pageEpoch === epoch ? Number(version) : 0;
    await events.writeSSE({ event: "hello", data: JSON.stringify({ token: house.token }) });
    for (let first = true; !(events.aborted || session.closed); first = false) {
      const news = session.news(known);
      const isNews = first || news.version !== known;
      known = news.version;
      await events.writeSSE(isNews ? { event: "news", data: JSON.stringify({ ...news, epoch }) } : PULSE);
      await session.change(known, HEARTBEAT_MS);
    }
  }

  return routes;
}

const PULSE = { event: "pulse", data: "" };

function refuse(c: Context, status: 400 | 403 | 413 | 429 | 503, error: string) {
  return c.json({ error }, status);
}
