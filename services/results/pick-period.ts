import type { Indicator } from "#services/indicators/indicator.ts";
import { choosePeriod, latestPeriod, mostRecent, type PeriodWithData } from "#services/periods/choose.ts";
import { comparePeriods, type Period } from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { createMemoOfHeads } from "#services/results/memo-of-heads.ts";
import { isMissing, type Missing, type Neighbours } from "#services/results/views.ts";
import type { SheetHead } from "#services/sheets/sheets.ts";

export interface PickedPeriod {
  readonly period: Period;
  readonly neighbours: Neighbours;
}

/** The period meant among those that have data; without a wish the one with the latest as-of. */
export function pickPeriod(
  heads: readonly SheetHead[],
  wish: PeriodWish | null,
  today: string,
): PickedPeriod | Missing {
  if (heads.length === 0) return { missing: "data", available: [] };
  const stored = periodsOf(heads);
  const sorted = stored.map(({ period }) => period);
  const period = wish ? choosePeriod(wish, stored, today) : latestPeriod(stored);
  if (!period) {
    const wished = wish && mostRecent(wish, today);
    return { missing: "period", ...(wished && { wished }), available: sorted.reverse() };
  }
  const place = sorted.indexOf(period);
  return { period, neighbours: { older: sorted[place - 1] ?? null, newer: sorted[place + 1] ?? null } };
}

/** What is missing, told of the indicator wished for where some of `all`, the `holding` ones, have it. */
export function missingOf(missing: Missing, { all, holding, wish, wished, today }: MissingFrom): Missing {
  const lacks = wished.find(({ id }) => holding.some(({ indicators }) => indicators.includes(id)));
  if (holding === all || missing.missing !== "period" || !lacks) return missing;
  const without = pickPeriod(all, wish, today);
  return { ...missing, lacks, ...(!isMissing(without) && { wished: without.period }) };
}

interface MissingFrom {
  readonly all: readonly SheetHead[];
  readonly holding: readonly SheetHead[];
  readonly wish: PeriodWish | null;
  readonly wished: readonly Indicator[];
  readonly today: string;
}

const storedPeriods = createMemoOfHeads<readonly PeriodWithData[]>();

const periodsOf = (heads: readonly SheetHead[]): readonly PeriodWithData[] =>
  storedPeriods(heads, "", () => readPeriods(heads));

/** One entry a period, in order of time, with the latest moment that any of its sheets states. */
function readPeriods(heads: readonly SheetHead[]): readonly PeriodWithData[] {
  const latest = new Map<Period, string | null>();
  for (const { period, asOf } of heads) {
    const known = latest.get(period) ?? null;
    latest.set(period, known === null || (asOf !== null && asOf > known) ? asOf : known);
  }
  const stored = [...latest].map(([period, asOf]) => ({ period, asOf }));
  return stored.sort((a, b) => comparePeriods(a.period, b.period));
}
