import type { Backlog, Meters, MetricsPage, Outcome } from "#bot/metrics/meters.ts";
import type { Metrics } from "#services/metrics.ts";
import { Refusal } from "#services/refusal.ts";

export interface OperationMetrics extends Metrics {
  /** `backlog` null = it is not known. */
  page(backlog: Backlog | null): Promise<MetricsPage>;
}

export interface MetricsOptions {
  readonly clock?: () => Date;
  /** Notes kept until the meters are loaded; one more loads them. */
  readonly early?: number;
}

/** The meters cost a tenth of a second and twelve megabytes to load: a bot that nobody watches starts without them. */
const EARLY = 1000;

/** Keeps the figures; nothing noted is ever lost, though the meters are loaded only when they are looked at. */
export function createMetrics({
  clock = () => new Date(),
  early = EARLY,
}: MetricsOptions = {}): OperationMetrics {
  const waiting: ((meters: Meters) => void)[] = [];
  let loading: Promise<Meters> | undefined;
  let loaded: Meters | undefined;

  function load(): Promise<Meters> {
    loading ??= import("#bot/metrics/meters.ts").then(({ createMeters }) => {
      loaded = createMeters();
      for (const note of waiting.splice(0)) note(loaded);
      return loaded;
    });
    return loading;
  }

  function note(what: (meters: Meters) => void): void {
    if (loaded) what(loaded);
    else if (waiting.push(what) > early) void load();
  }

  return {
    async time(what, name, work) {
      const started = performance.now();
      const ended = (outcome: Outcome) => {
        const seconds = (performance.now() - started) / 1000;
        note((meters) => meters.took(what, { name, outcome, seconds }));
      };
      try {
        const result = await work();
        ended("ok");
        return result;
      } catch (error) {
        ended(error instanceof Refusal ? "refused" : "failed");
        throw error;
      }
    },

    delivered: (outcome) => note((meters) => meters.delivered(outcome)),

    async page(backlog) {
      const meters = await load();
      if (backlog) meters.backlog(backlog, clock().getTime());
      return meters.page();
    },
  };
}
