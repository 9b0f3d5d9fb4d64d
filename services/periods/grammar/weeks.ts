import { orLast, relativeMonth } from "#services/periods/grammar/months.ts";
import { dated, exact, type Found, type Rule, rule, YEAR } from "#services/periods/grammar/rule.ts";
import { LAST, MONTH, NUMBER_WORD, numberOf, THIS } from "#services/periods/grammar/words.ts";
import { periodOrNull, weekOf } from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";

const TUAN = String.raw`tuan\s+(?:le\s+)?(?:thu\s+)?`;
const WEEK_OF_MONTH = String.raw`(?<week>[1-5]|nhat|mot|hai|ba|bon|tu|nam|dau)(?:\s+tien)?\s*[,(]?\s*(?:cua\s+)?`;

/** "tuần 47/2025", "tuần thứ 3, tháng 8/2025", "tuần trước". */
export const WEEK_RULES: readonly Rule[] = [
  rule(String.raw`(?:${TUAN}|w\s?)(?<week>\d{1,2})${YEAR}?`, (found) =>
    dated(found, { kind: "week", week: Number(found.groups.week) }),
  ),
  rule(
    String.raw`${TUAN}${WEEK_OF_MONTH}(?:thang\s+(?<month>${MONTH}|${NUMBER_WORD})|t\s?(?<monthShort>${MONTH}))${YEAR}?\)?`,
    weekOfMonth,
  ),
  rule(String.raw`${TUAN}${WEEK_OF_MONTH}thang\s+(?<which>${THIS}|${LAST})`, (found) =>
    exact(periodOrNull(`${relativeMonth(found)}-w${numberOf(found.groups.week)}`)),
  ),
  rule(String.raw`tuan\s+(?<which>${THIS}|${LAST})`, (found) => exact(orLast(found, weekOf(found.today)))),
];

function weekOfMonth(found: Found): PeriodWish | null {
  const { week, month, monthShort } = found.groups;
  return dated(found, { kind: "month-week", week: numberOf(week), month: numberOf(month ?? monthShort) });
}
