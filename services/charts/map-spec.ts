import {
  type MapShade,
  movedSteps,
  type Shading,
  targetSteps,
  valueSteps,
} from "#services/charts/map-steps.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { MapArea, MapChart } from "#services/reply/map-chart.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { RankingView } from "#services/results/views.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";
import type { Target } from "#services/targets/target.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";

/** What a map says, in one language. */
export interface MapChartWords {
  title(facts: { period: Period; scope: Unit }): string;
  subtitle(facts: { indicator: Indicator; units: readonly Unit[]; shade: MapShade; against: string }): string;
  legend(facts: { indicator: Indicator; shade: MapShade; target: Target | null }): string;
  /** "80,25–85,31"; of one figure that figure. */
  range(facts: { from: number; to: number; indicator: Indicator; shade: MapShade; met: boolean }): string;
  count(units: number): string;
  missing(shade: MapShade): string;
  /** "1. Pleiku 89,63", "Pleiku tăng 12 bậc". */
  label(facts: { row: RankedUnit; name: string; indicator: Indicator; shade: MapShade }): string;
  /** What was asked for and has no figure. */
  unlabelled(name: string): string;
  readonly enlarged: string;
  /** How labels are read; empty = they say so themselves. */
  notes(shade: MapShade): string;
  /** `named`: null = the total. */
  footer(evidence: Evidence, named: Indicator | null): readonly string[];
  readonly credit: string;
  unit(unit: Unit): string;
}

/** A ranking as it lies on the ground. */
export interface MapFacts {
  readonly view: RankingView;
  readonly shade: MapShade;
  /** Who has boundaries. */
  readonly areas: readonly Unit[];
  /** Rows that are named with their figures, the first ones and the last ones. */
  readonly first: readonly RankedUnit[];
  readonly last: readonly RankedUnit[];
  /** The unit that was asked for, whose place is shown among the others. */
  readonly asked: Unit | null;
  /** What figures are compared with; empty = nothing is compared. */
  readonly against: string;
  /** Said in the picture too. */
  readonly notes: readonly string[];
}

/** The figure that a unit's colour tells of; null = grey. */
const shadedFigure = ({ value, moved }: RankedUnit, shade: MapShade): number | null =>
  shade === "moved" ? moved : value;

/** Rows with a colour: those of units that have boundaries, and a figure. */
export function shadedRows({
  view,
  shade,
  areas,
}: Pick<MapFacts, "view" | "shade" | "areas">): readonly RankedUnit[] {
  const drawn = new Set(areas.map(({ id }) => id));
  return view.ranking.rows.filter((row) => drawn.has(row.unit) && shadedFigure(row, shade) !== null);
}

export function shadingOf(facts: Pick<MapFacts, "view" | "shade" | "areas">): Shading {
  const { view, shade } = facts;
  const figures = shadedRows(facts).flatMap((row) => shadedFigure(row, shade) ?? []);
  if (shade === "moved") return movedSteps(figures);
  if (shade === "target" && view.target) return targetSteps(figures, view.target);
  return valueSteps(figures, view.indicator.direction);
}

/** The map of a scope's units; throws nothing, whatever the list lacks is grey. */
export function mapChart(facts: MapFacts, words: MapChartWords): MapChart {
  const { view, shade, areas, against } = facts;
  const { indicator, period, scope, target } = view;
  const rows = new Map(shadedRows(facts).map((row) => [row.unit, row]));
  const shading = shadingOf(facts);
  const grey = areas.filter(({ id }) => !rows.has(id)).length;
  const title = words.title({ period, scope });
  const chart: Omit<MapChart, "alt"> = {
    type: "map",
    title,
    subtitle: words.subtitle({ indicator, units: areas, shade, against }),
    map: scope.id === COUNTRY_ID ? COUNTRY_ID : (scope.codes.gso ?? ""),
    palette: PALETTES[shade],
    legend: words.legend({ indicator, shade, target }),
    steps: shading.steps.map(({ from, to, count, color }) => ({
      range: words.range({ from, to, indicator, shade, met: color > 0 }),
      count: words.count(count),
      color,
    })),
    areas: areas.map((unit) => areaOf(unit, rows.get(unit.id), shading, facts, words)),
    missing: grey === 0 ? null : { range: words.missing(shade), count: words.count(grey) },
    enlarged: words.enlarged,
    notes: [words.notes(shade), ...facts.notes].filter((note) => note !== ""),
    footer: [...words.footer(view.evidence, indicator.id === TOTAL ? null : indicator), words.credit],
  };
  return { ...chart, alt: altOf(chart) };
}

const PALETTES: Readonly<Record<MapShade, MapChart["palette"]>> = {
  value: "ordered",
  moved: "diverging",
  target: "met",
};

function areaOf(
  unit: Unit,
  row: RankedUnit | undefined,
  shading: Shading,
  { view, shade, first, last, asked }: MapFacts,
  words: MapChartWords,
): MapArea {
  const name = words.unit(unit);
  const figure = row ? shadedFigure(row, shade) : null;
  const isOf = (rows: readonly RankedUnit[]): boolean => rows.some((one) => one.unit === unit.id);
  const isAsked = asked?.id === unit.id;
  const isNamed = isAsked || isOf(first) || isOf(last);
  const label = row ? words.label({ row, name, indicator: view.indicator, shade }) : words.unlabelled(name);
  return {
    code: unit.codes.gso ?? "",
    name,
    step: figure === null ? null : shading.stepOf(figure),
    label: isNamed ? label : null,
    tone: isAsked ? "asked" : isOf(last) ? "last" : "plain",
  };
}

/** In words, for those who cannot see it: the steps, and who is named. */
const altOf = ({ title, subtitle, steps, missing, areas }: Omit<MapChart, "alt">): string =>
  [
    title,
    subtitle,
    ...[...steps, ...(missing ? [missing] : [])].map(({ range, count }) => `${range}: ${count}`),
    ...areas.flatMap(({ label }) => (label === null ? [] : [label])),
  ].join("\n");
