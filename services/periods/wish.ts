import type { Period, PeriodKind } from "#services/periods/period.ts";
import {
  halfPeriod,
  monthPeriod,
  monthsPeriod,
  periodOrNull,
  quarterPeriod,
  yearPeriod,
} from "#services/periods/period.ts";

/** A period as somebody asks for it: without a year it is the most recent one that has data. */
export type PeriodWish =
  | { readonly kind: "exact"; readonly period: Period }
  | { readonly kind: "month"; readonly month: number }
  | { readonly kind: "quarter"; readonly quarter: number }
  | { readonly kind: "half"; readonly half: number }
  /** From one month to another of one year: "9 tháng" is 1 to 9. */
  | { readonly kind: "months"; readonly from: number; readonly to: number }
  | { readonly kind: "week"; readonly week: number }
  /** "từ đầu năm": the running year, as far as it goes. */
  | { readonly kind: "year" }
  | { readonly kind: "month-week"; readonly month: number; readonly week: number }
  /** "tháng gần nhất": the latest of a kind; null = of any. */
  | { readonly kind: "latest"; readonly of: PeriodKind | null }
  /** Named, but there is no such period: "tháng 13". */
  | { readonly kind: "impossible" };

/** The period a wish means in a given year; null if that year has none (week 53). */
export function wishInYear(wish: PeriodWish, year: number): Period | null {
  switch (wish.kind) {
    case "exact":
      return wish.period;
    case "month":
      return monthPeriod(year, wish.month);
    case "quarter":
      return quarterPeriod(year, wish.quarter);
    case "half":
      return halfPeriod(year, wish.half);
    case "months":
      return monthsPeriod(year, wish.from, wish.to);
    case "week":
      return periodOrNull(`${year}-W${pad(wish.week)}`);
    case "month-week":
      return periodOrNull(`${year}-${pad(wish.month)}-w${wish.week}`);
    case "year":
      return yearPeriod(year);
    case "latest":
    case "impossible":
      return null;
  }
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
