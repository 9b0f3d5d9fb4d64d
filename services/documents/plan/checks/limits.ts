import type { Checked } from "#services/documents/plan/checks/checked.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";

const HIGHEST = 100;

/** Rates and totals outside 0–100, points over their indicator's maximum. */
export function tooHigh({
  draft,
  indicators,
  nameOf,
}: Pick<Checked, "draft" | "indicators" | "nameOf">): readonly ImportWarning[] {
  return draft.observations.flatMap(({ unit, indicator: id, value }): readonly ImportWarning[] => {
    const indicator = indicators.get(id);
    if (!indicator || value === null) return [];
    const facts = { unit: nameOf(unit), period: draft.period, indicator: id, value };
    const isTotal = indicator.measure === "rate" || indicator.max === HIGHEST;
    if (isTotal) return value > HIGHEST || value < 0 ? [{ code: "over-100", facts }] : [];
    if (indicator.max === null || (value <= indicator.max && value >= 0)) return [];
    return [{ code: "over-maximum", facts: { ...facts, maximum: indicator.max } }];
  });
}
