import { Hono } from "hono";
import { isAtTheMachine } from "#bot/http/at-the-machine.ts";
import { isSameSecret } from "#bot/http/secret.ts";
import type { MetricsPage } from "#bot/metrics/meters.ts";

export interface MetricsRoutesOptions {
  /** Address the server is bound to. */
  readonly host: string;
  /** WEBHOOK_SECRET, which a caller from elsewhere must bear; null = nobody from elsewhere is answered. */
  readonly secret: string | null;
  readonly page: () => Promise<MetricsPage>;
}

/** `/metrics`, for callers on this machine and for those that bear the secret. */
export function metricsRoutes({ host, secret, page }: MetricsRoutesOptions): Hono {
  const mayRead = (headers: Headers): boolean =>
    isAtTheMachine(headers, host) || (secret !== null && isSameSecret(bearer(headers), secret));

  return new Hono().get("/metrics", async (c) => {
    if (!mayRead(c.req.raw.headers)) return c.text("unauthorized", 401, { "WWW-Authenticate": "Bearer" });
    const { contentType, text } = await page();
    return c.body(text, 200, { "Content-Type": contentType, "Cache-Control": "no-store" });
  });
}

function bearer(headers: Headers): string | undefined {
  return /^Bearer (\S+)$/iu.exec(headers.get("authorization") ?? "")?.[1];
}
