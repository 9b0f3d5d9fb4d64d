import type { ChatId } from "#services/ids.ts";
import type { Unit } from "#services/units/unit.ts";

/** What a chat may want to hear of a unit; in the order in which people are shown them. */
export const SUBSCRIPTION_KINDS = ["results", "targets", "overdue", "rank", "tasks"] as const;

/**
 * results: each month's results of a scope. targets: below a target. overdue: dossiers overdue, suspended, returned or
 * not digitised. rank: lost places or points. tasks: deadlines ahead.
 */
export type SubscriptionKind = (typeof SUBSCRIPTION_KINDS)[number];

/** A chat that wants to hear of a unit. */
export interface Subscription {
  readonly chat: ChatId;
  readonly unit: string;
  readonly kind: SubscriptionKind;
  /** Who asked for it. */
  readonly by: string;
  /** ISO. */
  readonly at: string;
}

/** Several kinds of one unit for one chat. */
export interface Wish extends Omit<Subscription, "kind" | "at"> {
  readonly kinds: readonly SubscriptionKind[];
}

/** Which of a chat's subscriptions are meant; what is left out narrows nothing. */
export interface SubscriptionFilter {
  readonly unit?: string;
  readonly kinds?: readonly SubscriptionKind[];
}

/** All that can be heard of a unit: only who has units below it has results of a month to send. */
export function kindsOf({ kind }: Pick<Unit, "kind">): readonly SubscriptionKind[] {
  const isScope = kind !== "commune" && kind !== "department";
  return SUBSCRIPTION_KINDS.filter((one) => isScope || one !== "results");
}
