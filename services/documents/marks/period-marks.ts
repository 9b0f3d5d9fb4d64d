import { bareSpan } from "#services/documents/marks/bare-spans.ts";
import { type CalendarView, calendarView } from "#services/documents/marks/calendar-view.ts";
import { type DateMark, dateMarks } from "#services/documents/marks/dates.ts";
import { isDuration } from "#services/documents/marks/durations.ts";
import { hasAny, type Passage, passageOf } from "#services/documents/marks/passage.ts";
import { daysBetween } from "#services/periods/calendar.ts";
import { findPeriods } from "#services/periods/parse.ts";
import {
  monthsPeriod,
  type Period,
  periodKind,
  periodRange,
  previousPeriod,
} from "#services/periods/period.ts";
import { wishInYear } from "#services/periods/wish.ts";
import { fold } from "#services/text/fold.ts";
import { countOfFirst } from "#services/text/in-order.ts";
import { oncePer } from "#services/text/once-per.ts";
import { createTaken } from "#services/text/taken.ts";

/** A period named in a passage. */
export interface PeriodMark {
  readonly start: number;
  readonly end: number;
  readonly period: Period;
  /** What something is compared with: "so với tháng 11/2024", "tuần trước". */
  readonly compared: boolean;
  /** The year was not said there but taken from the rest of the document. */
  readonly guessed: boolean;
}

/** What the rest of the document says, for "tháng 8" without a year and for "tháng trước". */
export interface PeriodContext {
  readonly year: number | null;
  readonly current: Period | null;
  /** The day of the document, ISO: a year left out is not one in which the period would begin after it. */
  readonly day?: string | null;
  /** A person said which period the document is of. */
  readonly isGiven?: boolean;
}

