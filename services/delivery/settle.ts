import type { DeliveryReason, Guarantee } from "#services/delivery/delivery.ts";
import type { Row } from "#services/delivery/stored-delivery.ts";
import { type Remedy, SendError, type SendReason } from "#services/send-error.ts";

/** How a request for a delivery ended. */
export type Answer =
  | { readonly kind: "sent"; readonly messages: readonly string[] }
  | { readonly kind: "failed"; readonly error: SendError };

export interface Backoff {
  readonly firstMs: number;
  readonly mostMs: number;
  /** After that long a delivery is tried no more. */
  readonly patienceMs: number;
}

export const USUAL_BACKOFF: Backoff = { firstMs: 2_000, mostMs: 600_000, patienceMs: 24 * 3600_000 };

/** What a failure comes to. put-off: certainly not sent, tried again. repeat: perhaps sent, sent again and marked so. */
type Sequel = "put-off" | "repeat" | "refused" | "unknown";

/** The one place that says what each remedy means under each guarantee. */
const sequels: Readonly<Record<Remedy["kind"], Readonly<Record<Guarantee, Sequel>>>> = {
  retry: { "at-least-once": "put-off", "at-most-once": "put-off" },
  moved: { "at-least-once": "put-off", "at-most-once": "put-off" },
  "text-only": { "at-least-once": "refused", "at-most-once": "refused" },
  "general-topic": { "at-least-once": "refused", "at-most-once": "refused" },
  "forget-chat": { "at-least-once": "refused", "at-most-once": "refused" },
  "give-up": { "at-least-once": "refused", "at-most-once": "refused" },
  unknown: { "at-least-once": "repeat", "at-most-once": "unknown" },
};

/** The usual reason of each remedy, where the channel names none. */
const reasons: Readonly<Record<Remedy["kind"], SendReason>> = {
  retry: "unreachable",
  moved: "chat-not-found",
  "text-only": "no-rights",
  "general-topic": "chat-not-found",
  "forget-chat": "blocked",
  "give-up": "bad-request",
  unknown: "timeout",
};

/** The row after a request was made for it. */
export function settled(row: Row, answer: Answer, now: Date, backoff: Backoff): Row {
  const asked: Row = { ...row, attempts: row.attempts + 1, updatedAt: now.toISOString() };
  if (answer.kind === "sent") return { ...asked, state: "sent", reason: null, messages: answer.messages };
  const { remedy, retryAfterMs } = answer.error;
  const waitMs = Math.max(retryAfterMs ?? 0, delayMs(asked.attempts, backoff));
  return follow(asked, sequels[remedy.kind][row.guarantee], reasonOf(answer.error), now, {
    ...backoff,
    waitMs,
  });
}

/** The row whose sender vanished in the middle: nobody knows whether the message arrived. */
export function orphaned(row: Row, now: Date): Row {
  const asked: Row = { ...row, attempts: row.attempts + 1, updatedAt: now.toISOString() };
  return follow(asked, sequels.unknown[row.guarantee], "process-died", now, { ...USUAL_BACKOFF, waitMs: 0 });
}

/** The row whose message could not be made: nothing was asked. */
export function unmade(row: Row, now: Date, backoff: Backoff): Row {
  const tried = { ...row, updatedAt: now.toISOString() };
  return follow(tried, "put-off", "bad-request", now, {
    ...backoff,
    waitMs: Math.min(MAKE_AGAIN_MS, backoff.mostMs),
  });
}

export function reasonOf({ remedy, retryAfterMs, reason }: SendError): DeliveryReason {
  if (reason) return reason;
  return remedy.kind === "retry" && retryAfterMs !== null ? "too-many-requests" : reasons[remedy.kind];
}

/** Whatever is thrown where a SendError is promised: nobody knows how far it had come. */
export function toSendError(error: unknown): SendError {
  if (error instanceof SendError) return error;
  return new SendError("the channel failed", { kind: "unknown" }, { cause: error, reason: "server-error" });
}

const MAKE_AGAIN_MS = 60_000;

/** Doubles with every attempt. */
function delayMs(attempts: number, { firstMs, mostMs }: Backoff): number {
  return Math.min(firstMs * 2 ** (attempts - 1), mostMs);
}

interface Wait {
  readonly waitMs: number;
  readonly patienceMs: number;
}

function follow(row: Row, sequel: Sequel, reason: DeliveryReason, now: Date, wait: Wait): Row {
  if (sequel === "refused" || sequel === "unknown") return { ...row, state: sequel, reason };
  if (row.recalled && sequel === "repeat") return { ...row, state: "unknown", reason };
  if (row.recalled) return { ...row, state: "cancelled", reason: row.recalled };
  const resent = row.resent || sequel === "repeat";
  const notBefore = now.getTime() + wait.waitMs;
  if (notBefore - row.since <= wait.patienceMs) return { ...row, reason, notBefore, resent };
  return { ...row, state: resent ? "unknown" : "refused", reason, resent };
}
