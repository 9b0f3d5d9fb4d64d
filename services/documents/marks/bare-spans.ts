import { daysBetween } from "#services/periods/calendar.ts";
import { type Period, periodKind, periodRange } from "#services/periods/period.ts";
import { type PeriodWish, wishInYear } from "#services/periods/wish.ts";

/** "3 tháng", "sáu tháng": of which part of a year they are is not said. */
const BARE = /^[\p{L}\d]+ thang$/u;
const SINCE_JANUARY = /(?:luy ke|cong don|tinh den het|dau nam)\s$/u;

/** Papers tell of months since January right when these are over, or nearly. */
const AFTER_DAYS = 62;
const BEFORE_DAYS = 31;

interface Said {
  readonly day?: string | null;
  readonly current: Period | null;
  readonly isGiven?: boolean;
}

/**
 * What a quarter's or half a year's months mean that are named by their number alone: those of the document or of the
 * person who sent it, the first of the year in a paper of the days round their end, else "unsure". null = it is no such
 * name. `before`: the words right before it.
 */
export function bareSpan(
  words: string,
  before: string,
  wish: PeriodWish,
  { day, current, isGiven }: Said,
): Period | "unsure" | null {
  const first = wishInYear(wish, Number((day ?? "2000").slice(0, 4)));
  const kind = first && periodKind(first);
  if (!first || (kind !== "quarter" && kind !== "half") || !BARE.test(words)) return null;
  if (SINCE_JANUARY.test(before)) return null;
  if (current && (isGiven || periodKind(current) === kind)) return current;
  const late = day ? daysBetween(periodRange(first).end, day) : null;
  return late !== null && late >= -BEFORE_DAYS && late <= AFTER_DAYS ? first : "unsure";
}
