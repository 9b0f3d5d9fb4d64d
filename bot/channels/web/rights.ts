import { isAtTheMachine } from "#bot/http/at-the-machine.ts";
import { isSameSecret } from "#bot/http/secret.ts";

/** What this server knows about itself, against which a request is judged. */
export interface House {
  /** Address the server is bound to. */
  readonly host: string;
  /** Given out in the page, asked back with everything that is posted. */
  readonly token: string;
  /** Other origins the page is reached at, as `https://bot.example.vn`. */
  readonly origins: readonly string[];
}

/** Operator at the machine itself, viewer, or a request that does not come from our page. */
export type Standing = "operator" | "viewer" | "stranger";

const TOKEN_HEADER = "x-page-token";

/** Who is behind a posted request. Anything in doubt lowers the standing. */
export function standing(headers: Headers, house: House): Standing {
  if (!isSameOrigin(headers, house) || !isSameSecret(headers.get(TOKEN_HEADER), house.token))
    return "stranger";
  return isOperator(headers, house) ? "operator" : "viewer";
}

/** Whether a page of another origin asks; a browser says so by itself, and a page cannot keep it from doing so. */
export function isForeign(headers: Headers, house: House): boolean {
  return headers.has("origin") && !isSameOrigin(headers, house);
}

function isSameOrigin(headers: Headers, { origins }: House): boolean {
  const origin = headers.get("origin") ?? "";
  const host = headers.get("host") ?? "";
  return host !== "" && [`http://${host}`, `https://${host}`, ...origins].includes(origin);
}

/** A page opened at this machine, not one that merely reaches it. */
function isOperator(headers: Headers, { host: bound }: House): boolean {
  return isAtTheMachine(headers, bound) && headers.get("origin") === `http://${headers.get("host")}`;
}
