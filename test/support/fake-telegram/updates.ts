import { setTimeout as pause } from "node:timers/promises";
import { ApiError, badRequest } from "#test/support/fake-telegram/api-error.ts";
import type { Payload } from "#test/support/fake-telegram/body.ts";

export interface FakeUpdate {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

export interface WebhookInfo {
  readonly url: string;
  readonly secret: string;
  readonly lastStatus: number | null;
}

type Waiter = (outcome: "news" | "conflict" | "time") => void;

const RETRY_MS = 20;

/** The queue of updates and its two ways out: getUpdates with its offsets, or posts to a webhook. */
export function createUpdates() {
  let queue: FakeUpdate[] = [];
  let nextId = 1000;
  let waiter: Waiter | null = null;
  let allowed: readonly string[] = [];
  let webhook: WebhookInfo = { url: "", secret: "", lastStatus: null };
  let posting: Promise<void> = Promise.resolve();
  let closed = false;

  return {
    push(kind: string, body: unknown): FakeUpdate {
      const update = { update_id: nextId++, [kind]: body };
      if (allowed.length === 0 || allowed.includes(kind)) accept(update);
      return update;
    },

    /** The same update once more, as after a lost answer. */
    repeat: accept,

    async get(payload: Payload, gone: AbortSignal): Promise<readonly FakeUpdate[]> {
      if (webhook.url)
        throw new ApiError(409, "Conflict: can't use getUpdates method while webhook is active");
      waiter?.("conflict");
      setAllowed(payload);
      const offset = Number(payload.offset ?? 0);
      queue = queue.filter((update) => update.update_id >= offset);
      const seconds = Number(payload.timeout ?? 0);
      if (queue.length === 0 && seconds > 0 && !closed) await waitForNews(seconds * 1000, gone);
      return queue.slice(0, Number(payload.limit ?? 100));
    },

    setWebhook(payload: Payload): true {
      const url = String(payload.url ?? "");
      const isFit =
        url === "" || url.startsWith("https://") || /^http:\/\/(127\.0\.0\.1|localhost)/.test(url);
      if (!isFit) throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
      setAllowed(payload);
      webhook = { url, secret: String(payload.secret_token ?? ""), lastStatus: null };
      for (const update of url ? queue.splice(0) : []) deliver(update);
      return true;
    },

    webhook: () => webhook,
    pending: () => queue.length,

    close() {
      closed = true;
      waiter?.("time");
    },
  };

  function setAllowed(payload: Payload): void {
    if (Array.isArray(payload.allowed_updates)) allowed = payload.allowed_updates.map(String);
  }

  function accept(update: FakeUpdate): void {
    if (webhook.url) {
      deliver(update);
      return;
    }
    queue.push(update);
    waiter?.("news");
  }

  async function waitForNews(ms: number, gone: AbortSignal): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const outcome = await new Promise<Parameters<Waiter>[0]>((resolve) => {
      waiter = resolve;
      timer = setTimeout(() => resolve("time"), ms);
      gone.addEventListener("abort", () => resolve("time"), { once: true });
    });
    clearTimeout(timer);
    if (outcome !== "conflict") waiter = null;
    if (outcome === "conflict") {
      throw new ApiError(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
      );
    }
  }

  /** In order, each until it is answered with 2xx. */
  function deliver(update: FakeUpdate): void {
    posting = posting.then(async () => {
      while (!closed && webhook.url && !(await post(update))) await pause(RETRY_MS);
    });
  }

  async function post(update: FakeUpdate): Promise<boolean> {
    const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": webhook.secret };
    const request = fetch(webhook.url, { method: "POST", headers, body: JSON.stringify(update) });
    const response = await request.catch(() => null);
    webhook = { ...webhook, lastStatus: response?.status ?? null };
    return response?.ok ?? false;
  }
}

export type Updates = ReturnType<typeof createUpdates>;
