import { daysBetween } from "#services/periods/calendar.ts";
import type { Period } from "#services/periods/period.ts";
import {
  comparePeriods,
  containsPeriod,
  periodKind,
  periodRange,
  yearPeriod,
} from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { wishInYear } from "#services/periods/wish.ts";

/** A period that has figures, and when they were extracted (ISO with offset; null = not stated). */
export interface PeriodWithData {
  readonly period: Period;
  readonly asOf: string | null;
}

/**
 * The period to answer a wish with; null if there is none. Without a year: the most recent one with data that began by
 * `today` (ISO date). Where the period asked has no figures of its own, those from the start of the year to its end
 * stand in (2024-01..2024-10 for 2024-10), and for a whole year its latest figures to date: the answer must name them.
 */
export function choosePeriod(
  wish: PeriodWish,
  withData: readonly PeriodWithData[],
  today: string,
): Period | null {
  if (wish.kind === "latest") return latestPeriod(ofKind(withData, wish.of));
  const periods = [...new Set(withData.map((each) => each.period))].sort(comparePeriods).reverse();
  if (wish.kind === "exact") return ownOrToDate(wish.period, periods);
  if (wish.kind === "year") return ownOrToDate(yearPeriod(Number(today.slice(0, 4))), periods);
  const asked = yearsOf(periods)
    .map((year) => wishInYear(wish, year))
    .filter((period) => period !== null && periodRange(period).start <= today);
  const own = asked.find((period) => period !== null && periods.includes(period));
  if (own) return own;
  for (const period of asked) {
    const instead = period && toDate(period, periods);
    if (instead) return instead;
  }
  return null;
}

/** The period a wish means whatever there is: without a year the most recent one begun by `today` (ISO date). */
export function mostRecent(wish: PeriodWish, today: string): Period | null {
  if (wish.kind === "exact") return wish.period;
  const year = Number(today.slice(0, 4));
  const recent = [year, year - 1].map((one) => wishInYear(wish, one));
  return recent.find((period) => period !== null && periodRange(period).start <= today) ?? null;
}

/**
 * The period an answer is about when none is named: the latest extraction, where not stated the end of the period; on
 * a tie the latest end, then the shorter.
 */
export function latestPeriod(withData: readonly PeriodWithData[]): Period | null {
  let latest: PeriodWithData | null = null;
  for (const each of withData) {
    if (!latest || isLater(each, latest)) latest = each;
  }
  return latest?.period ?? null;
}

/** Periods with data to offer instead, best first: of the kind asked, nearest in time; without a year the newest. */
export function nearestPeriods(
  wish: PeriodWish,
  withData: readonly PeriodWithData[],
  count: number,
): readonly Period[] {
  const periods = [...new Set(withData.map((each) => each.period))].sort(comparePeriods).reverse();
  const newest = periods[0];
  if (!newest) return [];
  const asked = wish.kind === "exact" ? wish.period : newest;
  const kind = wish.kind === "exact" ? periodKind(wish.period) : kindOf(wish);
  const distance = (period: Period) => Math.abs(daysBetween(periodRange(asked).end, periodRange(period).end));
  const otherKind = (period: Period) => (kind === null || periodKind(period) === kind ? 0 : 1);
  return periods.sort((a, b) => otherKind(a) - otherKind(b) || distance(a) - distance(b)).slice(0, count);
}

function ownOrToDate(period: Period, newestFirst: readonly Period[]): Period | null {
  return newestFirst.includes(period) ? period : toDate(period, newestFirst);
}

/** Figures since 1 January that stand in for a period: up to its end, or for a year as far as they go. */
function toDate(period: Period, newestFirst: readonly Period[]): Period | null {
  const kind = periodKind(period);
  if (kind === "week" || kind === "month-week") return null;
  const { end } = periodRange(period);
  const sinceNewYear = newestFirst.filter((each) => periodRange(each).start === `${end.slice(0, 4)}-01-01`);
  if (kind === "year")
    return sinceNewYear.filter(spansMonths).find((each) => containsPeriod(period, each)) ?? null;
  return sinceNewYear.find((each) => periodRange(each).end === end && containsPeriod(each, period)) ?? null;
}

/** Two months or more: one month's figures do not stand for a year. */
function spansMonths(period: Period): boolean {
  return ["cumulative", "quarter", "half"].includes(periodKind(period));
}

function yearsOf(periods: readonly Period[]): readonly number[] {
  return [...new Set(periods.map((period) => Number(period.slice(0, 4))))].sort((a, b) => b - a);
}

function ofKind(withData: readonly PeriodWithData[], kind: string | null): readonly PeriodWithData[] {
  return kind === null ? withData : withData.filter((each) => periodKind(each.period) === kind);
}

function kindOf(wish: PeriodWish): string | null {
  if (wish.kind === "latest") return wish.of;
  if (wish.kind === "impossible") return null;
  return wish.kind === "months" ? "cumulative" : wish.kind;
}

function isLater(a: PeriodWithData, b: PeriodWithData): boolean {
  const difference = statedAt(a) - statedAt(b);
  return difference === 0 ? comparePeriods(a.period, b.period) > 0 : difference > 0;
}

function statedAt({ period, asOf }: PeriodWithData): number {
  return Date.parse(asOf ?? `${periodRange(period).end}T23:59:59+07:00`);
}
