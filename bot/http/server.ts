import { once } from "node:events";
import type { Server } from "node:http";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { securityHeaders } from "#bot/http/headers.ts";
import { followConnections } from "#bot/http/idle-connections.ts";
import type { Logger } from "#services/logger.ts";

/** A platform's way in: its updates are posted to this path. */
export interface Webhook {
  readonly path: string;
  handle(request: Request): Promise<Response>;
}

export interface HttpServerOptions {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  readonly log: Pick<Logger, "error">;
  readonly routes?: readonly Hono[];
  readonly webhooks?: readonly Webhook[];
  /** Paths whose routes bound by themselves what may be posted there; it may take minutes. */
  readonly uploads?: readonly string[];
  /** Whether messages can be answered now. */
  readonly ready?: () => boolean | Promise<boolean>;
  /** How long requests under way may take to end once stopping. */
  readonly graceMs?: number;
}

export type HttpServer = ReturnType<typeof createHttpServer>;

/** Another program listens there. */
export class PortInUse extends Error {
  override readonly name = "PortInUse";
  readonly host: string;
  readonly port: number;
  constructor(host: string, port: number, cause: unknown) {
    super(`port ${port} of ${host} is in use`, { cause });
    this.host = host;
    this.port = port;
  }
}

/** Above any update a platform posts; the web chat sets its own, smaller one. */
const MAX_BODY_BYTES = 1024 * 1024;
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** The largest paper over a slow line. */
const UPLOAD_TIMEOUT_MS = 300_000;
const GRACE_MS = 5000;
const SWEEP_MS = 25;

/** The one HTTP server of the bot: health, webhooks, and the routes it is given. */
export function createHttpServer(options: HttpServerOptions) {
  const app = createApp(options);
  let server: Server | undefined;
  let closeIdle = () => {};

  return {
    /** Resolves with the port it listens on. Rejects with PortInUse, or with what the system said. */
    async start(): Promise<number> {
      server = createNodeServer(app);
      closeIdle = followConnections(server);
      await listen(server, options);
      const address = server.address();
      return typeof address === "object" && address ? address.port : options.port;
    },

    /** Takes no new connections, lets requests under way end, then closes what is left. */
    async stop(): Promise<void> {
      if (!server?.listening) return;
      const closed = once(server, "close");
      server.close();
      const sweep = setInterval(closeIdle, SWEEP_MS);
      const force = setTimeout(() => server?.closeAllConnections(), options.graceMs ?? GRACE_MS);
      await closed;
      clearInterval(sweep);
      clearTimeout(force);
    },
  };
}

function createApp(options: HttpServerOptions): Hono<{ Bindings: HttpBindings }> {
  const { routes = [], webhooks = [], uploads = [], ready = () => true, log } = options;
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(securityHeaders);
  const limited = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.text("too large", 413) });
  app.use((c, next) => (uploads.includes(c.req.path) ? next() : inTime(c, next)));
  app.use((c, next) => (uploads.includes(c.req.path) ? next() : limited(c, next)));
  app.get("/healthz", (c) => c.text("ok"));
  app.get("/readyz", async (c) => ((await ready()) ? c.text("ready") : c.text("not ready", 503)));
  for (const webhook of webhooks) app.post(webhook.path, (c) => webhook.handle(c.req.raw));
  for (const route of routes) app.route("/", route);
  app.notFound((c) => c.text("not found", 404));
  app.onError((error, c) => {
    log.error({ err: error, method: c.req.method }, "a request failed");
    return c.text("error", 500);
  });
  return app;
}

/** Ends the connection of a request whose body does not come in time: node's own limit holds for all of a server. */
const inTime: MiddlewareHandler<{ Bindings: HttpBindings }> = async ({ env: { incoming } }, next) => {
  const end = () => (incoming.complete ? undefined : incoming.destroy());
  const timer = setTimeout(end, REQUEST_TIMEOUT_MS);
  await next().finally(() => clearTimeout(timer));
};

function createNodeServer(app: Hono<{ Bindings: HttpBindings }>): Server {
  const timeouts = { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: UPLOAD_TIMEOUT_MS };
  return createAdaptorServer({ fetch: app.fetch, serverOptions: timeouts }) as Server;
}

async function listen(server: Server, { host, port }: HttpServerOptions): Promise<void> {
  const listening = once(server, "listening");
  server.listen(port, host);
  try {
    await listening;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      throw new PortInUse(host, port, error);
    }
    throw error;
  }
}
