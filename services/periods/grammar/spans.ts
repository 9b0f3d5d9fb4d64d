import { isoDate } from "#services/periods/calendar.ts";
import {
  dated,
  exact,
  type Found,
  type Rule,
  rule,
  wholeYear,
  YEAR,
  yearOf,
} from "#services/periods/grammar/rule.ts";
import { MONTH, NUMBER_WORD, numberOf } from "#services/periods/grammar/words.ts";
import {
  isPeriod,
  monthsPeriod,
  type Period,
  periodRange,
  toPeriod,
  weekOf,
  yearPeriod,
} from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";

/** " đầu năm", " cuối", leaving the word "năm" to a year that follows. */
const PART = String.raw`\s+(?<part>dau|cuoi)(?:\s+(?:cua\s+)?nam(?!\s+(?:20\d\d|nay|ngoai|truoc|kia)))?`;
const FIRST_PART = PART.replace("dau|cuoi", "dau");
const TO = String.raw`\s*(?:den|toi|-|–|→)\s*(?:het\s+)?`;
const THANG = String.raw`(?:thang\s+|t\s?)`;
const DAY = (name: string): string => String.raw`(?<${name}>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?20\d\d)`;

/** Years, and parts of them longer than a month: "6 tháng đầu năm", "10 tháng năm 2023", "lũy kế đến tháng 10/2024". */
export const SPAN_RULES: readonly Rule[] = [
  rule(
    String.raw`(?:luy ke\s+)?(?:ca\s+)?nam\s+(?:(?<year>20\d\d)|(?<yearsAgo>nay|ngoai|truoc|kia))`,
    wholeYear,
  ),
  rule(String.raw`(?<year>20\d\d)`, yearAlone),
  rule(`nua${PART}${YEAR}?`, halfFound),
  rule(`h(?<half>[12])${YEAR}?`, halfFound),
  rule(
    String.raw`(?:luy ke\s+)?(?<count>${MONTH}|${NUMBER_WORD})\s*thang(?:${PART})?${YEAR}?(?!\s*\d)`,
    countFound,
  ),
  rule(String.raw`(?<count>${MONTH})\s?t(?:${PART})?${YEAR}`, countFound),
  rule(String.raw`(?<quarters>[23]|hai|ba)\s+quy${FIRST_PART}${YEAR}?`, (found) =>
    dated(found, months(1, 3 * numberOf(found.groups.quarters))),
  ),
  rule(
    String.raw`(?:luy ke|tinh\s+(?:den|toi)|tu dau nam|(?:den|toi)\s+het)(?:\s+(?:tu|dau|nam|den|toi|het|cuoi))*(?:\s+(?<yearBefore>20\d\d))?(?:\s+(?:den|toi|het))*\s+thang\s+(?<month>${MONTH})${YEAR}?`,
    toDate,
  ),
  rule(
    String.raw`nam\s+(?<yearBefore>20\d\d)\s*[(,]?\s*(?:tinh\s+|luy ke\s+)?(?:den|toi)\s+(?:het\s+)?thang\s+(?<month>${MONTH})${YEAR}?\)?`,
    toDate,
  ),
  rule(
    String.raw`(?:tu\s+)?${THANG}(?<from>${MONTH})(?:\s?/\s?(?<fromYear>20\d\d))?${TO}(?:${THANG})?(?<month>${MONTH})${YEAR}?`,
    betweenMonths,
  ),
  rule(String.raw`(?:tu\s+)?ngay\s+${DAY("firstDay")}${TO}(?:ngay\s+)?${DAY("lastDay")}`, betweenDays),
];

/** The index's years alone: from before its first to the next one. */
function yearAlone({ groups, today }: Found): PeriodWish | null {
  const year = Number(groups.year);
  return year >= 2020 && year <= Number(today.slice(0, 4)) + 1 ? exact(yearPeriod(year)) : null;
}

function halfFound(found: Found): PeriodWish | null {
  const second = found.groups.part === "cuoi" || found.groups.half === "2";
  return dated(found, { kind: "half", half: second ? 2 : 1 });
}

/** "9 tháng", "10 tháng đầu năm 2023"; one or two months need to be told which. */
function countFound(found: Found): PeriodWish | null {
  const { part, count } = found.groups;
  const number = numberOf(count);
  if (!part && number < 3 && yearOf(found) === null) return null;
  return dated(found, part === "cuoi" ? months(13 - number, 12) : months(1, number));
}

function toDate(found: Found): PeriodWish | null {
  return dated(found, months(1, Number(found.groups.month)));
}

function betweenMonths(found: Found): PeriodWish | null {
  const { groups } = found;
  const from = Number(groups.from);
  const to = Number(groups.month);
  const year = yearOf(found);
  if (year === null) return from < to ? months(from, to) : null;
  const fromYear = Number(groups.fromYear ?? year);
  return fromYear * 12 + from <= year * 12 + to ? exact(monthsPeriod(fromYear, from, to, year)) : null;
}

/** Only days that are a period's first and last. */
function betweenDays({ groups }: Found): PeriodWish | null {
  const start = dateOf(groups.firstDay);
  const end = dateOf(groups.lastDay);
  const span = `${start.slice(0, 7)}..${end.slice(0, 7)}`;
  const candidates: readonly Period[] = start <= end && isSpan(span) ? [toPeriod(span), weekOf(start)] : [];
  const period = candidates.find((each) => {
    const range = periodRange(each);
    return range.start === start && range.end === end;
  });
  return exact(period ?? null);
}

function isSpan(span: string): boolean {
  return isPeriod(span.slice(0, 7)) && isPeriod(span.slice(9));
}

function dateOf(written = ""): string {
  const [day, month, year] = written.split(/[/.-]/).map(Number);
  return isoDate(year ?? 0, month ?? 0, day ?? 0);
}

/** The plainest wish for such months: the first six of a year are its first half. */
function months(from: number, to: number): PeriodWish {
  const length = to - from + 1;
  if (length === 6 && from % 6 === 1) return { kind: "half", half: to / 6 };
  if (length === 3 && from % 3 === 1) return { kind: "quarter", quarter: to / 3 };
  return length === 1 ? { kind: "month", month: to } : { kind: "months", from, to };
}
