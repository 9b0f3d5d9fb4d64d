import { type Period, periodRange } from "#services/periods/period.ts";
import { MERGER_DATE, type Unit } from "#services/units/unit.ts";

/** Today's boundaries are those of its units. */
export const isMapped = (period: Period): boolean => periodRange(period).end >= MERGER_DATE;

/** The scope's units can be drawn where they lie: those of the country, or of a province of today. */
export const hasMap = ({ kind, validTo }: Unit, period: Period): boolean =>
  (kind === "country" || kind === "province") && validTo === null && isMapped(period);
