import type { Passage } from "#services/documents/marks/passage.ts";
import { type PeriodContext, periodMarks } from "#services/documents/marks/period-marks.ts";
import { type Period, periodKind } from "#services/periods/period.ts";

/**
 * A quarter of a scan, whose "II" may be "III": null where its pages name another quarter too, for a person to say which.
 * Other periods stay as they are.
 */
export function sureQuarter(
  period: Period | null,
  texts: readonly Passage[],
  calendar: PeriodContext,
): Period | null {
  if (period === null || periodKind(period) !== "quarter") return period;
  const named = texts.flatMap((text) => periodMarks(text, calendar)).filter(({ compared }) => !compared);
  const others = named.filter((mark) => periodKind(mark.period) === "quarter" && mark.period !== period);
  return others.length === 0 ? period : null;
}
