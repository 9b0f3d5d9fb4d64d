import type { Listening } from "#bot/answering/dispatch/listening.ts";
import { periodsIn } from "#bot/answering/dispatch/period-in-words.ts";
import type { Sentence } from "#bot/answering/dispatch/sentence.ts";
import { type Period, previousPeriod } from "#services/periods/period.ts";
import { type PeriodWish, wishInYear } from "#services/periods/wish.ts";

/**
 * The later period, as it was written, of "xếp hạng tháng 8 so với tháng 7": every list is set against the period right
 * before it anyway. With one period named, the list of the
 * period spoken of. null = something else is to be compared.
 */
export function listAgainstBefore(
  { intent, list, units, period }: Pick<Sentence, "intent" | "list" | "units" | "period">,
  { services, last }: Pick<Listening, "services" | "last">,
): string | null {
  if (!intent?.phrases?.compares || !list || units.length > 0) return null;
  const today = services.today();
  const year = Number(today.slice(0, 4));
  const [first, second, ...more] = periodsIn(period, today);
  const shown = last?.about?.period;
  if (first && shown && !second)
    return isRightBefore(first.wish, { kind: "exact", period: shown }, year) ? shown : null;
  if (!first || !second || more.length > 0) return null;
  if (isRightBefore(second.wish, first.wish, year)) return period.slice(first.start, first.end);
  return isRightBefore(first.wish, second.wish, year) ? period.slice(second.start, second.end) : null;
}

/** One that names no year is meant in the year that makes it so. */
function isRightBefore(earlier: PeriodWish, later: PeriodWish, year: number): boolean {
  const ofLater = later.kind === "exact" ? later.period : wishInYear(later, yearOf(earlier) ?? year);
  const before = ofLater && previousPeriod(ofLater);
  if (!before) return false;
  return (earlier.kind === "exact" ? earlier.period : wishInYear(earlier, startYear(before))) === before;
}

const yearOf = (wish: PeriodWish): number | null => (wish.kind === "exact" ? startYear(wish.period) : null);
const startYear = (period: Period): number => Number(period.slice(0, 4));
