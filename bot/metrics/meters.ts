import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { DeliveryOutcome, Timed } from "#services/metrics.ts";

export type Outcome = "ok" | "refused" | "failed";

export interface Took {
  readonly name: string;
  readonly outcome: Outcome;
  readonly seconds: number;
}

/** What the ledger holds at the moment somebody looks. */
export interface Backlog {
  readonly deliveries: readonly (DeliveryOutcome & { readonly count: number })[];
  /** Since when the oldest message still owed is, ISO; null = nothing is owed. */
  readonly owedSince: string | null;
}

/** All figures in the format monitoring systems read. */
export interface MetricsPage {
  readonly contentType: string;
  readonly text: string;
}

export type Meters = ReturnType<typeof createMeters>;

const PREFIX = "bot766_";
/** From a read of SQLite to what a person no longer waits for. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The meters of one bot, in a registry of their own, beside those of the process: memory, event loop, collections. */
export function createMeters() {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const { timed, outcomes, deliveries, queueAge } = createInstruments(register);

  return {
    took: (what: Timed, { name, outcome, seconds }: Took) => timed[what].observe({ name, outcome }, seconds),

    delivered: ({ state, reason }: DeliveryOutcome) => outcomes.inc({ state, reason: reason ?? "" }),

    /** `now` in ms since 1970. */
    backlog(backlog: Backlog, now: number): void {
      deliveries.reset();
      for (const { state, reason, count } of backlog.deliveries) {
        deliveries.inc({ state, reason: reason ?? "" }, count);
      }
      const { owedSince } = backlog;
      queueAge.set(owedSince === null ? 0 : Math.max(0, now - Date.parse(owedSince)) / 1000);
    },

    page: async (): Promise<MetricsPage> => ({
      contentType: register.contentType,
      text: await register.metrics(),
    }),
  };
}

function createInstruments(register: Registry) {
  const registers = [register];
  const histogram = (name: string, help: string) =>
    new Histogram({
      name: `${PREFIX}${name}_seconds`,
      help,
      labelNames: ["name", "outcome"],
      buckets: SECONDS,
      registers,
    });
  const byState = { labelNames: ["state", "reason"] as const, registers };

  return {
    timed: {
      command: histogram("command", "From a command understood to its reply made, by command"),
      render: histogram("render", "Drawing a picture, by its type; pictures kept from before are not drawn"),
      store: histogram("store", "Operations of the store"),
    } satisfies Record<Timed, unknown>,
    outcomes: new Counter({
      name: `${PREFIX}delivery_outcomes_total`,
      help: "Attempts at deliveries made by this process, by the state they ended in",
      ...byState,
    }),
    deliveries: new Gauge({
      name: `${PREFIX}deliveries`,
      help: "Deliveries in the ledger, the same for all processes that share it",
      ...byState,
    }),
    queueAge: new Gauge({
      name: `${PREFIX}delivery_queue_age_seconds`,
      help: "For how long the oldest message still owed was to be sent; 0 = nothing is, or only later",
      registers,
    }),
  };
}
