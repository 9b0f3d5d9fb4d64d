import type { ChatId } from "#services/ids.ts";

/** What the sender of a failed message should do about it. */
export type Remedy =
  | { readonly kind: "retry" }
  | { readonly kind: "text-only" }
  | { readonly kind: "general-topic" }
  | { readonly kind: "moved"; readonly to: ChatId }
  | { readonly kind: "forget-chat" }
  | { readonly kind: "give-up" }
  | { readonly kind: "unknown" };

/** Why a message did not go out, as the ledger keeps it. */
export type SendReason =
  | "blocked"
  | "chat-not-found"
  | "no-rights"
  | "bad-request"
  | "unauthorized"
  | "too-large"
  | "too-many-requests"
  | "unreachable"
  | "timeout"
  | "server-error"
  | "quota";

/** A platform said no, or did not say whether it said yes (`unknown`). Raised only by channels. */
export class SendError extends Error {
  override readonly name = "SendError";
  readonly remedy: Remedy;
  readonly retryAfterMs: number | null;
  /** null = the usual one of its remedy. */
  readonly reason: SendReason | null;
  constructor(
    message: string,
    remedy: Remedy,
    options?: { cause?: unknown; retryAfterMs?: number; reason?: SendReason },
  ) {
    super(message, options);
    this.remedy = remedy;
    this.retryAfterMs = options?.retryAfterMs ?? null;
    this.reason = options?.reason ?? null;
  }
}
