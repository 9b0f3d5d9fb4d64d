import type { FoundRow } from "#services/documents/marks/row.ts";
import { groupBy } from "#services/group-by.ts";

/** One row for each unit, indicator and period, its value the sum of those that name it: "xã Thủ Sỹ", "Thủ Sỹ". */
export function addedUp(rows: readonly FoundRow[]): readonly FoundRow[] {
  const groups = groupBy(rows, ({ unit, indicator, period }) =>
    [unit.scope, unit.id, indicator, period].join("\t"),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, value: group.reduce((sum, { value }) => sum + (value ?? 0), 0) }] : [];
  });
}
