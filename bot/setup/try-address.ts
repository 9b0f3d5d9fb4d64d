import { createHmac, randomBytes } from "node:crypto";
import { NotSent } from "#bot/outgoing/not-sent.ts";
import type { OutgoingFetch } from "#bot/outgoing/outgoing-fetch.ts";
import { proxyTroubleOf } from "#bot/outgoing/proxy-trouble.ts";
import type { AddressTrouble } from "#locales/words/setup.ts";

export type Knock = ReturnType<typeof createKnock>;

const TIMEOUT_MS = 15_000;
const MOST_BYTES = 4096;
const NAME_CODES = new Set(["ENOTFOUND", "EAI_AGAIN", "EAI_NONAME", "EAI_NODATA"]);
const CERTIFICATE = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY|EPROTO/u;

/**
 * Knocks at the bot's own door from outside: an address is called, and the answer shows whether this process gave it.
 * Nobody learns anything from `answer` but who has just knocked.
 */
export function createKnock() {
  const key = randomBytes(32);
  const underway = new Set<string>();
  const sealed = (nonce: string): string => createHmac("sha256", key).update(nonce).digest("hex");

  return {
    /** What this process says to a knock; null = it has not knocked so. */
    answer: (nonce: string): string | null => (underway.has(nonce) ? sealed(nonce) : null),

    /** Calls `address`, without a slash at its end; null = it leads here. */
    async at(address: string, path: string, fetch: OutgoingFetch): Promise<AddressTrouble | null> {
      const nonce = randomBytes(16).toString("hex");
      underway.add(nonce);
      try {
        const signal = AbortSignal.timeout(TIMEOUT_MS);
        const request = { signal, redirect: "manual", mostBytes: MOST_BYTES } as const;
        const answer = await fetch(`${address}${path}${nonce}`, request);
        if (answer.ok && (await answer.text()) === sealed(nonce)) return null;
        return ofStatus(answer.status);
      } catch (error) {
        return ofFailure(error);
      } finally {
        underway.delete(nonce);
      }
    },
  };
}

function ofStatus(status: number): AddressTrouble {
  if (status === 401 || status === 403) return "forbidden";
  return status >= 500 ? "serverError" : "notOurs";
}

function ofFailure(error: unknown): AddressTrouble {
  const proxyTrouble = proxyTroubleOf(error);
  if (proxyTrouble) return proxyTrouble;
  if (!(error instanceof NotSent)) return isTooMuch(error) ? "notOurs" : "timeout";
  if (NAME_CODES.has(error.code)) return "dns";
  if (CERTIFICATE.test(error.code)) return "tls";
  return error.code === "ABORT_ERR" || error.code === "ETIMEDOUT" ? "timeout" : "noConnection";
}

function isTooMuch(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "TOO_MUCH";
}
