import * as z from "zod";
import { PortalWhy } from "#services/portal/whys.ts";
import { createCollection, type Item } from "#services/store/collection.ts";
import type { Commit, Store } from "#services/store/store.ts";

const StoredRun = z.object({
  /** By question: how often it was asked today without a believed answer. */
  attempts: z.record(z.string(), z.number()),
  /** Nothing is asked before this, ms. */
  retryAtMs: z.number(),
  /** Sets that are not tried again today, by place, period and day: why. */
  givenUp: z.record(z.string(), PortalWhy),
});
export type RunNotes = z.infer<typeof StoredRun>;

const StoredLatest = z.object({
  /** Whose archived answer it is, ISO date. */
  day: z.string(),
  hash: z.string(),
  units: z.number(),
  received: z.number().nullable(),
});
/** What was last believed of one question, whatever the day. */
export type LatestBelieved = z.infer<typeof StoredLatest>;

const EMPTY: RunNotes = { attempts: {}, retryAtMs: 0, givenUp: {} };

/** What runs remember between requests: attempts of a day, what was believed last, the portal's ids of provinces. */
export function createRunNotes({ store }: { readonly store: Store }) {
  const runs = createCollection<RunNotes>({ store, prefix: "portal/runs", version: 1, schema: StoredRun });
  const latest = createCollection<LatestBelieved>({
    store,
    prefix: "portal/latest",
    version: 1,
    schema: StoredLatest,
  });
  const roots = createCollection<Record<string, string>>({
    store,
    prefix: "portal/roots",
    version: 1,
    schema: z.record(z.string(), z.string()),
  });

  return {
    async of(day: string): Promise<RunNotes> {
      return (await runs.get(day))?.value ?? EMPTY;
    },

    /** The day's notes after a change, checked against what was read. */
    async changing(day: string, change: (notes: RunNotes) => RunNotes): Promise<Commit> {
      const seen = await runs.get(day);
      return { checks: [runs.check(day, seen)], puts: [runs.put(day, change(seen?.value ?? EMPTY))] };
    },

    /** A try that was put off is made now. */
    async retryNow(day: string): Promise<void> {
      await runs.update(day, (seen) => ({ ...(seen ?? EMPTY), retryAtMs: 0 }));
    },

    async latest(key: string): Promise<LatestBelieved | null> {
      return (await latest.get(key))?.value ?? null;
    },

    /** All that was last believed of a place ("H21"), by question. */
    latestOf: (place: string): Promise<readonly Item<LatestBelieved>[]> =>
      latest.list({ under: `${place}/` }),

    believing: (key: string, believed: LatestBelieved): Commit => ({ puts: [latest.put(key, believed)] }),

    /** The portal's id of a province by its code; null = no list of the country was believed yet. */
    async rootOf(code: string): Promise<string | null> {
      return (await roots.get("provinces"))?.value[code] ?? null;
    },

    knowingRoots: (ids: Record<string, string>): Commit => ({ puts: [roots.put("provinces", ids)] }),
  };
}
