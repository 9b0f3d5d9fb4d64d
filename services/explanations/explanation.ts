import type { Reading } from "#services/alerts/alert.ts";
import type { ChatId } from "#services/ids.ts";
import type { Period } from "#services/periods/period.ts";
import type { Role } from "#services/refusal.ts";

/** What is said of an alert: why, what is done about it, and by when (ISO date). */
export interface ExplanationText {
  readonly cause: string;
  readonly remedy: string;
  readonly deadline: string;
}

export type ExplanationPart = keyof ExplanationText;

/** In the order in which they are asked for. */
export const EXPLANATION_PARTS = [
  "cause",
  "remedy",
  "deadline",
] as const satisfies readonly ExplanationPart[];

/** As far as it got; null = not said yet. */
export type Draft = { readonly [Part in ExplanationPart]: ExplanationText[Part] | null };

/** Who signs, with the right they had then: a post passes on, its holder's name does not. */
export interface Signatory {
  /** Sender id. */
  readonly person: ChatId;
  readonly name: string;
  readonly role: Role;
  /** The unit the role is held for; null for operators. */
  readonly unit: string | null;
}

/** waiting: for a leader's word. replaced: its author sent another before that. */
export type ExplanationState = "waiting" | "accepted" | "returned" | "replaced";

export interface Review {
  readonly by: Signatory;
  /** ISO. */
  readonly at: string;
  /** Why it was returned; null when it was accepted. */
  readonly reason: string | null;
}

/** One of the explanations of an alert, kept when the alert is over. */
export interface Explanation extends ExplanationText {
  /** The alert's number. */
  readonly alert: number;
  /** From 1 on. */
  readonly nth: number;
  /** What it was about as it stood then. */
  readonly reading: Reading;
  readonly period: Period;
  readonly by: Signatory;
  /** ISO. */
  readonly at: string;
  readonly state: ExplanationState;
  readonly review: Review | null;
}

/** The first part that is still to be said; null = it is whole. */
export function nextPart(draft: Draft): ExplanationPart | null {
  return EXPLANATION_PARTS.find((part) => draft[part] === null) ?? null;
}

/** Null while something is missing. */
export function wholeOf({ cause, remedy, deadline }: Draft): ExplanationText | null {
  return cause === null || remedy === null || deadline === null ? null : { cause, remedy, deadline };
}
