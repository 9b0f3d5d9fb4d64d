import { type Period, yearPeriod } from "#services/periods/period.ts";
import { type PeriodWish, wishInYear } from "#services/periods/wish.ts";

/** What a rule's words said. */
export interface Found {
  /** The folded words. */
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** ISO date in the asker's time zone. */
  readonly today: string;
}

/** One way of writing, over folded text; null = these words name no period, and no other rule may read them as one. */
export interface Rule {
  readonly pattern: RegExp;
  readonly read: (found: Found) => PeriodWish | null;
}

/** Whole words only: what matches neither continues a word or number nor is continued. */
export function rule(source: string, read: Rule["read"]): Rule {
  return { pattern: new RegExp(`${BEFORE}(?:${source})${AFTER}`, "dgu"), read };
}

const BEFORE = String.raw`(?<![\p{L}\p{N}]|\d[.,/:])`;
const AFTER = String.raw`(?![\p{L}\p{N}]|[.,/:]\d)`;

/** Groups of a year: "/2024", " năm 2024", ", năm 2024", "/24", " năm ngoái". */
export const YEAR = String.raw`(?:\s?[/.-]\s?(?<year>20\d\d)|,?\s+(?:(?:cua|trong)\s+)?(?:nam\s+)?(?<yearApart>20\d\d)|/(?<yearShort>[23]\d)|,?\s+nam\s+(?<yearsAgo>nay|ngoai|truoc|kia))`;

/** The wish in the year found with it; as it is where there is none. */
export function dated(found: Found, wish: PeriodWish): PeriodWish | null {
  const year = yearOf(found);
  return year === null ? wish : exact(wishInYear(wish, year));
}

export function wholeYear(found: Found): PeriodWish | null {
  const year = yearOf(found);
  return year === null ? null : exact(yearPeriod(year));
}

export function yearOf({ groups, today }: Found): number | null {
  const written = groups.year ?? groups.yearApart ?? groups.yearBefore;
  if (written) return Number(written);
  if (groups.yearShort) return 2000 + Number(groups.yearShort);
  return groups.yearsAgo ? Number(today.slice(0, 4)) - (YEARS_AGO[groups.yearsAgo] ?? 0) : null;
}

const YEARS_AGO: Readonly<Record<string, number>> = { nay: 0, ngoai: 1, truoc: 1, kia: 2 };

export function exact(period: Period | null): PeriodWish | null {
  return period && { kind: "exact", period };
}
