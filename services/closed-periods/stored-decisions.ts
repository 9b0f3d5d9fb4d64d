import * as z from "zod";
import { type Period, toPeriod } from "#services/periods/period.ts";
import { COUNTRY_PLACE } from "#services/portal/questions.ts";
import { createCollection, type Item } from "#services/store/collection.ts";
import type { Commit, Store } from "#services/store/store.ts";

const StoredDecision = z.object({
  /** waiting: nobody was asked yet; asked: operators were. */
  state: z.enum(["waiting", "asked", "published", "left-out"]),
  /** Sender ids of those who have confirmed it so far. */
  approvals: z.array(z.string()),
});
export type Decision = z.infer<typeof StoredDecision>;

/** A closed period's set of one place, and what becomes of it. */
export interface DecidedSet {
  /** "VN", "H21" */
  readonly place: string;
  readonly period: Period;
  readonly item: Item<Decision>;
}

/** What became of closed periods' sets, by place and period. */
export function createDecisions({ store }: { readonly store: Store }) {
  const decisions = createCollection<Decision>({
    store,
    prefix: "portal/decisions",
    version: 1,
    schema: StoredDecision,
  });
  const idOf = (place: string, period: Period): string => `${period}/${place}`;

  return {
    async has(place: string, period: Period): Promise<boolean> {
      return (await decisions.get(idOf(place, period))) !== null;
    },

    /** Nothing happens where somebody else has noted it already. */
    async add(place: string, period: Period): Promise<void> {
      const id = idOf(place, period);
      const puts = [decisions.put(id, { state: "waiting", approvals: [] })];
      await store.commit({ checks: [decisions.check(id, null)], puts });
    },

    /** Sets that nobody has decided on, by period; the country's first. */
    async open(): Promise<ReadonlyMap<Period, readonly DecidedSet[]>> {
      const byPeriod = new Map<Period, DecidedSet[]>();
      for (const item of await decisions.list()) {
        if (item.value.state === "published" || item.value.state === "left-out") continue;
        const [text = "", place = ""] = item.id.split("/");
        const period = toPeriod(text);
        const others = byPeriod.get(period) ?? [];
        const one = { place, period, item };
        byPeriod.set(period, place === COUNTRY_PLACE ? [one, ...others] : [...others, one]);
      }
      return byPeriod;
    },

    /** Whether nobody decided on them since they were read. */
    async areAsRead(sets: readonly DecidedSet[]): Promise<boolean> {
      const now = await decisions.getMany(sets.map(({ item }) => item.id));
      return sets.every(({ item }, index) => now[index]?.version === item.version);
    },

    /** Fails where the sets were decided on since they were read. */
    changing(sets: readonly DecidedSet[], change: (decision: Decision) => Decision): Commit {
      return {
        checks: sets.map(({ item }) => decisions.check(item.id, item)),
        puts: sets.map(({ item }) => decisions.put(item.id, change(item.value))),
      };
    },
  };
}
