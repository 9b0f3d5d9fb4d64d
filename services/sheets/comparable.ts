import { type Period, periodKind, periodRange } from "#services/periods/period.ts";
import type { Observation, Sheet } from "#services/sheets/sheet.ts";
import { MERGER_DATE } from "#services/units/unit.ts";

/** Why two periods cannot be set against each other. */
export type Incomparable = "no-earlier" | "merger" | "new-basis" | "different-units" | "open-period";

/** First day of the portal's six-group reckoning of 2026: scores fell everywhere without a published reason. */
const PORTAL_2026_DATE = "2026-01-01";

const BREAKS: readonly { readonly date: string; readonly reason: Incomparable }[] = [
  { date: MERGER_DATE, reason: "merger" },
  { date: PORTAL_2026_DATE, reason: "new-basis" },
];

/** Part of the units two lists must share before places gained and lost mean anything. */
const SHARED_UNITS = 0.8;

/** The reason why results of these two periods cannot be compared; null = they can. */
export function periodBreak(earlier: Period, later: Period): Incomparable | null {
  if (periodKind(earlier) !== periodKind(later)) return "no-earlier";
  const from = periodRange(earlier).start;
  const to = periodRange(later).end;
  return BREAKS.find(({ date }) => from < date && date <= to)?.reason ?? null;
}

/** The same for two lists of units. */
export function unitsBreak(earlier: readonly string[], later: readonly string[]): Incomparable | null {
  const known = new Set(earlier);
  const shared = later.filter((unit) => known.has(unit)).length;
  const enough = shared >= SHARED_UNITS * Math.max(earlier.length, later.length);
  return enough ? null : "different-units";
}

/** Extracted before the period had ended: it still moves by itself. */
export function isUnfinished(period: Period, { asOf }: Pick<Observation, "asOf">): boolean {
  return asOf !== null && asOf.slice(0, 10) <= periodRange(period).end;
}

/** Whether any figure of the sheet may still change. */
export function isProvisional(sheet: Sheet): boolean {
  const provisional = new Set(sheet.documents.filter((d) => d.provisional).map(({ id }) => id));
  return sheet.observations.some(({ source }) => provisional.has(source));
}
