import { TOTAL } from "#services/indicators/indicator.ts";
import { periodRange } from "#services/periods/period.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import { MERGER_DATE, type Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** The index's groups (Quyết định 766/QĐ-TTg). */
export const GROUPS: readonly string[] = ["CKMB", "TDGQ", "CLGQ", "TTTT", "MDHL", "MDSH"];

/** How whole a list is. */
export interface Completeness {
  /** Areas below the scope that have a total, of those that existed when the period ended; departments do not count. */
  readonly held: number;
  readonly expected: number;
  /** Of the six. */
  readonly groups: number;
}

/**
 * Of a list of provinces, or of a province's communes, since the merger of 1/7/2025: their lists are known whole. Null
 * for any other.
 */
export function completenessOf(sheet: Sheet, units: Pick<Units, "children" | "get">): Completeness | null {
  const { start, end } = periodRange(sheet.period);
  const kind = units.get(sheet.scope)?.kind;
  if (start < MERGER_DATE || (kind !== "country" && kind !== "province")) return null;
  const areas = units
    .children(sheet.scope)
    .filter((unit) => unit.kind !== "department" && existed(unit, end));
  const withTotal = new Set(
    sheet.observations.flatMap(({ unit, indicator, value }) =>
      indicator === TOTAL && value !== null ? [unit] : [],
    ),
  );
  const present = new Set(sheet.observations.map(({ indicator }) => indicator));
  return {
    held: areas.filter(({ id }) => withTotal.has(id)).length,
    expected: areas.length,
    groups: GROUPS.filter((group) => present.has(group)).length,
  };
}

const existed = ({ validFrom, validTo }: Unit, day: string): boolean =>
  (validFrom ?? day) <= day && day <= (validTo ?? day);
