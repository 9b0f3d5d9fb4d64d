import * as z from "zod";
import type { Alert, AlertEvent, Batch, Reading } from "#services/alerts/alert.ts";
import { StoredChatId } from "#services/ids.ts";
import { type Period, periodKind } from "#services/periods/period.ts";
import { StoredPeriod } from "#services/periods/stored-period.ts";
import { createCollection, type Item } from "#services/store/collection.ts";
import type { Commit, Store } from "#services/store/store.ts";

const period = StoredPeriod.nullable();

/** Earlier versions of the bot kept the bare value. */
const Baseline = z.union([
  z.object({ value: z.number(), period, derived: z.boolean(), over: z.number().nullable() }),
  z.number().transform((value) => ({ value, period: null, derived: false, over: null })),
]);
const Said = z.union([
  z.object({ value: z.number(), period }),
  z.number().transform((value) => ({ value, period: null })),
]);

const topic = z.enum(["targets", "overdue", "rank"]);

const reading = {
  unit: z.string(),
  rule: z.string(),
  indicator: z.string(),
  of: z.enum(["value", "rank", "falls", "presence", "dailyFalls"]),
  value: z.number(),
  level: z.number().nullable(),
  comparison: z.enum([">=", "<=", ">", "<", "="]).nullable(),
  before: Baseline.nullable(),
  source: z.string(),
  asOf: z.string().nullable(),
};

export const StoredReading: z.ZodType<Reading> = z.object(reading);

const StoredEvent: z.ZodType<AlertEvent> = z.object({
  ...reading,
  number: z.number().int(),
  kind: z.enum(["fired", "worse", "corrected", "resolved", "withdrawn", "unfounded", "lifted"]),
  topic,
  urgent: z.boolean(),
  said: Said.nullable(),
  period: StoredPeriod.optional(),
});

const StoredAlert: z.ZodType<Alert> = z.object({
  ...reading,
  number: z.number().int(),
  scope: z.string(),
  topic,
  state: z.enum(["open", "acknowledged", "explained", "accepted", "returned", "resolved"]),
  said: Said.nullable(),
  from: Baseline.nullable(),
  period: StoredPeriod,
  version: z.number().int(),
  opened: z.object({ period: StoredPeriod, version: z.number().int(), at: z.string() }),
  told: z.array(StoredChatId),
  pending: StoredEvent.nullable(),
  acknowledged: z.object({ by: z.string(), at: z.string() }).nullable(),
  updatedAt: z.string(),
  resolvedAt: z.string().nullable(),
  ended: z.enum(["resolved", "withdrawn", "unfounded", "lifted"]).nullable(),
});

const StoredBatch: z.ZodType<Batch> = z.object({
  id: z.string(),
  scope: z.string(),
  period: StoredPeriod,
  version: z.number().int(),
  at: z.string(),
  events: z.array(StoredEvent),
  inhibited: z.array(
    z.object({ rule: z.string(), indicator: z.string(), units: z.number(), of: z.number() }),
  ),
});

export type StoredAlerts = ReturnType<typeof createStoredAlerts>;

/** Alerts by scope, unit, rule and indicator; by number; those a silence keeps back; those that ended earlier; batches. */
export function createStoredAlerts(store: Store) {
  const version = 1;
  const states = createCollection<Alert>({ store, prefix: "alerts/states", version, schema: StoredAlert });
  const past = createCollection<Alert>({ store, prefix: "alerts/past", version, schema: StoredAlert });
  const numbers = createCollection({ store, prefix: "alerts/numbers", version, schema: z.string() });
  const kept = createCollection({ store, prefix: "alerts/pending", version, schema: z.object({}) });
  const last = createCollection({ store, prefix: "alerts/last", version, schema: z.number().int() });
  const batches = createCollection<Batch>({ store, prefix: "alerts/batches", version, schema: StoredBatch });

  /** What a commit needs to put an alert in the place of the one seen, which is kept when it is another matter. */
  function write(after: Alert, seen: Item<Alert> | null): Required<Commit> {
    const id = alertId(after, after.period, after.scope);
    const isNew = seen?.value.number !== after.number;
    return {
      checks: [states.check(id, seen)],
      puts: [
        states.put(id, after),
        ...(isNew ? [numbers.put(String(after.number), id)] : []),
        ...(isNew && seen ? [past.put(pastId(seen.value), seen.value)] : []),
        ...(after.pending ? [kept.put(String(after.number), {})] : []),
      ],
      deletes: seen?.value.pending && !after.pending ? [kept.key(String(seen.value.number))] : [],
    };
  }

  async function byNumber(number: number): Promise<Item<Alert> | null> {
    const place = await numbers.get(String(number));
    const found = place && (await states.get(place.value));
    return found?.value.number === number ? found : null;
  }

  return {
    batches,
    last,
    write,
    byNumber,

    /** Numbers of the alerts of which something is kept back. */
    async pending(): Promise<readonly number[]> {
      return (await kept.list()).map(({ id }) => Number(id));
    },

    /** Of the units of a scope, open and ended. */
    ofScope: (scope: string): Promise<readonly Item<Alert>[]> => states.list({ under: `${scope}/` }),

    ofUnit: (scope: string, unit: string): Promise<readonly Item<Alert>[]> =>
      states.list({ under: `${scope}/${unit}/` }),

    all: (): Promise<readonly Item<Alert>[]> => states.list(),

    /** Matters that were over when the same rule fired anew, of a scope; null = of all. */
    async pastOf(scope: string | null): Promise<readonly Alert[]> {
      return (await past.list(scope === null ? {} : { under: `${scope}/` })).map(({ value }) => value);
    },
  };
}

/** Where the alert stands that a reading is about. */
export function alertId(
  { unit, rule, indicator }: Pick<Reading, "unit" | "rule" | "indicator">,
  period: Period,
  scope: string,
): string {
  return [scope, unit, rule, indicator, periodKind(period)].join("/");
}

const pastId = ({ scope, number }: Alert): string => `${scope}/${String(number).padStart(9, "0")}`;
