import type { Commit } from "#services/store/store.ts";
import type { Subscription, SubscriptionKind } from "#services/subscriptions/subscription.ts";

/** All subscriptions as they stood at one revision. */
export interface SubscriptionIndex {
  /** For the checks of a commit that rests on this index: it fails once anybody subscribed or ended something. */
  readonly revision: NonNullable<Commit["checks"]>[number];
  /** How many there are. */
  readonly size: number;
  /** The chats subscribed to exactly this unit, in a fixed order. */
  followers(unit: string, kind: SubscriptionKind): readonly Subscription[];
}

const NOBODY: readonly Subscription[] = [];

/** Indexes subscriptions by kind and unit. */
export function indexSubscriptions(
  revision: SubscriptionIndex["revision"],
  all: readonly Subscription[],
): SubscriptionIndex {
  const byKind = new Map<SubscriptionKind, Map<string, Subscription[]>>();
  for (const one of all) {
    const byUnit = byKind.get(one.kind) ?? new Map<string, Subscription[]>();
    byKind.set(one.kind, byUnit);
    const listed = byUnit.get(one.unit);
    if (listed) listed.push(one);
    else byUnit.set(one.unit, [one]);
  }
  return {
    revision,
    size: all.length,
    followers: (unit, kind) => byKind.get(kind)?.get(unit) ?? NOBODY,
  };
}
