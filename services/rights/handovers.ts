import * as z from "zod";
import { type HeldRole, StoredRole } from "#services/rights/roles.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Commit, Store } from "#services/store/store.ts";
import { SUBSCRIPTION_KINDS, type Subscription } from "#services/subscriptions/subscription.ts";

/** A post that passed from one person to another: kept, so that anybody can be told who answers since when. */
export interface Handover {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** As their channels name them; empty when unknown. */
  readonly fromName: string;
  readonly toName: string;
  /** Who made the code: the giver, or an operator. */
  readonly by: string;
  /** ISO. */
  readonly at: string;
  readonly roles: readonly HeldRole[];
  readonly subscriptions: readonly Pick<Subscription, "unit" | "kind">[];
}

const Stored = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  fromName: z.string(),
  toName: z.string(),
  by: z.string(),
  at: z.string(),
  roles: z.array(StoredRole),
  subscriptions: z.array(z.object({ unit: z.string(), kind: z.enum(SUBSCRIPTION_KINDS) })),
});

export type Handovers = ReturnType<typeof createHandovers>;

/** What was handed over to whom; ids are in the order of time. */
export function createHandovers(store: Store) {
  const all = createCollection<Handover>({ store, prefix: "rights/handovers", version: 1, schema: Stored });
  return {
    async get(id: string): Promise<Handover | null> {
      return (await all.get(id))?.value ?? null;
    },

    /** The latest first. */
    async latest(limit: number): Promise<readonly Handover[]> {
      return (await all.list({ limit, reverse: true })).map(({ value }) => value);
    },

    /** To be put by the commit that hands over. */
    keeping: (handover: Handover): Commit => ({
      checks: [all.check(handover.id, null)],
      puts: [all.put(handover.id, handover)],
    }),
  };
}
