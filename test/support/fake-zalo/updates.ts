import { setTimeout as pause } from "node:timers/promises";
import { ApiError, badRequest } from "#test/support/fake-zalo/api-error.ts";
import type { Manners } from "#test/support/fake-zalo/manners.ts";
import type { Payload } from "#test/support/fake-zalo/methods.ts";
import { outcomeOf, type Posted, postJson } from "#test/support/fake-zalo/webhook-post.ts";

export interface FakeEvent {
  readonly event_name: string;
  readonly message?: object;
}

export type Updates = ReturnType<typeof createUpdates>;

const RETRY_MS = 20;
const MOST_TRIES = 50;

/** The events and their two ways out: poll by poll, or posted to a webhook. */
export function createUpdates(manners: Manners) {
  let queue: FakeEvent[] = [];
  let webhook: { readonly url: string; readonly secret: string } | null = null;
  let waiter: (() => void) | null = null;
  let posting: Promise<void> = Promise.resolve();
  let closed = false;
  const posted: Posted[] = [];

  return {
    /** Also to tell the same once more. */
    push(event: FakeEvent): void {
      if (webhook) {
        deliver(event);
        return;
      }
      queue.push(event);
      waiter?.();
    },

    async get(gone: AbortSignal): Promise<unknown> {
      if (webhook) throw badRequest("can't use getUpdates method while webhook is active");
      if (queue.length === 0 && !closed) await news(gone);
      const [next] = queue;
      if (!next) throw new ApiError(408, "Request timeout");
      // Kept: all is told round and round, as one report has it.
      queue = manners.fetched === "kept" ? [...queue.slice(1), next] : queue.slice(1);
      return manners.polls === "list" ? [next] : next;
    },

    /** Kept although nobody answers there. */
    async setWebhook({ url, secret_token: secret }: Payload) {
      if (typeof url !== "string" || !/^https?:\/\//.test(url)) throw badRequest("url");
      if (typeof secret !== "string" || secret.length < 8 || secret.length > 256) {
        throw badRequest("secret_token must have 8 to 256 characters");
      }
      webhook = { url, secret };
      return { url, updated_at: Date.now(), verification: await verify() };
    },

    deleteWebhook() {
      webhook = null;
      return { url: "", updated_at: Date.now() };
    },

    webhookInfo() {
      if (!webhook) throw new ApiError(404, "Not Found");
      return { url: webhook.url, updated_at: Date.now() };
    },

    async testWebhook() {
      if (manners.tests <= 0) throw new ApiError(426, "Daily limit exceeded");
      manners.tests--;
      if (!webhook) throw new ApiError(404, "Not Found");
      return verify();
    },

    /** Posts to the webhook so far, with what was answered. */
    posted,

    /** Resolves when everything pushed was posted. */
    settled: () => posting,

    close() {
      closed = true;
      waiter?.();
    },
  };

  async function news(gone: AbortSignal): Promise<void> {
    const woken = new Promise<void>((resolve) => {
      waiter = resolve;
    });
    const late = pause(manners.pollMs, undefined, { signal: gone }).catch(() => undefined);
    await Promise.race([woken, late]);
    waiter = null;
  }

  async function verify() {
    const { url = "", secret = "" } = webhook ?? {};
    const { status } = await postJson(url, secret, { event_name: "webhook.verification" });
    const outcome = outcomeOf(status);
    return { ok: outcome === "webhook.ok", url, outcome, ...(status === 0 ? {} : { status_code: status }) };
  }

  /** In order, each until it is answered with 2xx. */
  function deliver(event: FakeEvent): void {
    const body = manners.posts === "flat" ? event : { ok: true, result: event };
    posting = posting.then(async () => {
      for (let tries = 0; tries < MOST_TRIES && webhook && !closed; tries++) {
        const post = await postJson(webhook.url, webhook.secret, body);
        posted.push(post);
        if (post.status >= 200 && post.status < 300) return;
        await pause(RETRY_MS);
      }
    });
  }
}
