import { findPeriods } from "#services/periods/parse.ts";
import { isPeriod, type Period, periodRange } from "#services/periods/period.ts";
import { wishInYear } from "#services/periods/wish.ts";

/**
 * The one period that a text is: "2025-11", "11/2025", "tháng 11", "quý 3/2025"; without a year the latest that has
 * begun. null = it is none, or more than a period.
 */
export function typedPeriod(text: string, today: string): Period | null {
  const typed = text.trim();
  if (isPeriod(typed)) return typed;
  const [mention, ...others] = findPeriods(typed, { today, asked: true });
  if (!mention || others.length > 0) return null;
  const beside = typed.slice(0, mention.start) + typed.slice(mention.end);
  if (/[\p{L}\p{N}]/u.test(beside)) return null;
  const year = Number(today.slice(0, 4));
  const period = wishInYear(mention.wish, year);
  const isAhead = period !== null && periodRange(period).start > today;
  return isAhead ? wishInYear(mention.wish, year - 1) : period;
}
