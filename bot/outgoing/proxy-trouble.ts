import { NotSent } from "#bot/outgoing/not-sent.ts";

/** Why a proxy lets nothing through; only the operator can help. */
export type ProxyTrouble = "proxyLogin" | "proxyRefusal";

/** For the log. */
export const proxySentences: Readonly<Record<ProxyTrouble, string>> = {
  proxyLogin:
    "The proxy wants another user and password (407): correct HTTPS_PROXY, as http://user:password@host:port. Trying again",
  proxyRefusal:
    "The proxy does not let us through: ask whoever runs it to allow this address, or name it in NO_PROXY. Trying again",
};

const LOGIN_NEEDED = 407;

/** Null where no proxy said no, or where it says that it cannot reach the other side either. */
export function proxyTroubleOf(error: unknown): ProxyTrouble | null {
  const status = error instanceof NotSent ? error.proxyStatus : null;
  if (status === null || status >= 500) return null;
  return status === LOGIN_NEEDED ? "proxyLogin" : "proxyRefusal";
}
