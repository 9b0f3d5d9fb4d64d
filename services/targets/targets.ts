import * as z from "zod";
import { containsPeriod, type Period } from "#services/periods/period.ts";
import { StoredPeriod } from "#services/periods/stored-period.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";
import type { Target } from "#services/targets/target.ts";
import type { Units } from "#services/units/units.ts";

const StoredTarget = z.object({
  scope: z.string(),
  indicator: z.string(),
  comparison: z.enum([">=", "<=", ">", "<", "="]),
  value: z.number(),
  period: StoredPeriod.nullable(),
  kinds: z.array(z.enum(["country", "province", "district", "commune", "department"])).nullable(),
  source: z.string(),
});

export type Targets = ReturnType<typeof createTargets>;

/** Targets that documents set, by the scope they hold for. */
export function createTargets({ store }: { readonly store: Store }) {
  const targets = createCollection<Target>({ store, prefix: "targets", version: 1, schema: StoredTarget });
  return {
    /** Targets that hold for a unit in a period: its own before those of the scopes above it. */
    async forUnit(unit: string, period: Period, units: Units): Promise<readonly Target[]> {
      const found = units.get(unit);
      if (!found) return [];
      const scopes = [unit, ...units.ancestors(unit).map(({ id }) => id)];
      const lists = await Promise.all(scopes.map((scope) => targets.list({ under: `${scope}/` })));
      return lists
        .flat()
        .map(({ value }) => value)
        .filter((target) => target.period === null || containsPeriod(target.period, period))
        .filter((target) => target.kinds === null || target.kinds.includes(found.kind));
    },

    /** Those that are not held yet, whichever document set them. */
    async unknown(wanted: readonly Target[]): Promise<readonly Target[]> {
      const each = [...new Map(wanted.map((target) => [idOf(target), target])).values()];
      const held = await Promise.all(each.map((target) => targets.list({ under: `${matterOf(target)}/` })));
      return each.filter((target, i) => !held[i]?.some(({ value }) => isSame(value, target)));
    },

    /** Targets by unit, for many units at once: all targets are read once. */
    async lookup(period: Period, units: Units): Promise<(unit: string) => readonly Target[]> {
      const all = (await targets.list()).map(({ value }) => value);
      const held = all.filter((target) => target.period === null || containsPeriod(target.period, period));
      return (id) => {
        const unit = units.get(id);
        if (!unit || held.length === 0) return [];
        const scopes = [id, ...units.ancestors(id).map((one) => one.id)];
        return scopes
          .flatMap((scope) => held.filter((target) => target.scope === scope))
          .filter(({ kinds }) => kinds === null || kinds.includes(unit.kind));
      };
    },

    /** Puts for the commit that stores the document's sheets; the same target of one document is put once. */
    puts(set: readonly Target[]): readonly { readonly key: string; readonly value: unknown }[] {
      return set.map((target) => targets.put(idOf(target), target));
    },
  };
}

const idOf = (target: Target): string => `${matterOf(target)}/${target.source}`;

const matterOf = ({ scope, indicator, period }: Target): string => `${scope}/${indicator}/${period ?? "any"}`;

function isSame(a: Target, b: Target): boolean {
  const [kindsOfA, kindsOfB] = [a, b].map(({ kinds }) => kinds?.join() ?? null);
  return a.comparison === b.comparison && a.value === b.value && kindsOfA === kindsOfB;
}
