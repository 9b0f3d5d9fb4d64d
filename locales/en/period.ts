import { type PeriodPhrases, sayPeriod } from "#locales/shared/say-period.ts";
import type { PeriodWords } from "#locales/words/period.ts";

/** Monday first. */
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const monthName = (month: number): string => MONTHS[month - 1] ?? String(month);
const monthShort = (month: number): string => monthName(month).slice(0, 3);

const full: PeriodPhrases = {
  month: (year, month) => `${monthName(month)} ${year}`,
  quarter: (year, quarter) => `Q${quarter} ${year}`,
  half: (year, half) => `${half === 1 ? "first" : "second"} half of ${year}`,
  year: (year) => year,
  toDate: (year, month) => `January–${monthName(month)} ${year}`,
  months: (year, from, toYear, to) =>
    `${monthName(from)}${toYear === year ? "" : ` ${year}`}–${monthName(to)} ${toYear}`,
  week: (year, week) => `week ${week} of ${year}`,
  monthWeek: (year, month, week) => `week ${week} of ${monthName(month)} ${year}`,
};

const short: PeriodPhrases = {
  month: (year, month) => `${monthShort(month)} ${year}`,
  quarter: (year, quarter) => `Q${quarter} ${year}`,
  half: (year, half) => `H${half} ${year}`,
  year: (year) => year,
  toDate: (year, month) => `Jan–${monthShort(month)} ${year}`,
  months: (year, from, toYear, to) =>
    `${monthShort(from)}${toYear === year ? "" : ` ${year}`}–${monthShort(to)} ${toYear}`,
  week: (year, week) => `W${week} ${year}`,
  monthWeek: (year, month, week) => `W${week} ${monthShort(month)} ${year}`,
};

const withoutYear: PeriodPhrases = {
  ...full,
  month: (_, month) => monthName(month),
  quarter: (_, quarter) => `Q${quarter}`,
  half: (_, half) => `the ${half === 1 ? "first" : "second"} half`,
  toDate: (_, month) => `January–${monthName(month)}`,
  week: (_, week) => `week ${week}`,
  monthWeek: (_, month, week) => `week ${week} of ${monthName(month)}`,
};

export const periods: PeriodWords = {
  name: (period) => sayPeriod(period, full),
  short: (period) => sayPeriod(period, short),
  relative: (period, beside) =>
    sayPeriod(period, period.slice(0, 4) === beside.slice(0, 4) ? withoutYear : full),
};
