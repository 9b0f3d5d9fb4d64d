import type { Period } from "#services/periods/period.ts";

/** One phrase for each kind of period. */
export interface PeriodPhrases {
  readonly month: (year: string, month: number) => string;
  readonly quarter: (year: string, quarter: number) => string;
  readonly half: (year: string, half: number) => string;
  readonly year: (year: string) => string;
  /** Since January. */
  readonly toDate: (year: string, month: number) => string;
  readonly months: (year: string, from: number, toYear: string, to: number) => string;
  readonly week: (year: string, week: number) => string;
  readonly monthWeek: (year: string, month: number, week: number) => string;
}

const FORM =
  /^(?<year>\d{4})(?:-Q(?<quarter>\d)|-H(?<half>\d)|-W(?<week>\d\d)|-(?<month>\d\d))?(?:-w(?<part>\d)|\.\.(?<toYear>\d{4})-(?<to>\d\d))?$/;

/** Says a canonical period in the phrases of a language. */
export function sayPeriod(period: Period, say: PeriodPhrases): string {
  const { year = "", quarter, half, week, month, part, toYear, to } = FORM.exec(period)?.groups ?? {};
  if (quarter) return say.quarter(year, Number(quarter));
  if (half) return say.half(year, Number(half));
  if (week) return say.week(year, Number(week));
  if (!month) return say.year(year);
  if (part) return say.monthWeek(year, Number(month), Number(part));
  if (!to || !toYear) return say.month(year, Number(month));
  if (month === "01" && toYear === year) return say.toDate(year, Number(to));
  return say.months(year, Number(month), toYear, Number(to));
}
