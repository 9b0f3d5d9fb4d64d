import { monthsPeriod, type Period, periodKind } from "#services/periods/period.ts";

/** "năm 2024" in a letter of October 2024 is January to October: the year is not over. */
export function toDateOf(period: Period, issued: string | null): Period {
  if (periodKind(period) !== "year" || !issued?.startsWith(period)) return period;
  return monthsPeriod(Number(period), 1, Number(issued.slice(5, 7)));
}
