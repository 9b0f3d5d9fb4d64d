import type { Alert, AlertEvent } from "#services/alerts/alert.ts";
import { evaluate } from "#services/alerts/evaluate.ts";
import { readSheet, type SheetReader } from "#services/alerts/readings.ts";
import type { Rule } from "#services/alerts/rule.ts";
import { alertId } from "#services/alerts/stored-alerts.ts";
import { comparePeriods, type Period, type PeriodKind, periodKind } from "#services/periods/period.ts";
import type { SheetHead } from "#services/sheets/sheets.ts";
import type { Item } from "#services/store/collection.ts";
import type { Targets } from "#services/targets/targets.ts";

export interface BackTestOptions {
  readonly reader: SheetReader;
  readonly targets: Pick<Targets, "lookup">;
}

/** What the results of one period would have told. */
export interface TestedPeriod {
  readonly period: Period;
  /** What is new or worse. */
  readonly events: readonly AlertEvent[];
  /** Most units fell at once: operators alone would have been told. */
  readonly isInhibited: boolean;
}

/** Longer ago, the units and the reckoning were others. */
const MOST_PERIODS = 24;
/** Somebody who follows every unit. */
const FOLLOWER = [{ chat: "back-test:nobody", formerly: null }] as const;

/**
 * A rule replayed over the stored results of a scope, all of one kind of period, oldest first: what it would have told
 * had it held since then. Writes nothing. None = nothing is stored. Rejects with StoreUnavailable.
 */
export function createBackTest({ reader, targets }: BackTestOptions) {
  return async (scope: string, rule: Rule): Promise<readonly TestedPeriod[]> => {
    const states = new Map<string, Item<Alert>>();
    const tested: TestedPeriod[] = [];
    for (const head of longestSeries(await reader.sheets.heads(), scope)) {
      const { period, version, createdAt: at } = head;
      const place = { scope, period, version };
      const reads = await readSheet(reader, place, [rule], await targets.lookup(period, reader.units));
      const { changed, told, inhibited } = evaluate({
        place,
        reads,
        states,
        at,
        lastNumber: 0,
        isSilent: () => false,
        followers: () => FOLLOWER,
      });
      for (const { after } of changed) {
        const id = alertId(after, period, scope);
        states.set(id, { id, value: after, version: 0 });
      }
      const events = told.map(({ event }) => event).filter(isAmiss);
      tested.push({ period, events, isInhibited: inhibited.length > 0 });
    }
    return tested;
  };
}

const isAmiss = ({ kind }: AlertEvent): boolean => kind === "fired" || kind === "worse";

/** The latest periods of the kind that most are stored of; of months, where that is undecided. */
function longestSeries(heads: readonly SheetHead[], scope: string): readonly SheetHead[] {
  const byKind = new Map<PeriodKind, SheetHead[]>([["month", []]]);
  for (const head of heads.filter((one) => one.scope === scope)) {
    const kind = periodKind(head.period);
    byKind.set(kind, [...(byKind.get(kind) ?? []), head]);
  }
  const [longest = []] = [...byKind.values()].sort((a, b) => b.length - a.length);
  return longest.sort((a, b) => comparePeriods(a.period, b.period)).slice(-MOST_PERIODS);
}
