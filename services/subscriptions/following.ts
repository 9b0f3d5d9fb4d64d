import { type Period, periodRange } from "#services/periods/period.ts";
import type { Subscription, SubscriptionKind } from "#services/subscriptions/subscription.ts";
import type { SubscriptionIndex } from "#services/subscriptions/subscription-index.ts";
import type { Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** A subscription by which a chat hears of a unit. */
export interface Follower {
  readonly subscription: Subscription;
  /** The unit subscribed to, where it was no more in the period: it was merged into this one, or held it. */
  readonly formerly: Unit | null;
}

export interface Followed {
  readonly unit: string;
  readonly kind: SubscriptionKind;
  readonly period: Period;
}

/** A unit whose subscribers hear of another one; `after`: for periods that end later than this day (ISO) only. */
interface Way {
  readonly unit: Unit;
  readonly after: string | null;
}

/**
 * Who hears of a unit in a period: whoever is subscribed to it, to a place it lies or lay in, or to a unit that ended
 * before the period did and was merged into one of these, or to a place of that one. Each chat once, by the nearest way.
 */
export function createFollowing(units: Pick<Units, "get" | "places" | "predecessors">) {
  const waysByUnit = new Map<string, readonly Way[]>();

  function waysTo(id: string): readonly Way[] {
    const known = waysByUnit.get(id);
    if (known) return known;
    const unit = units.get(id);
    if (!unit) return [];
    const ways = findWays(unit, units);
    waysByUnit.set(id, ways);
    return ways;
  }

  return (index: SubscriptionIndex, { unit, kind, period }: Followed): readonly Follower[] => {
    const { end } = periodRange(period);
    const followers = new Map<string, Follower>();
    for (const way of waysTo(unit)) {
      const all = isBefore(way.after, end) ? index.followers(way.unit.id, kind) : [];
      for (const subscription of all.filter(({ chat }) => !followers.has(chat))) {
        const formerly = isOver(way.unit, end) ? way.unit : null;
        followers.set(subscription.chat, { subscription, formerly });
      }
    }
    return [...followers.values()];
  };
}

const isBefore = (day: string | null, end: string): boolean => day === null || day < end;

const isOver = ({ validTo }: Unit, end: string): boolean => validTo !== null && validTo < end;

/** Nearest first: the unit, its places, then those merged into them and theirs. */
function findWays(
  unit: Unit,
  { places, predecessors }: Pick<Units, "places" | "predecessors">,
): readonly Way[] {
  const ways = new Map<string, Way>();
  const add = (found: readonly Way[]): void => {
    const around = found.flatMap(({ unit, after }) =>
      places(unit.id).map((place) => ({ unit: place, after })),
    );
    for (const way of [...found, ...around]) if (!ways.has(way.unit.id)) ways.set(way.unit.id, way);
  };
  add([{ unit, after: null }]);
  for (const { unit: successor, after } of ways.values()) {
    const ended = predecessors(successor.id);
    add(
      ended.flatMap((one) => (one.validTo === null ? [] : [{ unit: one, after: later(after, one.validTo) }])),
    );
  }
  return [...ways.values()];
}

function later(day: string | null, other: string): string {
  return day !== null && day > other ? day : other;
}