/** Periods in the order they stand; days are not periods. What needs a missing context is left out. */
export function periodMarks(passage: Passage, context: PeriodContext): readonly PeriodMark[] {
  const view = calendarView(passage);
  const dates = dateMarks(passage);
  const taken = createTaken(passage.text.length);
  for (const date of dates) taken.take(date);
  const marks: PeriodMark[] = [];
  for (const mention of mentionsIn(passage)) {
    const place = view.place(mention.start, mention.end);
    if (!taken.isFree(place) || isDuration(passage, place)) continue;
    const bare = bareSpanOf(mention, view, context);
    if (bare === "unsure") continue;
    const words = fold(view.text.slice(mention.start, mention.end));
    const read = bare
      ? { period: bare, compared: mention.compared, guessed: true }
      : periodOf(mention, words, context);
    if (!read) continue;
    taken.take(place);
    const compared = read.compared || follows(passage, place.start);
    marks.push(toDay(passage, dates, { ...place, ...read, compared }));
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** "tháng 8" of "nhiệm vụ năm 2024, kết quả tháng 8": a year is meant only when nothing narrower is said. */
export function particular(marks: readonly PeriodMark[]): Period | null {
  const said = marks.filter(({ compared }) => !compared);
  return (said.find(({ period }) => periodKind(period) !== "year") ?? said[0])?.period ?? null;
}

/** Where spans are named of which nobody can tell when they begin: "cả 3 tháng" in a paper of October. */
export function unsureSpans(
  passage: Passage,
  context: PeriodContext,
): readonly { readonly start: number; readonly end: number }[] {
  const view = calendarView(passage);
  return mentionsIn(passage)
    .filter((mention) => bareSpanOf(mention, view, context) === "unsure")
    .map(({ start, end }) => view.place(start, end))
    .filter((place) => !isDuration(passage, place));
}

const WORDS_BEFORE = 16;

function bareSpanOf({ start, end, wish }: Mention, { text }: CalendarView, context: PeriodContext) {
  const before = fold(text.slice(Math.max(0, start - WORDS_BEFORE), start));
  return bareSpan(fold(text.slice(start, end)), before, wish, context);
}

/** Words of periods, whatever they mean in this document. */
const mentionsIn = oncePer((passage: Passage): readonly Mention[] => {
  const { text } = calendarView(passage);
  return [...quartersToDate(text), ...findPeriods(text, { today: ANY_DAY })];
});

/** What "last month" means comes from the document, so the day given does not matter. */
const ANY_DAY = "2050-06-15";

const COMPARISONS = ["so voi", "cao hon", "thap hon"];

/** "so với kết quả đánh giá ở tuần thứ 2": words of comparison in the same breath before it. */
function follows(passage: Passage, at: number): boolean {
  const before = passage.text.slice(Math.max(0, at - 70), at);
  const breath = before.slice(Math.max(...["%", ";", ". "].map((stop) => before.lastIndexOf(stop))) + 1);
  return hasAny(passageOf(breath, passage.scanned), COMPARISONS);
}

type Mention = Pick<ReturnType<typeof findPeriods>[number], "start" | "end" | "wish" | "compared">;

/** "3 quý đầu năm 2024" whose middle a scan swallowed. */
function quartersToDate(text: string): readonly Mention[] {
  return [...text.matchAll(/(?<!\S)([23]) quy \S{4,12} (20\d\d)(?!\S)/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    wish: { kind: "exact", period: monthsPeriod(Number(match[2]), 1, 3 * Number(match[1])) },
    compared: false,
  }));
}

function periodOf(
  mention: Mention,
  words: string,
  context: PeriodContext,
): Omit<PeriodMark, "start" | "end"> | null {
  if (/ truoc$/u.test(words)) {
    const before = context.current ? previousPeriod(context.current) : null;
    const same = before && words.startsWith(KIND_WORDS[periodKind(before)] ?? "?");
    return same ? { period: before, compared: true, guessed: false } : null;
  }
  if (/ (nay|qua|nhat|ngoai|kia)$/u.test(words) || /cuoi nam/u.test(words)) return null;
  if (mention.wish.kind === "exact")
    return { period: mention.wish.period, compared: mention.compared, guessed: false };

  const period = context.year === null ? null : inLikelyYear(mention.wish, context.year, context);
  return period ? { period, compared: mention.compared, guessed: true } : null;
}

/** Farthest that a period may lie back when a paper of January or February speaks of it without its year. */
const LATELY_DAYS = 62;

/**
 * "tháng 12" in a paper of 5 January is last year's, and so is "quý I" where it reports on that year; "tháng 12" in one
 * of August lies ahead, as targets do. A week that
 * lies ahead is counted otherwise than the calendar does: null.
 */
function inLikelyYear(
  wish: Mention["wish"],
  year: number,
  { day, current }: Pick<PeriodContext, "day" | "current">,
): Period | null {
  const period = wishInYear(wish, year);
  if (!period || !day || periodRange(period).end < day) return period;
  const before = wishInYear(wish, year - 1);
  if (before && current && isWithin(before, current)) return before;
  if (periodRange(period).start <= day) return period;
  if (before && daysBetween(periodRange(before).end, day) <= LATELY_DAYS) return before;
  return periodKind(period) === "week" ? null : period;
}

function isWithin(part: Period, whole: Period): boolean {
  const [inner, outer] = [periodRange(part), periodRange(whole)];
  return part !== whole && inner.start >= outer.start && inner.end <= outer.end;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  month: "thang",
  quarter: "quy",
  year: "nam",
  week: "tuan",
  "month-week": "tuan",
};

/** Farthest that a day may stand behind the year it belongs to. */
const TO_DAY_REACH = 60;

/** "năm 2023 … đến thời điểm ngày 27/11/2023": the months up to that day. */
function toDay(passage: Passage, dates: readonly DateMark[], mark: PeriodMark): PeriodMark {
  if (periodKind(mark.period) !== "year") return mark;
  const near = dates.slice(
    countOfFirst(dates, ({ start }) => start <= mark.end),
    countOfFirst(dates, ({ start }) => start <= mark.end + TO_DAY_REACH),
  );
  const day = near.find(({ date }) => date?.startsWith(mark.period));
  if (!day?.date) return mark;
  const between = passage.folded.slice(mark.end, day.start);
  if (/[.;:%]/u.test(between)) return mark;
  if (
    !hasAny(passageOf(passage.text.slice(mark.end, day.start), passage.scanned), [
      "den thoi diem",
      "den ngay",
      "tinh den",
      "chot den",
    ])
  )
    return mark;
  return { ...mark, period: monthsPeriod(Number(mark.period), 1, Number(day.date.slice(5, 7))) };
}
