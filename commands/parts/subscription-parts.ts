import { typed } from "#commands/parts/ask-again.ts";
import { anywhere } from "#commands/parts/broadcast-parts.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { TYPED_KIND } from "#commands/parts/subscription-kinds.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Action } from "#services/reply/reply.ts";
import type { Services } from "#services/services.ts";
import {
  SUBSCRIPTION_KINDS,
  type Subscription,
  type SubscriptionKind,
} from "#services/subscriptions/subscription.ts";
import type { Unit } from "#services/units/unit.ts";

/** What a chat hears of one unit. */
export interface HeldUnit {
  readonly unit: Unit;
  readonly kinds: readonly SubscriptionKind[];
  /** The first of them, ISO. */
  readonly since: string;
}

/** A chat's subscriptions by unit, those made first before later ones. */
export function byUnit(held: readonly Subscription[], { units }: Services): readonly HeldUnit[] {
  const unitOf = unitLookup(units);
  const ids = [...new Set([...held].sort(byTime).map(({ unit }) => unit))];
  return ids.map((id) => {
    const own = held.filter(({ unit }) => unit === id);
    const kinds = SUBSCRIPTION_KINDS.filter((kind) => own.some((one) => one.kind === kind));
    return { unit: unitOf(id), kinds, since: own.map(({ at }) => at).sort()[0] ?? "" };
  });
}

const byTime = (a: Subscription, b: Subscription): number => (a.at < b.at ? -1 : Number(a.at > b.at));

/** The units that took over one that is no more; null while it is. */
export function successorsOf({ validTo, successors }: Unit, services: Services): readonly Unit[] | null {
  if (validTo === null || validTo >= services.today()) return null;
  return successors.flatMap((id) => services.units.get(id) ?? []);
}

export const mine = (t: Catalog): Action => ({
  label: t.subscriptions.actions.mine,
  command: "/dangkycuatoi",
});

/** Ends some kinds of a unit, or all; makes them again. */
export function subscriptionCommand(
  name: "dangky" | "huydangky",
  unit: Unit,
  kinds: readonly SubscriptionKind[],
  services: Services,
): string {
  return typed(`/${name}`, kinds.map((kind) => TYPED_KIND[kind]).join(", "), anywhere(unit, services));
}
