import { orLast, relativeMonth, relativeQuarter } from "#services/periods/grammar/months.ts";
import { dated, exact, type Rule, rule, wholeYear, yearOf } from "#services/periods/grammar/rule.ts";
import { monthsPeriod, weekOf } from "#services/periods/period.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NAME =
  "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec";
const YEAR = String.raw`,?\s+(?:of\s+)?(?<year>20\d\d)`;
const WHICH = "(?<which>this|last)";

/** "August 2024", "first half of 2024", "week 3 of August 2025", "last month". */
export const ENGLISH_RULES: readonly Rule[] = [
  rule(`(?<month>${NAME})${YEAR}`, (found) =>
    dated(found, { kind: "month", month: monthOf(found.groups.month) }),
  ),
  rule(String.raw`(?<from>${NAME})(?:\s+(?<fromYear>20\d\d))?\s?[–-]\s?(?<to>${NAME})${YEAR}`, (found) => {
    const { from, fromYear, to } = found.groups;
    const year = yearOf(found) ?? 0;
    const firstYear = Number(fromYear ?? year);
    const isForward = firstYear * 12 + monthOf(from) <= year * 12 + monthOf(to);
    return isForward ? exact(monthsPeriod(firstYear, monthOf(from), monthOf(to), year)) : null;
  }),
  rule(String.raw`(?<half>first|second)\s+half${YEAR}`, (found) =>
    dated(found, { kind: "half", half: found.groups.half === "first" ? 1 : 2 }),
  ),
  rule(String.raw`week\s+(?<week>\d{1,2})${YEAR}`, (found) =>
    dated(found, { kind: "week", week: Number(found.groups.week) }),
  ),
  rule(String.raw`(?:week\s+|w)(?<week>[1-5])\s+(?:of\s+)?(?<month>${NAME})${YEAR}`, (found) =>
    dated(found, { kind: "month-week", week: Number(found.groups.week), month: monthOf(found.groups.month) }),
  ),
  rule(String.raw`${WHICH}\s+month`, (found) => exact(relativeMonth(found))),
  rule(String.raw`${WHICH}\s+quarter`, (found) => exact(relativeQuarter(found))),
  rule(String.raw`${WHICH}\s+week`, (found) => exact(orLast(found, weekOf(found.today)))),
  rule(String.raw`(?:this|(?<yearsAgo>last))\s+year`, (found) =>
    wholeYear({ ...found, groups: { yearsAgo: found.groups.yearsAgo ? "ngoai" : "nay" } }),
  ),
];

function monthOf(name = ""): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}
