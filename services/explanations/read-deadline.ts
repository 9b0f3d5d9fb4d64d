import { isoDay } from "#services/documents/marks/dates.ts";
import { addDays, daysBetween, isoDate } from "#services/periods/calendar.ts";
import { numberOf } from "#services/periods/grammar/words.ts";
import { foldWords } from "#services/text/fold.ts";
import type { Workdays } from "#services/workdays/workdays.ts";

/** An ISO date by which something is promised; past: it is over already; far: more than a year away. */
export type Deadline =
  | { readonly kind: "day"; readonly date: string }
  | { readonly kind: "past" | "far"; readonly date: string };

export interface DeadlineOptions {
  /** ISO date in the time zone of the asker. */
  readonly today: string;
  readonly workdays: Pick<Workdays, "addWorkingDays">;
}

/** A promise further away is a slip of the finger. */
const MOST_DAYS = 366;
/** A day without a year that would lie further away is one that is over. */
const NEAR_DAYS = 200;

type Reader = (found: Record<string, string | undefined>, options: DeadlineOptions) => string | null;

const NUMBER = String.raw`\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi`;
const MONTH = String.raw`thang\s?(?<month>1[0-2]|0?[1-9])(?:\s?(?:/|-|nam)\s?(?<year>20\d\d))?`;
const NEXT = "sau|toi|ke tiep|next";
const END = String.raw`(?:(?:truoc|den|trong|het|cuoi|ngay)\s)*`;

/** Tried in this order on folded words; the first that matches and is a day counts. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/(?<y>20\d\d)-(?<m>\d{1,2})-(?<d>\d{1,2})/u, (found) => isoDay(found.y, found.m, found.d)],
  [
    /(?<d>\d{1,2})\s?[/.-]\s?(?<m>\d{1,2})\s?[/.-]\s?(?<y>20\d\d)(?!\d)/u,
    (found) => isoDay(found.y, found.m, found.d),
  ],
  [
    /(?<d>\d{1,2}) thang (?<m>\d{1,2})(?:,? nam (?<y>20\d\d))?(?!\d)/u,
    (found, options) => (found.y ? isoDay(found.y, found.m, found.d) : dayWithoutYear(found, options)),
  ],
  [/(?<![\d/.-])(?<d>\d{1,2})[/-](?<m>\d{1,2})(?![\d/.-])/u, dayWithoutYear],
  [
    pattern(
      `(?:thu (?<day>hai|ba|tu|nam|sau|bay|[2-7])|(?<sunday>chu nhat|cn))(?: tuan (?<next>${NEXT})| tuan nay)?`,
    ),
    weekday,
  ],
  [
    pattern(`(?<count>${NUMBER}) (?:ngay lam viec|working days?)`),
    ({ count }, { today, workdays }) => workdays.addWorkingDays(today, numberOf(count)),
  ],
  [
    pattern(`(?<count>${NUMBER}) (?<what>ngay|tuan|thang|days?|weeks?|months?)`),
    ({ count, what }, { today }) => later(today, numberOf(count), what ?? ""),
  ],
  [pattern("hom nay|trong ngay|today"), (_, { today }) => today],
  [pattern("ngay kia|mot(?= |$)"), (_, { today }) => addDays(today, 2)],
  [pattern("mai|tomorrow"), (_, { today }) => addDays(today, 1)],
  [
    pattern(`(?:next )?(?:tuan|week)(?: (?<next>${NEXT})| nay)?`),
    ({ next }, { today }) => fridayOf(today, next ? 1 : 0),
  ],
  [pattern(`${END}${MONTH}`), ({ month, year }, { today }) => monthEnd(today, Number(month), year)],
  [
    pattern(`${END}thang(?: (?<next>${NEXT})| nay)?`),
    ({ next }, { today }) =>
      endOfMonth(Number(today.slice(0, 4)), Number(today.slice(5, 7)) + (next ? 1 : 0)),
  ],
  [pattern(String.raw`ngay (?<d>\d{1,2})`), dayOfMonth],
  [pattern("(?:cuoi|het|trong) nam(?: nay)?"), (_, { today }) => `${today.slice(0, 4)}-12-31`],
];

/**
 * The day that words promise: "15/12/2026", "30/11", "thứ Sáu tuần này", "10 ngày làm việc", "cuối tháng 12"; null when
 * they name none. A week ends on its Friday.
 */
export function readDeadline(words: string, options: DeadlineOptions): Deadline | null {
  const folded = foldWords(words);
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(folded);
    const date = match && read(match.groups ?? {}, options);
    if (date) return { kind: kindOf(date, options.today), date };
  }
  return null;
}

function pattern(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${words})(?![\p{L}\d])`, "u");
}

function kindOf(date: string, today: string): Deadline["kind"] {
  if (date < today) return "past";
  return daysBetween(today, date) > MOST_DAYS ? "far" : "day";
}

/** This year's, unless it is over and next year's is near. */
function dayWithoutYear(
  { d, m }: Record<string, string | undefined>,
  { today }: DeadlineOptions,
): string | null {
  const year = Number(today.slice(0, 4));
  const [thisYear, nextYear] = [isoDay(String(year), m, d), isoDay(String(year + 1), m, d)];
  const isNear = nextYear !== null && daysBetween(today, nextYear) <= NEAR_DAYS;
  return (thisYear === null || thisYear < today) && isNear ? nextYear : thisYear;
}

/** Of this month, or of the next one when it is over. */
function dayOfMonth({ d }: Record<string, string | undefined>, { today }: DeadlineOptions): string | null {
  const [year = "", month = ""] = today.split("-");
  const next = isoDate(Number(year), Number(month) + 1, 1);
  const [here, there] = [isoDay(year, month, d), isoDay(next.slice(0, 4), next.slice(5, 7), d)];
  return here !== null && here < today ? there : here;
}

function later(today: string, count: number, what: string): string {
  if (/^(?:ngay|day)/u.test(what)) return addDays(today, count);
  if (/^(?:tuan|week)/u.test(what)) return addDays(today, 7 * count);
  const [year = 0, month = 0, day = 0] = today.split("-").map(Number);
  const last = endOfMonth(year, month + count);
  return Number(last.slice(8)) < day ? last : isoDate(year, month + count, day);
}

/** Of this week while it is not over, or of the next one. */
function weekday(
  { day, sunday, next }: Record<string, string | undefined>,
  { today }: DeadlineOptions,
): string {
  const place = sunday ? 7 : numberOf(day) - 1;
  const wanted = addDays(mondayOf(today), place - 1 + (next ? 7 : 0));
  return wanted < today ? addDays(wanted, 7) : wanted;
}

function fridayOf(today: string, weeks: number): string {
  const friday = addDays(mondayOf(today), 4 + 7 * weeks);
  return friday < today ? addDays(friday, 7) : friday;
}

function mondayOf(date: string): string {
  return addDays(date, -((new Date(date).getUTCDay() + 6) % 7));
}

/** Of the month named: this year's unless it is over. */
function monthEnd(today: string, month: number, year: string | undefined): string {
  const thisYear = endOfMonth(Number(year ?? today.slice(0, 4)), month);
  return year === undefined && thisYear < today ? endOfMonth(Number(today.slice(0, 4)) + 1, month) : thisYear;
}

function endOfMonth(year: number, month: number): string {
  return isoDate(year, month + 1, 0);
}
