import type { Passage } from "#services/documents/marks/passage.ts";
import { type PeriodMark, particular } from "#services/documents/marks/period-marks.ts";
import { monthsPeriod, type Period, periodKind, periodRange } from "#services/periods/period.ts";

const CUMULATIVE = /(?<!\p{L})(?:luy ke|cong don)(?!\p{L})/u;
/** Of other years too. */
const SINCE_LONG = /nhiem ky|nam truoc|ky truoc|den nay|tu khi/u;

/**
 * The period that a column's head names; null = the table's; "unknown" = another that nobody can tell. "Lũy kế" in a
 * table of a month is what there was from January on.
 */
export function periodOfHead(
  head: Passage,
  marks: readonly PeriodMark[],
  table: Period | null,
): Period | null | "unknown" {
  const named = particular(marks);
  if (named !== null || !CUMULATIVE.test(head.folded)) return named;
  if (SINCE_LONG.test(head.folded)) return "unknown";
  return table === null ? null : sinceNewYear(table);
}

function sinceNewYear(period: Period): Period | "unknown" {
  if (["week", "month-week"].includes(periodKind(period))) return "unknown";
  const last = periodRange(period).end;
  return monthsPeriod(Number(last.slice(0, 4)), 1, Number(last.slice(5, 7)));
}
