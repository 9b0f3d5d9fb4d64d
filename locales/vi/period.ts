import { type PeriodPhrases, sayPeriod } from "#locales/shared/say-period.ts";
import type { PeriodWords } from "#locales/words/period.ts";

/** Monday first. */
const full: PeriodPhrases = {
  month: (year, month) => `tháng ${month}/${year}`,
  quarter: (year, quarter) => `quý ${quarter}/${year}`,
  half: (year, half) => `6 tháng ${half === 1 ? "đầu" : "cuối"} năm ${year}`,
  year: (year) => `năm ${year}`,
  toDate: (year, month) => `${month} tháng năm ${year}`,
  months: (year, from, toYear, to) =>
    `từ tháng ${from}${toYear === year ? "" : `/${year}`} đến tháng ${to}/${toYear}`,
  week: (year, week) => `tuần ${week}/${year}`,
  monthWeek: (year, month, week) => `tuần ${week} tháng ${month}/${year}`,
};

const short: PeriodPhrases = {
  month: (year, month) => `t${month}/${year}`,
  quarter: (year, quarter) => `q${quarter}/${year}`,
  half: (year, half) => `6t ${half === 1 ? "đầu" : "cuối"} ${year}`,
  year: (year) => year,
  toDate: (year, month) => `${month}t/${year}`,
  months: (year, from, toYear, to) => `t${from}${toYear === year ? "" : `/${year}`}–t${to}/${toYear}`,
  week: (year, week) => `tuần ${week}/${year}`,
  monthWeek: (year, month, week) => `tuần ${week} t${month}/${year}`,
};

const withoutYear: PeriodPhrases = {
  ...full,
  month: (_, month) => `tháng ${month}`,
  quarter: (_, quarter) => `quý ${quarter}`,
  half: (_, half) => `6 tháng ${half === 1 ? "đầu" : "cuối"} năm`,
  toDate: (_, month) => `${month} tháng`,
  week: (_, week) => `tuần ${week}`,
  monthWeek: (_, month, week) => `tuần ${week} tháng ${month}`,
};

export const periods: PeriodWords = {
  name: (period) => sayPeriod(period, full),
  short: (period) => sayPeriod(period, short),
  relative: (period, beside) =>
    sayPeriod(period, period.slice(0, 4) === beside.slice(0, 4) ? withoutYear : full),
};
