import { type Period, periodRange } from "#services/periods/period.ts";
import type { Subscription } from "#services/subscriptions/subscription.ts";
import type { Subscriptions } from "#services/subscriptions/subscriptions.ts";
import type { Units } from "#services/units/units.ts";

export type Listeners = ReturnType<typeof createListeners>;

/**
 * Who is sent the results of a scope in a period: whoever asked for them, or for those of a unit that ended before the
 * period did and was merged into it. Each chat once; at least `limit` of them if there are so many.
 */
export function createListeners(options: {
  readonly subscriptions: Pick<Subscriptions, "ofUnit">;
  readonly units: Pick<Units, "predecessors">;
}) {
  const { subscriptions, units } = options;

  /** The scope first. */
  function lineOf(scope: string, end: string): readonly string[] {
    const line = new Set([scope]);
    for (const id of line) {
      const merged = units.predecessors(id).filter(({ validTo }) => validTo !== null && validTo < end);
      for (const unit of merged) line.add(unit.id);
    }
    return [...line];
  }

  return async (scope: string, period: Period, limit?: number): Promise<readonly Subscription[]> => {
    const byChat = new Map<string, Subscription>();
    for (const id of lineOf(scope, periodRange(period).end)) {
      if (limit !== undefined && byChat.size >= limit) break;
      for (const one of await subscriptions.ofUnit(id, "results", limit)) {
        if (!byChat.has(one.chat)) byChat.set(one.chat, one);
      }
    }
    return [...byChat.values()];
  };
}
