import { isAtTheMachine } from "#bot/http/at-the-machine.ts";
import { isSameSecret } from "#bot/http/secret.ts";

/**
 * Whether somebody at the machine posted from our page: no other page can, because its browser names its origin and it
 * does not know the token, nor one that gave its own name our address, because Host is not ours then.
 */
export function isOwnPost(
  headers: Headers,
  given: string | undefined,
  { host, token }: { readonly host: string; readonly token: string },
): boolean {
  const isOurOrigin = headers.get("origin") === `http://${headers.get("host")}`;
  return isAtTheMachine(headers, host) && isOurOrigin && isSameSecret(given, token);
}
