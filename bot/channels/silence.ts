import { NotSent } from "#bot/outgoing/not-sent.ts";

/**
 * Why a platform gave no answer that can be understood. unreached: nothing was asked. cut: the connection broke. late: no
 * answer in time. garbage: something between us and the platform answered, or the platform in no form that it documents.
 */
export type SilenceKind = "unreached" | "cut" | "late" | "garbage";

/** Of a call that failed: `timeout` is the signal that would have ended it. */
export function silenceOf(error: unknown, timeout: AbortSignal): SilenceKind {
  if (error instanceof NotSent) return "unreached";
  return timeout.aborted ? "late" : "cut";
}
