import { anywhere, typed } from "#commands/kit/typed.ts";
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

export interface HeardUnit {
  readonly unit: Unit;
  readonly kinds: readonly SubscriptionKind[];
}

/** What a chat hears of one unit. */
export interface HeldUnit extends HeardUnit {
  /** The first of them, ISO. */
  readonly since: string;
}

/** Subscriptions by unit, in the order in which units are first named. */
export function heardUnits(
  list: readonly Pick<Subscription, "unit" | "kind">[],
  { units }: Services,
): readonly HeardUnit[] {
  const unitOf = unitLookup(units);
  return [...new Set(list.map(({ unit }) => unit))].map((id) => {
    const own = new Set(list.filter(({ unit }) => unit === id).map(({ kind }) => kind));
    return { unit: unitOf(id), kinds: SUBSCRIPTION_KINDS.filter((kind) => own.has(kind)) };
  });
}

/** A chat's subscriptions by unit, those made first before later ones. */
export function byUnit(held: readonly Subscription[], services: Services): readonly HeldUnit[] {
  const sorted = [...held].sort(byTime);
  const sinceOf = (id: string): string => sorted.find(({ unit }) => unit === id)?.at ?? "";
  return heardUnits(sorted, services).map((heard) => ({ ...heard, since: sinceOf(heard.unit.id) }));
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
