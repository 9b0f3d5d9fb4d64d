import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { ProfileChart } from "#services/reply/chart.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { UnitFigure, UnitView } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** What the profile picture says, in one language. */
export interface ProfileChartWords {
  title(facts: { unit: Unit; parent: Unit }): string;
  subtitle(period: Period): string;
  headline(facts: { total: number | null; rank: number | null; of: number | null }): string;
  columns: ProfileChart["columns"];
  name(indicator: Indicator): string;
  value(value: number, indicator: Indicator): string;
  percent(value: number): string;
  key: ProfileChart["key"];
  footer(evidence: Evidence, unit: Unit): readonly string[];
}

/** Fewer bars than this say nothing that the text does not. */
const FEWEST_BARS = 3;

/** Below this part of the maximum a group needs attention; the index's own edge of "Trung bình". */
const ATTENTION_PERCENT = 50;

/** The profile of a unit that has several groups or rates; null when a picture would show too little. */
export function profileChart(view: UnitView, words: ProfileChartWords): ProfileChart | null {
  const figures = barsOf(view.figures);
  if (figures.length < FEWEST_BARS) return null;
  const rows = figures.map((figure) => barOf(view, figure, words));
  const title = words.title({ unit: view.unit, parent: view.parent });
  const total = view.figures.find(({ indicator }) => indicator.id === TOTAL)?.observation ?? null;
  const place = view.rankings.get(TOTAL)?.rows.find(({ unit }) => unit === view.unit.id);
  const size = view.rankings.get(TOTAL)?.rows.length ?? null;
  const headline = words.headline({
    total: total?.value ?? null,
    rank: total?.rank ?? (size && size > 1 ? (place?.rank ?? null) : null),
    of: total?.rank ? total.of : size,
  });
  return {
    type: "profile",
    title,
    subtitle: words.subtitle(view.period),
    headline,
    columns: words.columns,
    rows,
    key: rows.some(({ averagePercent }) => averagePercent !== null)
      ? words.key
      : { ...words.key, ring: null },
    footer: words.footer(view.evidence, view.unit),
    alt: [
      title,
      words.subtitle(view.period),
      headline,
      ...rows.map(({ name, valueText, averageText }) =>
        averageText === ""
          ? `${name}: ${valueText}`
          : `${name}: ${valueText} (${words.columns.average} ${averageText})`,
      ),
    ].join("\n"),
  };
}

/** The six groups where there are such, else the rates. */
function barsOf(figures: readonly UnitFigure[]): readonly UnitFigure[] {
  const held = figures.filter(({ observation }) => observation.value !== null);
  const groups = held.filter(
    ({ indicator }) => indicator.measure === "points" && indicator.id === indicator.group,
  );
  if (groups.length >= FEWEST_BARS) return groups;
  return held.filter(
    ({ indicator, observation }) => indicator.measure === "rate" && (observation.value ?? 0) <= 100,
  );
}

function barOf(
  view: UnitView,
  { indicator, observation, meetsTarget }: UnitFigure,
  words: ProfileChartWords,
): ProfileChart["rows"][number] {
  const value = observation.value ?? 0;
  const max = indicator.max ?? 100;
  const percent = (value / max) * 100;
  const ranked = view.rankings.get(indicator.id)?.rows ?? [];
  const average = ranked.length > 1 ? ranked.reduce((sum, row) => sum + row.value, 0) / ranked.length : null;
  return {
    name: words.name(indicator),
    percent,
    valueText: words.value(value, indicator),
    averagePercent: average === null ? null : (average / max) * 100,
    averageText: average === null ? "" : words.percent((average / max) * 100),
    attention: meetsTarget === false || percent < ATTENTION_PERCENT,
  };
}
