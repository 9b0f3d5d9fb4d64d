import {
  dated,
  exact,
  type Found,
  type Rule,
  rule,
  wholeYear,
  YEAR,
} from "#services/periods/grammar/rule.ts";
import { LAST, MONTH, NUMBER_WORD, numberOf, THIS } from "#services/periods/grammar/words.ts";
import { monthPeriod, type Period, previousPeriod, quarterPeriod } from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";

/** Before a month in figures: "tháng", "T". */
const THANG = String.raw`(?:thang|thg|th|t)\s?\.?\s?`;

/** "tháng 8/2024", "T8", "8/2024", "tháng tám", "tháng trước", and the same of quarters. */
export const MONTH_RULES: readonly Rule[] = [
  rule(String.raw`${THANG}(?<month>${MONTH})(?!\s?%)${YEAR}?`, monthFound),
  rule(
    String.raw`thang\s+(?<month>${NUMBER_WORD})(?!\s+(?:xa|phuong|don vi|huyen|ho so|so|diem|lan))${YEAR}?`,
    monthFound,
  ),
  rule(String.raw`(?<month>${MONTH})\s?[/-]\s?(?<year>20\d\d)`, monthFound),
  rule(String.raw`thang\s+(?<which>${THIS}|${LAST})(?:\s+nam\s+(?<yearsAgo>ngoai|truoc))?`, (found) =>
    exact(relativeMonth(found)),
  ),
  rule(String.raw`(?:q(?:uy|ui)?)\s?(?:thu\s+)?(?<quarter>[1-4]|iv|i{1,3})${YEAR}?`, quarterFound),
  rule(String.raw`(?:quy|qui)\s+(?:thu\s+)?(?<quarter>mot|nhat|hai|nhi|ba|bon|tu)${YEAR}?`, quarterFound),
  rule(String.raw`(?:quy|qui)\s+(?<which>${THIS}|${LAST})`, (found) => exact(relativeQuarter(found))),
];

/** Years in which nobody was measured: asked for all the same, they are named as having no figures. */
const FAR_YEAR = String.raw`(?:\s?[/.-]\s?|,?\s+(?:nam\s+)?)(?<year>19\d\d|21\d\d)`;

const YEAR_SHORT = String.raw`(?:[.-]|,?\s+nam\s+)(?<yearShort>2\d)`;

/** "từ đầu năm", "đầu năm đến nay"; what names the month it goes to is longer, and a span of months. */
const SINCE_NEW_YEAR = `(?:tinh )?tu dau nam(?: (?:den|toi) (?:nay|gio|hien tai|hien nay))?|dau nam (?:den|toi) (?:nay|gio|hien tai|hien nay)`;

/** What people ask for and papers do not write: "8/24", "t8.24", "tháng 8 năm 24", "08.2024", "tháng 3/1999". */
export const ASKED_RULES: readonly Rule[] = [
  rule(String.raw`(?<month>${MONTH})\s?/\s?(?<yearShort>2\d)`, monthFound),
  rule(`${THANG}(?<month>${MONTH})${YEAR_SHORT}`, monthFound),
  rule(String.raw`(?<month>${MONTH})\s?\.\s?(?<year>20\d\d)`, monthFound),
  rule(String.raw`(?:quy|qui|q)\s?(?<quarter>[1-4])${YEAR_SHORT}`, quarterFound),
  rule(`(?:${THANG})?(?<month>${MONTH})${FAR_YEAR}`, monthFound),
  rule(String.raw`(?:quy|qui|q)\s?(?<quarter>[1-4])${FAR_YEAR}`, quarterFound),
  rule(String.raw`nam\s+(?<year>19\d\d|21\d\d)`, wholeYear),
  rule(SINCE_NEW_YEAR, () => ({ kind: "year" })),
];

/** A number alone; only where the asker may mean a month by it. */
export const BARE_MONTH: Rule = rule(`(?<month>${MONTH})`, monthFound);

/** This month or the last one, a year earlier if the words say so. */
export function relativeMonth(found: Found): Period | null {
  const back = found.groups.yearsAgo ? 1 : 0;
  const { year, month } = dayOf(found.today);
  return orLast(found, monthPeriod(year - back, month));
}

const THIS_WORDS: ReadonlySet<string> = new Set([...THIS.split("|"), "this"]);

/** The period it is today, or the one before. */
export function orLast({ groups }: Found, now: Period): Period | null {
  return THIS_WORDS.has(groups.which ?? "") ? now : previousPeriod(now);
}

/** This quarter or the last one. */
export function relativeQuarter(found: Found): Period | null {
  const { year, month } = dayOf(found.today);
  return orLast(found, quarterPeriod(year, Math.ceil(month / 3)));
}

function monthFound(found: Found): PeriodWish | null {
  return dated(found, { kind: "month", month: numberOf(found.groups.month) });
}

function quarterFound(found: Found): PeriodWish | null {
  return dated(found, { kind: "quarter", quarter: numberOf(found.groups.quarter) });
}

function dayOf(today: string): { year: number; month: number } {
  return { year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) };
}
