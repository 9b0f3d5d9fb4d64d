import type { Checked } from "#services/documents/plan/checks/checked.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import { groupBy } from "#services/group-by.ts";
import { TOTAL } from "#services/indicators/indicator.ts";

/** Sums off by more are flagged, never repaired: the portal's own differ by up to 0.35. */
const TOLERANCE = 0.5;
const ROUNDING = 1e-6;
const SIX = ["CKMB", "TDGQ", "CLGQ", "TTTT", "MDHL", "MDSH"];
const FIVE = ["CKMB", "TDGQ", "online-services", "MDHL", "MDSH"];

/** Units whose groups do not add up to their total. */
export function sumsThatDiffer({
  draft,
  indicators,
  nameOf,
}: Pick<Checked, "draft" | "indicators" | "nameOf">): readonly ImportWarning[] {
  const byUnit = groupBy(draft.observations, ({ unit }) => unit);
  return [...byUnit].flatMap(([unit, observations]): readonly ImportWarning[] => {
    const figureOf = (id: string) => observations.find(({ indicator }) => indicator === id)?.value ?? null;
    const total = figureOf(TOTAL);
    const groups = [SIX, FIVE]
      .map((ids) => ids.map(figureOf))
      .find((values) => values.every((value) => value !== null));
    if (total === null || !groups || !indicators.get(TOTAL)) return [];
    const sum = groups.reduce<number>((all, value) => all + (value ?? 0), 0);
    if (Math.abs(sum - total) <= TOLERANCE + ROUNDING) return [];
    const facts = { unit: nameOf(unit), period: draft.period, sum: Math.round(sum * 100) / 100, total };
    return [{ code: "sum-differs", facts }];
  });
}
