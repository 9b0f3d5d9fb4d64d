import { LRUCache } from "lru-cache";
import {
  addDays,
  isoDate,
  isoWeekOf,
  isoWeekStart,
  isoWeeksIn,
  localDate,
} from "#services/periods/calendar.ts";

/**
 * A span of results in canonical form: month `2024-08`, quarter `2024-Q3`, half year `2024-H1`, year `2024`,
 * cumulative `2023-01..2023-10`, ISO week `2025-W47`, week of a month `2025-08-w3`. One span of months has one form:
 * January to June is `2024-H1`, never `2024-01..2024-06`.
 */
export type Period = string & { readonly period: unique symbol };

export type PeriodKind = "month" | "quarter" | "half" | "year" | "cumulative" | "week" | "month-week";

/** ISO dates, both inside. */
export interface DateRange {
  readonly start: string;
  readonly end: string;
}

/** True for canonical forms only. */
export function isPeriod(text: string): text is Period {
  return canonical(text) === text;
}

/** A canonical form; null if the text is none ("2023-W53"). */
export function periodOrNull(text: string): Period | null {
  return isPeriod(text) ? text : null;
}

/** The canonical form of a period; a span of months that is a quarter, half or year becomes it. Throws RangeError. */
export function toPeriod(text: string): Period {
  const period = canonical(text);
  if (period === null) throw new RangeError(`not a period: ${text.slice(0, 40)}`);
  return period;
}

export function periodKind(period: Period): PeriodKind {
  if (period.includes("..")) return "cumulative";
  if (period.includes("w")) return "month-week";
  if (period.includes("W")) return "week";
  if (period.includes("Q")) return "quarter";
  if (period.includes("H")) return "half";
  return period.length === 4 ? "year" : "month";
}

/** Ranges once worked out: lists of months are sorted by them again and again. */
const ranges = new LRUCache<Period, DateRange>({ max: 1_000 });

/** The days of a period. Week n of a month is its days 7n−6 to 7n, the fifth what is left. */
export function periodRange(period: Period): DateRange {
  const known = ranges.get(period);
  if (known) return known;
  const range = rangeOf(period);
  ranges.set(period, range);
  return range;
}

function rangeOf(period: Period): DateRange {
  const kind = periodKind(period);
  const year = yearOf(period);
  if (kind === "week") {
    const start = isoWeekStart(year, Number(period.slice(6)));
    return { start, end: addDays(start, 6) };
  }
  if (kind === "month-week") return monthWeekRange(year, monthOf(period), Number(period.slice(9)));
  const { from, to, toYear } = monthsOf(period, kind);
  return { start: isoDate(year, from, 1), end: isoDate(toYear, to + 1, 0) };
}

/** Every month, quarter, half, year and ISO week has one; a week of a month only within it; a cumulative period none. */
export function previousPeriod(period: Period): Period | null {
  return neighbour(period, -1);
}

export function nextPeriod(period: Period): Period | null {
  return neighbour(period, 1);
}

/** By end, then longer before shorter: the last of a sorted list is the latest, on a tie the shortest. */
export function comparePeriods(a: Period, b: Period): number {
  const left = periodRange(a);
  const right = periodRange(b);
  return compare(left.end, right.end) || compare(left.start, right.start) || compare(a, b);
}

/** True also when both are the same. */
export function containsPeriod(outer: Period, inner: Period): boolean {
  const around = periodRange(outer);
  const within = periodRange(inner);
  return around.start <= within.start && within.end <= around.end;
}

/** Its last day is not over yet at a moment (ISO with offset): figures fetched then are provisional. */
export function isOpenAt(period: Period, moment: string, timeZone: string): boolean {
  return localDate(moment, timeZone) <= periodRange(period).end;
}

export const yearPeriod = (year: number): Period => toPeriod(pad(year, 4));
export const halfPeriod = (year: number, half: number): Period => toPeriod(`${pad(year, 4)}-H${half}`);
export const quarterPeriod = (year: number, quarter: number): Period =>
  toPeriod(`${pad(year, 4)}-Q${quarter}`);
export const monthPeriod = (year: number, month: number): Period => toPeriod(yearMonth(year, month));
export const weekPeriod = (year: number, week: number): Period => toPeriod(`${pad(year, 4)}-W${pad(week)}`);

