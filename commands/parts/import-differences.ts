import type { Catalog } from "#locales/catalog.ts";
import type { ImportPlan } from "#services/documents/plan/plan-import.ts";
import type { PlannedSheet } from "#services/documents/plan/plan-sheets.ts";
import { groupBy } from "#services/group-by.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import type { ObservationChange } from "#services/sheets/sheets.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

/** Whether storing would change figures that are held, or leave some out; new ones beside them are no difference. */
export const hasDifferences = ({ sheets }: ImportPlan): boolean =>
  sheets.some(({ changes }) => changes.some(isDifference));

const isDifference = ({ kind }: ObservationChange): boolean => kind === "changed" || kind === "gone";

/** What storing would make of figures that are held: under each sheet a line a unit, before and after. */
export function differenceLines(
  { sheets }: ImportPlan,
  catalog: Catalog,
  options: { readonly indicators: Indicators; readonly unitOf: (id: string) => Unit | undefined },
): readonly string[] {
  return sheets.flatMap((sheet) => {
    const changed = sheet.changes.filter(isDifference);
    if (changed.length === 0) return [];
    const byUnit = groupBy(changed, ({ before, after }) => (after ?? before)?.unit ?? "");
    const rows = [...byUnit].map(([id, changes]) => {
      const unit = options.unitOf(id);
      const figures = changes.map((change) => figureOf(change, catalog, options.indicators));
      return `  ${catalog.importing.row({ unit: unit ? fullName(unit) : id, figures })}`;
    });
    return [headingOf(sheet, changed.length, catalog), ...rows];
  });
}

function headingOf({ scope, draft }: PlannedSheet, count: number, { corrections, periods }: Catalog): string {
  return corrections.differences({ scope: fullName(scope), period: periods.name(draft.period), count });
}

/** "Tổng điểm 89,36 → 89,63", "Tổng điểm 89,36 → bỏ". */
function figureOf({ before, after }: ObservationChange, catalog: Catalog, indicators: Indicators): string {
  const { figures, corrections, importing } = catalog;
  const indicator = indicators.get((after ?? before)?.indicator ?? "");
  if (!indicator) return "";
  const said = (one: Observation | null): string => {
    if (!one) return corrections.gone;
    const parts = [
      one.value === null ? null : figures.value(one.value, indicator),
      one.change === null ? null : `(${figures.change(one.change, indicator)})`,
      one.rank === null ? null : importing.rank(one.rank, one.of),
    ];
    return parts.filter((part) => part !== null).join(" ");
  };
  return `${figures.indicatorShort(indicator)} ${said(before)} → ${said(after)}`;
}
