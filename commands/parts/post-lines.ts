import { heardUnits } from "#commands/parts/subscription-parts.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { HeldRole } from "#services/rights/roles.ts";
import type { Services } from "#services/services.ts";
import type { Subscription } from "#services/subscriptions/subscription.ts";

/** Lines before the rest is only counted. */
const LISTED = 12;

/** What a person answers for, a line each: roles, then units that are followed. */
export function postLines(
  post: {
    readonly roles: readonly HeldRole[];
    readonly subscriptions: readonly Pick<Subscription, "unit" | "kind">[];
  },
  services: Services,
  t: Catalog,
): readonly TextPart[] {
  const roles = post.roles.flatMap(({ role, unit: id }) => {
    const unit = services.units.get(id);
    return unit ? [t.rights.item({ role, unit })] : [];
  });
  const heard = heardUnits(post.subscriptions, services).map(({ unit, kinds }) =>
    t.posts.hears({ unit, kinds }),
  );
  const all = [...roles, ...heard];
  return all.length > LISTED ? [...all.slice(0, LISTED), t.posts.more(all.length - LISTED)] : all;
}
