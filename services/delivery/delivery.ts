import type { Locale } from "#services/chats/chats.ts";
import type { Notice } from "#services/delivery/notice.ts";
import type { ChatId } from "#services/ids.ts";
import type { Period } from "#services/periods/period.ts";
import type { SendReason } from "#services/send-error.ts";

/** What became of an explanation; due: its deadline is there, and the alert still open. */
export type ExplanationNews = "sent" | "accepted" | "returned" | "due";

/** What a message of each kind is made of, beside its kind. */
interface RecipeFacts {
  results: { readonly scope: string; readonly period: Period; readonly version: number };
  /** Only what changed between two versions, before → after. */
  correction: {
    readonly scope: string;
    readonly period: Period;
    readonly from: number;
    readonly version: number;
  };
  /** Some events of one look at a scope's figures: those this chat is to hear, by their place in the batch. */
  alerts: {
    readonly batch: string;
    readonly events: readonly number[];
    /** Units the chat once asked for that were merged into those it hears of. */
    readonly formerly: readonly string[];
  };
  /** All that quiet hours kept back from a chat until a morning. */
  digest: { readonly chat: ChatId; readonly day: string };
  /** Alerts that nobody has seen, by number, as things stand when the message is made. */
  "alerts-reminder": { readonly scope: string; readonly alerts: readonly number[] };
  /** News of one of an alert's explanations; `acts`: this chat may do something about it. */
  explanation: {
    readonly alert: number;
    readonly nth: number;
    readonly news: ExplanationNews;
    readonly acts: boolean;
  };
  /** A sentence of the catalogue with its facts. */
  notice: Notice;
  /** Deadlines ahead or just passed, as things stand when the message is made. */
  "task-reminder": { readonly tasks: readonly TaskOccurrence[] };
}

export type RecipeKind = keyof RecipeFacts;

/**
 * What is to be sent, as plain data: the message is made of it when it is sent, from one sheet version, once for all
 * chats of one language.
 */
export type Recipe<K extends RecipeKind = RecipeKind> = {
  [R in K]: { readonly kind: R } & RecipeFacts[R];
}[K];

/** Which task, and the ISO date of the deadline that is meant. */
export interface TaskOccurrence {
  readonly task: string;
  readonly occurrence: string;
}

/** at-most-once: an outcome nobody knows waits for a person; at-least-once: it is sent again, marked so. */
export type Guarantee = "at-least-once" | "at-most-once";

/**
 * due → sending → sent | refused | unknown | cancelled. `sending` is written before the request is; found with its
 * lease run out it means that nobody knows whether the message arrived.
 */
export type DeliveryState = "due" | "sending" | "sent" | "refused" | "unknown" | "cancelled";

/** Why a delivery was refused, cancelled, put off or became unknown; words are in the catalogue. */
export type DeliveryReason = SendReason | "process-died" | "withdrawn" | "left-chat" | "muted";

/** One message owed to one chat: a row of the ledger. */
export interface Delivery {
  /** `<cause>/<chat>`: the same cause never owes a chat twice. */
  readonly id: string;
  /** What it belongs to: a broadcast's id, an alert publication's. */
  readonly cause: string;
  readonly chat: ChatId;
  readonly locale: Locale;
  readonly recipe: Recipe;
  readonly guarantee: Guarantee;
  readonly state: DeliveryState;
  readonly reason: DeliveryReason | null;
  /** Requests made so far. */
  readonly attempts: number;
  /** Not to be sent before, ms since 1970. */
  readonly notBefore: number;
  /** An earlier attempt may have arrived: the message says so. */
  readonly resent: boolean;
  /** The platform's ids of what was sent; null until then. */
  readonly messages: readonly string[] | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}
