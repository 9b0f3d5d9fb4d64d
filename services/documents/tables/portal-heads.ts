import type { Column } from "#services/documents/tables/column.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";

/** Fewer codes may be somebody's abbreviations: "CLGQ" is "chất lượng giải quyết" too. */
const FEWEST_CODES = 3;

/** What the portal's own workbooks number and name offices by. */
const OFFICES = /^(?:row_stt|id|id_coquan|ma_coquan|loai_coquan|capdonviid)$/iu;

/** What columns hold that are headed by the portal's codes, as its own workbooks are; null = other heads, or other workbooks. */
export function portalColumns(heads: readonly string[], indicators: Indicators): readonly (Column | null)[] {
  const points = heads.map((head) => pointsOf(head.trim(), indicators));
  const isPortals = points.filter((indicator) => indicator !== null).length >= FEWEST_CODES;
  return points.map((indicator, i) => {
    if (!isPortals) return null;
    if (indicator) return { role: "value", indicator, period: null };
    return OFFICES.test((heads[i] ?? "").trim()) ? { role: "ordinal" } : null;
  });
}

function pointsOf(code: string, indicators: Indicators): Indicator | null {
  const indicator = indicators.byPortalCode(code);
  return indicator?.measure === "points" ? indicator : null;
}
