import type { Catalog } from "#locales/catalog.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import { classify } from "#services/indicators/indicators.ts";
import type { RankingView } from "#services/results/views.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import type { Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** How many units a line of leaders, laggards or missing ones names. */
export const NAMED = 3;

/** A stored id's unit; a sheet never names a unit that is not known. */
export function unitLookup(units: Units): (id: string) => Unit {
  return (id) => {
    const unit = units.get(id);
    if (!unit) throw new Error(`unit ${id} is in a sheet but not in the list`);
    return unit;
  };
}

/** "Tốt" for a total; nothing for other indicators. */
export function bandOf(value: number | null, indicator: Indicator, t: Catalog): string | null {
  return indicator.id === TOTAL && value !== null ? t.figures.band(classify(value)) : null;
}

/** "hạng 13/30" where the publisher gave it. */
export function publishedRank({ rank, of }: Observation, t: Catalog): string | null {
  return rank === null ? null : t.unit.publishedRank(rank, of);
}

/** "Thủ Sỹ 89,63 · Hải Triều 88,82". */
export function nameValues(
  rows: readonly RankedUnit[],
  view: RankingView,
  unitOf: (id: string) => Unit,
  t: Catalog,
): string {
  return rows
    .map((row) => `${rowName(row, unitOf, t)} ${t.figures.value(row.value, view.indicator)}`)
    .join(" · ");
}

/** "Thủ Sỹ", or "Thủ Sỹ †" where the figure rests on a few dossiers only. */
export function rowName({ unit, few }: RankedUnit, unitOf: (id: string) => Unit, t: Catalog): string {
  const name = t.rank.chart.unit(unitOf(unit));
  return few === null ? name : t.rank.chart.marked(name);
}

/** "+6,96 ▲12": the change and the places gained; null when neither is known. */
export function movement(row: RankedUnit, indicator: Indicator, t: Catalog): string | null {
  const parts = [
    ...(row.change === null ? [] : [t.figures.change(row.change, indicator)]),
    ...(row.moved === null ? [] : [t.figures.moved(row.moved)]),
  ];
  return parts.length === 0 ? null : parts.join(" ");
}
