import type { ImportWarning } from "#services/documents/warnings.ts";
import { groupBy } from "#services/group-by.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { isUnfinished, periodBreak } from "#services/sheets/comparable.ts";
import { subtract } from "#services/sheets/places.ts";
import { contradicts, roundingOf } from "#services/sheets/published-change.ts";
import type { Sheet } from "#services/sheets/sheet.ts";

type Figures = Pick<Sheet, "period" | "observations">;

/** Units whose published change is, by more than rounding, not that of the figures stored of the period before. */
export function changesThatDiffer(
  draft: Figures,
  previous: Figures,
  indicators: Indicators,
  nameOf: (id: string) => string,
): readonly ImportWarning[] {
  if (periodBreak(previous.period, draft.period)) return [];
  const stored = groupBy(
    previous.observations.filter((one) => !isUnfinished(previous.period, one)),
    ({ indicator }) => indicator,
  );
  return [...groupBy(draft.observations, ({ indicator }) => indicator)].flatMap(([id, now]) => {
    const indicator = indicators.get(id);
    const earlier = stored.get(id) ?? [];
    if (!indicator || earlier.length === 0) return [];
    const rounding = roundingOf(indicator, now, earlier);
    const before = new Map(earlier.map(({ unit, value }) => [unit, value]));
    return now.flatMap(({ unit, value, change }): readonly ImportWarning[] => {
      const old = before.get(unit) ?? null;
      if (value === null || change === null || old === null) return [];
      const reckoned = subtract(value, old);
      if (!contradicts(change, reckoned, rounding)) return [];
      const facts = { unit: nameOf(unit), indicator: id, published: change, reckoned };
      return [{ code: "change-differs", facts: { ...facts, earlier: previous.period } }];
    });
  });
}
