import * as z from "zod";
import defaults from "#services/alerts/data/default-rules.json" with { type: "json" };
import { type Rule, StoredRule } from "#services/alerts/rule.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** A rule as a scope set it. */
export interface ScopedRule {
  readonly rule: Rule;
  /** The scope that set it, and all below it; null = it comes with the bot. */
  readonly scope: string | null;
  readonly by: string | null;
  /** ISO. */
  readonly at: string | null;
}

const Kept = z.object({ rule: StoredRule, by: z.string(), at: z.string() });

const SHIPPED: readonly ScopedRule[] = z
  .array(StoredRule)
  .parse(defaults.rules)
  .map((rule) => ({ rule, scope: null, by: null, at: null }));

export type Rules = ReturnType<typeof createRules>;

export interface RulesOptions {
  readonly store: Store;
  readonly units: Pick<Units, "ancestors">;
  readonly clock?: () => Date;
}

/** What alerts are raised by, scope by scope. Everything rejects with StoreUnavailable. */
export function createRules({ store, units, clock = () => new Date() }: RulesOptions) {
  const kept = createCollection({ store, prefix: "alerts/rules", version: 1, schema: Kept });

  async function setBy(scope: string): Promise<readonly ScopedRule[]> {
    const items = await kept.list({ under: `${scope}/` });
    return items.map(({ value }) => ({ ...value, scope }));
  }

  return {
    /** The rules that hold for the units of a scope: its own before those set above it, those before the shipped ones. */
    async of(scope: string): Promise<readonly ScopedRule[]> {
      const places = [scope, ...units.ancestors(scope).map(({ id }) => id)];
      const holders = [...new Set([...places, COUNTRY_ID])].reverse();
      const lists = [SHIPPED, ...(await Promise.all(holders.map(setBy)))];
      const byId = new Map(lists.flat().map((one) => [one.rule.id, one]));
      return [...byId.values()];
    },

    /** Holds from the next publication on. */
    async set(scope: string, rule: Rule, by: string): Promise<void> {
      await kept.update(`${scope}/${rule.id}`, () => ({ rule, by, at: clock().toISOString() }));
    },

    /** Back to what holds above the scope; false = the scope had set nothing. */
    async unset(scope: string, id: string): Promise<boolean> {
      const seen = await kept.get(`${scope}/${id}`);
      if (seen) await store.commit({ deletes: [kept.key(seen.id)] });
      return seen !== null;
    },
  };
}