/** From one month to another, in the form such a span has: monthsPeriod(2024, 1, 3) is `2024-Q1`. */
export function monthsPeriod(year: number, from: number, to: number, toYear = year): Period {
  return toPeriod(`${yearMonth(year, from)}..${yearMonth(toYear, to)}`);
}

/** The ISO week a date lies in. */
export function weekOf(date: string): Period {
  const { year, week } = isoWeekOf(date);
  return weekPeriod(year, week);
}

const FORM =
  /^(\d{4})(?:-(?:Q[1-4]|H[12]|W(?<week>\d\d)|(?<month>0[1-9]|1[0-2])(?:-w(?<part>[1-5])|\.\.(?<last>\d{4}-(?:0[1-9]|1[0-2])))?))?$/;

function canonical(text: string): Period | null {
  const match = FORM.exec(text);
  const year = Number(text.slice(0, 4));
  if (!match?.groups || year < 1900 || year > 2199) return null;
  const { week, month, part, last } = match.groups;
  if (week && (Number(week) < 1 || Number(week) > isoWeeksIn(year))) return null;
  if (part === "5" && isoDate(year, Number(month), 29).slice(5, 7) !== month) return null;
  return last ? canonicalSpan(text.slice(0, 7), last) : (text as Period);
}

function canonicalSpan(first: string, last: string): Period | null {
  if (first > last || last > "2199-12") return null;
  if (first === last) return first as Period;
  const year = first.slice(0, 4);
  const from = Number(first.slice(5));
  const length = Number(last.slice(5)) - from + 1;
  const whole = last.startsWith(year) && (from - 1) % length === 0;
  if (whole && length === 12) return year as Period;
  if (whole && length === 6) return `${year}-H${(from + 5) / 6}` as Period;
  if (whole && length === 3) return `${year}-Q${(from + 2) / 3}` as Period;
  return `${first}..${last}` as Period;
}

function monthsOf(period: Period, kind: PeriodKind): { from: number; to: number; toYear: number } {
  const year = yearOf(period);
  if (kind === "year") return { from: 1, to: 12, toYear: year };
  if (kind === "month") return { from: monthOf(period), to: monthOf(period), toYear: year };
  if (kind === "cumulative") {
    return { from: monthOf(period), to: Number(period.slice(14)), toYear: Number(period.slice(9, 13)) };
  }
  const length = kind === "quarter" ? 3 : 6;
  const to = Number(period.slice(6)) * length;
  return { from: to - length + 1, to, toYear: year };
}

function monthWeekRange(year: number, month: number, week: number): DateRange {
  const last = week === 5 ? isoDate(year, month + 1, 0) : isoDate(year, month, week * 7);
  return { start: isoDate(year, month, week * 7 - 6), end: last };
}

function neighbour(period: Period, step: 1 | -1): Period | null {
  const kind = periodKind(period);
  if (kind === "cumulative") return null;
  const { start, end } = periodRange(period);
  const date = step > 0 ? addDays(end, 1) : addDays(start, -1);
  if (kind === "week") return periodOrNull(weekAt(date));
  if (kind === "month-week") {
    return periodOrNull(`${period.slice(0, 9)}${Number(period.slice(9)) + step}`);
  }
  return periodOrNull(formAt(kind, Number(date.slice(0, 4)), Number(date.slice(5, 7))));
}

function formAt(kind: "month" | "quarter" | "half" | "year", year: number, month: number): string {
  if (kind === "year") return pad(year, 4);
  if (kind === "half") return `${year}-H${Math.ceil(month / 6)}`;
  return kind === "quarter" ? `${year}-Q${Math.ceil(month / 3)}` : yearMonth(year, month);
}

function weekAt(date: string): string {
  const { year, week } = isoWeekOf(date);
  return `${year}-W${pad(week)}`;
}

const yearOf = (period: Period): number => Number(period.slice(0, 4));
const monthOf = (period: Period): number => Number(period.slice(5, 7));
const yearMonth = (year: number, month: number): string => `${pad(year, 4)}-${pad(month)}`;
const pad = (number: number, width = 2): string => String(number).padStart(width, "0");
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
