import { type Alert, type Batch, isOpen } from "#services/alerts/alert.ts";
import { createAlertActions } from "#services/alerts/alert-actions.ts";
import { createBackTest } from "#services/alerts/back-test.ts";
import { createDailyLook, createDailyTest, type WatchedDays } from "#services/alerts/daily-look.ts";
import { createEvaluation, type EvaluationOptions } from "#services/alerts/evaluation.ts";
import { createMissingLook, type MissingOptions } from "#services/alerts/missing.ts";
import { type AlertOwingOptions, createAlertOwing } from "#services/alerts/owing.ts";
import { createPreview } from "#services/alerts/preview.ts";
import { createReminding } from "#services/alerts/reminding.ts";
import { createRules } from "#services/alerts/rules.ts";
import { createSettling, type SettlingOptions } from "#services/alerts/settling.ts";
import { createSilenceEnds } from "#services/alerts/silence-ends.ts";
import { createSilences } from "#services/alerts/silences.ts";
import { createStoredAlerts } from "#services/alerts/stored-alerts.ts";
import { showsSample } from "#services/sample/sample-overlay.ts";
import type { Item } from "#services/store/collection.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

type Made = "stored" | "silences" | "owing" | "settling" | "rules";

export interface AlertsOptions
  extends Omit<SettlingOptions, Made>,
    Omit<EvaluationOptions, Made>,
    Omit<MissingOptions, Made>,
    Omit<AlertOwingOptions, Made> {
  readonly units: Pick<Units, "ancestors" | "places" | "get">;
  /** Daily observations of the portal. */
  readonly days: WatchedDays;
  /** Rings for the deliveries just written. */
  readonly ring: () => Promise<void>;
}

export type Alerts = ReturnType<typeof createAlerts>;

/** What is amiss with units: found in published sheets, told to who follows them, kept until it is fixed. */
export function createAlerts(options: AlertsOptions) {
  const { store, units, clock, ring } = options;
  const stored = createStoredAlerts(store);
  const rules = createRules(options);
  const silences = createSilences({ store, clock });
  const owing = createAlertOwing(options);
  const settling = createSettling({ ...options, stored, silences, owing });
  const evaluation = createEvaluation({ ...options, rules, settling });
  const missing = createMissingLook({ ...options, rules, settling });
  const daily = createDailyLook({ ...options, ...options.reader, rules, settling, stored });
  const silenceEnds = createSilenceEnds({ ...options, stored, silences, owing });

  const preview = createPreview({ ...options, rules });

  /** A unit may be listed by its parent's sheet and, before the merger, by a district's. */
  async function ofUnit(unit: string): Promise<readonly Item<Alert>[]> {
    const scopes = new Set(units.places(unit).map(({ id }) => id));
    const lists = await Promise.all([...scopes].map((scope) => stored.ofUnit(scope, unit)));
    return lists.flat();
  }

  /** Of the units of a scope; those of the whole country where it is the scope. */
  async function ofScope(scope: string): Promise<readonly Item<Alert>[]> {
    return scope === COUNTRY_ID ? stored.all() : stored.ofScope(scope);
  }

  return {
    rules,
    silences,
    digest: owing.digest,
    isBehind: evaluation.isBehind,
    backTest: createBackTest(options),
    /** What a rule of daily observations would tell now. */
    dailyTest: createDailyTest(options),
    remind: createReminding({ ...options, silences }),
    ...createAlertActions({ store, stored, ofUnit, clock }),

    async batch(id: string): Promise<Batch | null> {
      return (await stored.batches.get(id))?.value ?? null;
    },

    /** Null = there is none of that number, or it ended before another one took its place. */
    async get(number: number): Promise<Alert | null> {
      return (await stored.byNumber(number))?.value ?? null;
    },

    async openOf(unit: string): Promise<readonly Alert[]> {
      const scopes = units.places(unit).map(({ id }) => id);
      if (!(await showsSample(options))) return (await ofUnit(unit)).map(({ value }) => value).filter(isOpen);
      const lists = await Promise.all([...new Set(scopes)].map(preview));
      return lists.flat().filter((alert) => alert.unit === unit);
    },

    /** Of the units that a scope's own sheet lists. */
    async openIn(scope: string): Promise<readonly Alert[]> {
      if (await showsSample(options)) return preview(scope);
      return (await ofScope(scope)).map(({ value }) => value).filter(isOpen);
    },

    /** Every matter of a scope that is kept, open or over, in the order of their numbers. */
    async historyOf(scope: string): Promise<readonly Alert[]> {
      if (await showsSample(options)) return preview(scope);
      const pastScope = scope === COUNTRY_ID ? null : scope;
      const [states, past] = await Promise.all([ofScope(scope), stored.pastOf(pastScope)]);
      return [...states.map(({ value }) => value), ...past].sort((a, b) => a.number - b.number);
    },

    /** One look at publications, the calendar and silences that ended. */
    async tick(): Promise<void> {
      const found = await evaluation.look();
      await missing();
      const days = await daily();
      let more = false;
      while (await silenceEnds()) more = true;
      if (found + days > 0 || more) await ring();
    },
  };
}
