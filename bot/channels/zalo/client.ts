import type * as z from "zod";
import { silenceOf } from "#bot/channels/silence.ts";
import { ZaloRefusal, ZaloSilence } from "#bot/channels/zalo/faults.ts";
import {
  Me,
  readEnvelope,
  Sent,
  type TextStyleRange,
  Verification,
  WebhookInfo,
} from "#bot/channels/zalo/wire.ts";
import { NotSent } from "#bot/outgoing/not-sent.ts";
import { createOutgoing, type OutgoingFetch } from "#bot/outgoing/outgoing-fetch.ts";
import { parseJson } from "#services/text/parse-json.ts";

export interface ClientOptions {
  readonly token: string;
  /** Without a slash at its end. */
  readonly apiRoot?: string;
  readonly fetch?: OutgoingFetch;
  readonly callTimeoutMs?: number;
  readonly photoTimeoutMs?: number;
}

export type ZaloClient = ReturnType<typeof createClient>;

const API_ROOT = "https://bot-api.zaloplatforms.com";
const CALL_TIMEOUT_MS = 15_000;
/** Zalo fetches the picture before it answers. */
const PHOTO_TIMEOUT_MS = 150_000;
/** How long Zalo holds a poll open, and how much later its answer may come. */
const POLL_SECONDS = 30;
const POLL_TIMEOUT_MS = (POLL_SECONDS + 15) * 1000;

const UNAUTHORIZED = 401;
const NO_NEWS = 408;
const NOT_FOUND = 404;

/** The Zalo Bot API, call by call. Each rejects with ZaloRefusal or ZaloSilence; none of them names the token. */
export function createClient(options: ClientOptions) {
  const { callTimeoutMs = CALL_TIMEOUT_MS, photoTimeoutMs = PHOTO_TIMEOUT_MS } = options;
  const ask = createAsk(options);
  let isAccepted = true;

  async function call(method: string, params: object, timeoutMs = callTimeoutMs, signal?: AbortSignal) {
    const { status, body } = await ask(method, params, timeoutMs, signal);
    const answer = readEnvelope(body);
    if (!answer) throw new ZaloSilence(method, "garbage", { status });
    const code = answer.ok ? null : (answer.code ?? (status >= 400 ? status : null));
    isAccepted = code !== UNAUTHORIZED;
    if (answer.ok) return answer.result;
    throw new ZaloRefusal(method, code, withoutToken(answer.description, options.token));
  }

  return {
    /** Whether Zalo took the token when it last answered. */
    isAccepted: () => isAccepted,

    async getMe(signal?: AbortSignal): Promise<Me> {
      return parsed(Me, "getMe", await call("getMe", {}, callTimeoutMs, signal));
    },

    /** Waits up to half a minute for news. Events as they came; none when there was no news. */
    async getUpdates(signal?: AbortSignal): Promise<readonly unknown[]> {
      const asked = call("getUpdates", { timeout: POLL_SECONDS }, POLL_TIMEOUT_MS, signal);
      const result = await unless(NO_NEWS, asked);
      if (result === null || result === undefined) return [];
      return Array.isArray(result) ? result : [result];
    },

    /** Zalo keeps the address even when the verification in its answer failed. */
    async setWebhook(url: string, secret: string): Promise<WebhookInfo> {
      return parsed(WebhookInfo, "setWebhook", await call("setWebhook", { url, secret_token: secret }));
    },

    async deleteWebhook(): Promise<void> {
      await call("deleteWebhook", {});
    },

    /** The address that events are posted to; null when there is none, which Zalo reports as not found. */
    async getWebhookInfo(signal?: AbortSignal): Promise<string | null> {
      const result = await unless(NOT_FOUND, call("getWebhookInfo", {}, callTimeoutMs, signal));
      return result === null ? null : parsed(WebhookInfo, "getWebhookInfo", result).url || null;
    },

    /** Makes Zalo try the webhook; it does so only a few times a day. */
    async testWebhook(): Promise<Verification> {
      return parsed(Verification, "testWebhook", await call("testWebhook", {}));
    },

    /** `text`: 1 to 2000 characters. */
    async sendMessage(chat: string, text: string, styles: readonly TextStyleRange[] = []): Promise<Sent> {
      const styled = styles.length > 0 ? { text_styles: styles } : {};
      return parsed(Sent, "sendMessage", await call("sendMessage", { chat_id: chat, text, ...styled }));
    },

    /** `photo`: an address that Zalo can fetch, several times over. An empty caption is none. */
    async sendPhoto(chat: string, photo: string, caption = ""): Promise<Sent> {
      const captioned = caption === "" ? {} : { caption };
      const params = { chat_id: chat, photo, ...captioned };
      return parsed(Sent, "sendPhoto", await call("sendPhoto", params, photoTimeoutMs));
    },

    async sendChatAction(chat: string): Promise<void> {
      await call("sendChatAction", { chat_id: chat, action: "typing" });
    },
  };
}

interface Answer {
  readonly status: number;
  /** Parsed JSON, else undefined. */
  readonly body: unknown;
}

/** One POST of JSON, whatever the answer says. Rejects with ZaloSilence. */
function createAsk({ token, apiRoot = API_ROOT, fetch: get = createOutgoing().fetch }: ClientOptions) {
  return async (method: string, params: object, timeoutMs: number, signal?: AbortSignal): Promise<Answer> => {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await get(`${apiRoot}/bot${token}/${method}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(params),
        redirect: "manual",
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      return { status: response.status, body: parseJson(await response.text()) };
    } catch (error) {
      const kind = silenceOf(error, timeout);
      throw new ZaloSilence(method, kind, { cause: safeCause(error, token) });
    }
  };
}

/** Null for a refusal of this code, which means that there is nothing. */
async function unless(code: number, asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ZaloRefusal && error.code === code) return null;
    throw error;
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, method: string, result: unknown): z.output<Schema> {
  const read = schema.safeParse(result);
  if (!read.success) throw new ZaloSilence(method, "garbage", { cause: read.error });
  return read.data;
}

/** `fetch` hides the reason in its error's cause. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
}

/** What the network said, its code too. It may quote the address, and the address holds the token. */
function safeCause(error: unknown, token: string): Error {
  if (error instanceof NotSent) return error;
  const reason = error instanceof Error ? error.message : "the call failed";
  const code = codeOf(error);
  return new Error(withoutToken(code === "" ? reason : `${reason}: ${code}`, token));
}

function withoutToken(text: string, token: string): string {
  return text.replaceAll(token, "<token>");
}
