import type { Supposed } from "#services/analysis/what-if.ts";
import { honestAxis, ticksOf } from "#services/charts/axis.ts";
import { decimalsOf } from "#services/charts/rank-spec.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { RankChart, RankChartRow } from "#services/reply/chart.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { UnitView } from "#services/results/views.ts";
import { better, subtract } from "#services/sheets/places.ts";
import type { Unit } from "#services/units/unit.ts";

/** What the picture of a supposed figure says, in one language. */
export interface WhatIfChartWords {
  title(facts: { unit: Unit; parent: Unit }): string;
  subtitle(facts: { supposed: Supposed; period: Period }): string;
  columns(indicator: Indicator): RankChart["columns"];
  key: { readonly dot: string; readonly ring: string; readonly rest: string };
  unit(unit: Unit): string;
  tick(value: number): string;
  value(value: number, decimals: number): string;
  change(value: number, decimals: number): string;
  /** Says that it is supposed, and what the others are. */
  footer(evidence: Evidence): readonly string[];
}

/** Units shown on either side of the new place. */
const BESIDE = 4;

/** The list around the new place, the other units as they are; null = it has no place. */
export function whatIfChart(
  view: UnitView,
  supposed: Supposed,
  unitOf: (id: string) => Unit,
  words: WhatIfChartWords,
): RankChart | null {
  const { indicator, place, value, actual } = supposed;
  const ranking = view.rankings.get(indicator.id);
  if (!place || !ranking) return null;
  const others = ranking.rows.filter(({ unit }) => unit !== view.unit.id);
  const own = { unit: view.unit.id, value };
  const list = [own, ...others].sort((a, b) => better(b.value, a.value, indicator.direction));
  const at = list.indexOf(own);
  const first = Math.max(0, Math.min(at - BESIDE, list.length - 2 * BESIDE - 1));
  const shown = list.slice(first, first + 2 * BESIDE + 1);
  const rankOf = (one: { readonly value: number }): number =>
    1 + list.filter((other) => better(other.value, one.value, indicator.direction) > 0).length;
  const decimals = decimalsOf([...shown, { value: actual }]);
  const rows = shown.map((one): RankChartRow => {
    const isOwn = one === own;
    return {
      rank: String(rankOf(one)),
      name: words.unit(unitOf(one.unit)),
      value: one.value,
      valueText: words.value(one.value, decimals),
      previous: isOwn ? actual : null,
      changeText: isOwn ? words.change(subtract(value, actual), decimals) : "",
      changeTone: value === actual ? "same" : better(value, actual, indicator.direction) > 0 ? "good" : "bad",
      moved: isOwn ? place.actual - place.rank : null,
      strong: isOwn,
      attention: isOwn,
    };
  });
  const axis = honestAxis([...rows.map((row) => row.value), actual]);
  const title = words.title(view);
  const subtitle = words.subtitle({ supposed, period: view.period });
  return {
    type: "rank",
    title,
    subtitle,
    columns: words.columns(indicator),
    rows,
    axis,
    ticks: ticksOf(axis).map((tick) => ({ value: tick, text: words.tick(tick) })),
    line: null,
    key: words.key,
    missing: null,
    footer: words.footer({ ...view.evidence, checkCode: "" }),
    alt: [title, subtitle, ...rows.map(({ rank, name, valueText }) => `${rank}. ${name} ${valueText}`)].join(
      "\n",
    ),
  };
}
