import type { Context, Hono } from "hono";
import { isAtTheMachine } from "#bot/http/at-the-machine.ts";
import { withForms } from "#bot/http/headers.ts";
import { isSameSecret } from "#bot/http/secret.ts";

/** Where the operator's page is; pages beside it lead there. */
export const OPERATIONS_PATH = "/vanhanh";

type Answer = Response | Promise<Response>;

export interface MachinePagesOptions {
  /** All at and below it is kept for whoever sits at the machine. */
  readonly path: string;
  /** Address the server is bound to. */
  readonly host: () => string;
  /** What everybody else is answered: nothing of the bot. */
  readonly elsewhere: (c: Context) => Answer;
}

/** Pages with forms that nobody sees but whoever sits at the machine; to be called before anything is routed there. */
export function keepAtTheMachine(routes: Hono, { path, host, elsewhere }: MachinePagesOptions): void {
  for (const covered of [path, `${path}/*`]) {
    routes.use(covered, withForms);
    routes.use(covered, async (c, next) => {
      if (!isAtTheMachine(c.req.raw.headers, host())) return elsewhere(c);
      await next();
    });
  }
}

/**
 * Whether somebody at the machine posted from our page: no other page can, because its browser names its origin and it
 * does not know the token, nor one that gave its own name our address, because Host is not ours then.
 */
export function isOwnPost(
  headers: Headers,
  given: string | undefined,
  { host, token }: { readonly host: string; readonly token: string },
): boolean {
  return isAtTheMachine(headers, host) && isOwnOrigin(headers) && isSameSecret(given, token);
}

/** Whether the page that posts was served here; what it knows may be from before a restart. */
export function isOwnOrigin(headers: Headers): boolean {
  return headers.get("origin") === `http://${headers.get("host")}`;
}
