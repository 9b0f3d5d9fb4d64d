import { autoRetry } from "@grammyjs/auto-retry";
import { Api, type ApiClientOptions, HttpError, type Transformer } from "grammy";
import { NotSent } from "#bot/outgoing/not-sent.ts";
import { createOutgoing, type OutgoingFetch } from "#bot/outgoing/outgoing-fetch.ts";
import { parseJson } from "#services/text/parse-json.ts";
import { trimEnd } from "#services/text/trim-end.ts";

export interface ApiOptions {
  readonly token: string;
  readonly apiRoot?: string;
  readonly fetch?: OutgoingFetch;
  /** Told at each flood refusal how long Telegram asks everyone to wait, also where the call itself waits it out. */
  readonly onFlood?: (ms: number) => void;
}

/** Longer than a long poll and than the upload of a picture over a slow line. */
const CALL_TIMEOUT_SECONDS = 60;
/** Of a call that carries no file and waits for nothing: the chat's next answers wait for it. */
const QUICK_CALL_MS = 15_000;
const SLOW_CALLS: ReadonlySet<string> = new Set([
  "getUpdates",
  "sendPhoto",
  "sendDocument",
  "sendRichMessage",
  "editMessageMedia",
]);
/** A reply may be late by this much; longer floods are for the sender to plan. */
const PATIENCE_SECONDS = 5;

/**
 * The Bot API. Only a flood refusal with a short wait is tried again here: a call that was not answered may have
 * been carried out, and sending is not idempotent.
 */
export function createApi(options: ApiOptions): Api {
  const { token, apiRoot, fetch = createOutgoing().fetch, onFlood = () => undefined } = options;
  const api = new Api(token, {
    ...(apiRoot !== undefined && { apiRoot: trimEnd(apiRoot, "/") }),
    // grammY reads only the JSON of an answer.
    fetch: answeredByTelegram(fetch) as unknown as NonNullable<ApiClientOptions["fetch"]>,
    timeoutSeconds: CALL_TIMEOUT_SECONDS,
  });
  api.config.use(async (call, method, payload, signal) => {
    try {
      const isSlow = SLOW_CALLS.has(method);
      const answer = await call(method, payload, signal ?? (isSlow ? undefined : quickly()));
      if (!answer.ok && answer.parameters?.retry_after) onFlood(answer.parameters.retry_after * 1000);
      return answer;
    } catch (error) {
      throw withoutToken(error, token);
    }
  });
  api.config.use(
    autoRetry({
      maxDelaySeconds: PATIENCE_SECONDS,
      maxRetryAttempts: 2,
      rethrowHttpErrors: true,
      rethrowInternalServerErrors: true,
    }),
  );
  return api;
}

function quickly() {
  return AbortSignal.timeout(QUICK_CALL_MS) as Parameters<Transformer>[3];
}

/**
 * A page, as of a network that wants a login first, is no answer of Telegram's: nothing of the call reached it. An
 * answer that is empty or cut may be Telegram's own, and what became of the call is not known.
 */
function answeredByTelegram(fetch: OutgoingFetch): OutgoingFetch {
  return async (address, request) => {
    const answer = await fetch(address, request);
    const text = await answer.text();
    const said = parseJson(text);
    if (said !== undefined) return { ...answer, json: async () => said };
    const isPage = text.trimStart().startsWith("<") || answer.status >= 300;
    // Telegram's own gateway answers with a page where nobody knows what became of a call.
    if (isPage && answer.status < 500) throw new NotSent("NOT_TELEGRAM");
    return { ...answer, json: async () => JSON.parse(text) };
  };
}

/** Network errors quote the address, and the address holds the token. */
function withoutToken(error: unknown, token: string): unknown {
  if (!(error instanceof HttpError)) return error;
  const { error: inner } = error;
  if (inner instanceof NotSent) return new HttpError(error.message.replaceAll(token, "<token>"), inner);
  const reason = new Error(inner instanceof Error ? inner.message.replaceAll(token, "<token>") : "no answer");
  const code = typeof inner === "object" && inner !== null && "code" in inner ? { code: inner.code } : {};
  return new HttpError(error.message.replaceAll(token, "<token>"), Object.assign(reason, code));
}
