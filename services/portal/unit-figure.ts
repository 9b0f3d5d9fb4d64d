import { TOTAL } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import type { UnitFigures } from "#services/portal/day-set.ts";
import { GROUP_CODES } from "#services/portal/questions.ts";

/** Points of a row by our id of the total or of a group; null = it has none. */
export function figureOf(
  row: UnitFigures | null,
  indicator: string,
  indicators: Pick<Indicators, "byPortalCode">,
): number | null {
  if (!row || indicator === TOTAL) return row?.total ?? null;
  const code = GROUP_CODES.find((one) => indicators.byPortalCode(one)?.id === indicator);
  return code === undefined ? null : (row.groups[code] ?? null);
}
