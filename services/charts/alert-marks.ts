import type { Alert } from "#services/alerts/alert.ts";
import type { AlertMark } from "#services/reply/chart.ts";

/** The most pressing first. */
export const MARKS: readonly AlertMark[] = ["late", "unseen", "seen", "explained"];

/** How far an alert is dealt with. */
function markOf({ number, state }: Alert, late: ReadonlySet<number>): AlertMark {
  if (late.has(number)) return "late";
  if (state === "explained" || state === "accepted") return "explained";
  return state === "open" ? "unseen" : "seen";
}

/** Of several alerts. */
export function worstMark(alerts: readonly Alert[], late: ReadonlySet<number>): AlertMark {
  const marks = new Set(alerts.map((alert) => markOf(alert, late)));
  return MARKS.find((mark) => marks.has(mark)) ?? "explained";
}

/** How many alerts bear which mark. */
export function countMarks(
  alerts: readonly Alert[],
  late: ReadonlySet<number>,
): ReadonlyMap<AlertMark, number> {
  const counts = new Map<AlertMark, number>();
  for (const alert of alerts) {
    const mark = markOf(alert, late);
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return counts;
}
