import { accepted, ask } from "#bot/channels/zalo-oa/ask.ts";
import { OaSilence } from "#bot/channels/zalo-oa/faults.ts";
import { NewTokens } from "#bot/channels/zalo-oa/wire.ts";
import type { OutgoingFetch } from "#bot/outgoing/outgoing-fetch.ts";

export interface RenewOptions {
  readonly appId: string;
  readonly appSecret: string;
  /** Without a slash at its end. */
  readonly oauthRoot: string;
  readonly fetch: OutgoingFetch;
  readonly timeoutMs?: number;
}

export type Renew = (refreshToken: string) => Promise<NewTokens>;

const TIMEOUT_MS = 20_000;
const METHOD = "access_token";

/**
 * A new pair of tokens for a refresh token, which can be used once: whoever gets no answer must count it as used.
 * Rejects with OaRefusal or OaSilence.
 */
export function createRenew({
  appId,
  appSecret,
  oauthRoot,
  fetch,
  timeoutMs = TIMEOUT_MS,
}: RenewOptions): Renew {
  return async (refreshToken) => {
    const form = { refresh_token: refreshToken, app_id: appId, grant_type: "refresh_token" };
    const body = await ask(fetch, METHOD, `${oauthRoot}/v4/oa/access_token`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", secret_key: appSecret },
      body: new URLSearchParams(form).toString(),
      timeoutMs,
    });
    const tokens = NewTokens.safeParse(body);
    if (tokens.success) return tokens.data;
    accepted(METHOD, body);
    throw new OaSilence(METHOD, "garbage");
  };
}
