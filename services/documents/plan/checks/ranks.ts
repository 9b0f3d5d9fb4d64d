import type { Checked } from "#services/documents/plan/checks/checked.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import { groupBy } from "#services/group-by.ts";
import { better } from "#services/sheets/places.ts";
import type { Observation } from "#services/sheets/sheet.ts";

type Placed = Observation & { readonly value: number; readonly rank: number };

/**
 * Units that a paper ranks behind others with a worse figure: one of the two was misread or misprinted. Areas and
 * departments are ranked apart, as papers do.
 */
export function ranksAgainstOrder({
  draft,
  indicators,
  nameOf,
  kindOf,
}: Pick<Checked, "draft" | "indicators" | "nameOf" | "kindOf">): readonly ImportWarning[] {
  const placed = draft.observations.filter((one): one is Placed => one.value !== null && one.rank !== null);
  const lists = groupBy(placed, ({ unit, indicator, of }) =>
    [indicator, kindOf(unit) === "department", of].join("\t"),
  );
  return [...lists.values()].flatMap((list) => {
    const indicator = indicators.get(list[0]?.indicator ?? "");
    if (!indicator || indicator.direction === "neutral") return [];
    const { direction } = indicator;
    const ordered = list.toSorted((a, b) => a.rank - b.rank || better(b.value, a.value, direction));
    return ordered.flatMap((one, i): readonly ImportWarning[] => {
      const ahead = ordered[i - 1];
      if (!ahead || ahead.rank === one.rank || better(one.value, ahead.value, direction) <= 0) return [];
      const { unit, indicator: id, value, rank } = one;
      const other = { ahead: nameOf(ahead.unit), aheadValue: ahead.value, aheadRank: ahead.rank };
      const facts = { unit: nameOf(unit), indicator: id, value, rank, period: draft.period, ...other };
      return [{ code: "rank-differs", facts }];
    });
  });
}
