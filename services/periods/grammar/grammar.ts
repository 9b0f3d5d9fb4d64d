import { ENGLISH_RULES } from "#services/periods/grammar/english.ts";
import { MONTH_RULES } from "#services/periods/grammar/months.ts";
import { NO_PERIODS } from "#services/periods/grammar/none.ts";
import { exact, type Rule, rule, YEAR } from "#services/periods/grammar/rule.ts";
import { SPAN_RULES } from "#services/periods/grammar/spans.ts";
import { WEEK_RULES } from "#services/periods/grammar/weeks.ts";
import { isPeriod, type Period, type PeriodKind, toPeriod } from "#services/periods/period.ts";

const KINDS: Readonly<Record<string, PeriodKind>> = {
  thang: "month",
  quy: "quarter",
  nam: "year",
  tuan: "week",
};

const CANONICAL_RULES: readonly Rule[] = [
  rule(
    String.raw`20\d\d-(?:q[1-4]|h[12]|w\d\d|\d\d-w[1-5]|\d\d\.\.20\d\d-\d\d|\d\d)|20\d\d/\d\d`,
    ({ text }) => exact(canonical(text)),
  ),
];

const OTHER_RULES: readonly Rule[] = [
  rule(
    String.raw`(?:(?<of>thang|quy|nam|tuan|ky)\s+)?(?:gan (?:day )?nhat|moi nhat|gan day)`,
    ({ groups }) => ({
      kind: "latest",
      of: KINDS[groups.of ?? ""] ?? null,
    }),
  ),
  rule(String.raw`(?:thang|quy|tuan)\s+(?:thu\s+)?\d{1,3}${YEAR}?`, () => ({ kind: "impossible" })),
];

/** All ways of writing; where several match from the same letter on the longest counts, then the first. */
export const GRAMMAR: readonly Rule[] = [
  ...CANONICAL_RULES,
  ...MONTH_RULES,
  ...SPAN_RULES,
  ...WEEK_RULES,
  ...ENGLISH_RULES,
  ...NO_PERIODS,
  ...OTHER_RULES,
];

function canonical(folded: string): Period | null {
  const text = folded.replace("/", "-").replace(/-[qh]|(?<=^\d{4})-w/, (part) => part.toUpperCase());
  if (isPeriod(text)) return text;
  const [from = "", to = ""] = text.split("..");
  return isPeriod(from) && isPeriod(to) && from < to ? toPeriod(text) : null;
}
