import { BARS } from "#services/charts/layout/style.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { BarChart } from "#services/reply/chart.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { ComparedRow, ComparisonView, UnitView } from "#services/results/views.ts";

/** What the picture of a comparison says, in one language. */
export interface ComparisonChartWords {
  /** `units`, `periods`: whether they tell the sides apart. */
  side(side: UnitView, facts: { units: boolean; periods: boolean }): string;
  title(sides: readonly UnitView[]): string;
  subtitle(facts: { sides: readonly UnitView[]; hasCounts: boolean }): string;
  head(indicator: Indicator): string;
  value(value: number, indicator: Indicator): string;
  nothing: string;
  key: { readonly best: string; readonly other: string };
  footer(evidence: Evidence): readonly string[];
  alt(facts: { head: string; figures: readonly { name: string; value: string }[] }): string;
}

/** Indicators of one picture, so that figures of so many sides are read on a phone. */
export const comparedAPage = (sides: number): number =>
  Math.max(1, Math.floor(BARS.room / (BARS.group + BARS.bar * sides)));

/** What tells the sides apart: their units, their periods, or both. */
export function sideNames(
  sides: readonly UnitView[],
  words: Pick<ComparisonChartWords, "side">,
): readonly string[] {
  const units = new Set(sides.map(({ unit }) => unit)).size > 1;
  const periods = new Set(sides.map(({ period }) => period)).size > 1;
  return sides.map((side) => words.side(side, { units, periods }));
}

/** A group of bars for each indicator; null where there is none. */
export function comparisonChart(
  view: ComparisonView,
  rows: readonly ComparedRow[],
  words: ComparisonChartWords,
): BarChart | null {
  if (rows.length === 0) return null;
  const names = sideNames(view.sides, words);
  const groups = rows.map((row) => groupOf(row, names, words));
  const title = words.title(view.sides);
  const hasCounts = rows.some(({ indicator }) => !isShare(indicator));
  const subtitle = words.subtitle({ sides: view.sides, hasCounts });
  return {
    type: "bars",
    title,
    subtitle,
    groups,
    key: [
      ...(rows.some(({ best }) => best !== null && best.length > 0)
        ? [{ tone: "best" as const, words: words.key.best }]
        : []),
      { tone: "plain", words: words.key.other },
    ],
    footer: words.footer(view.evidence),
    alt: [
      title,
      subtitle,
      ...groups.map(({ head, bars }) =>
        words.alt({ head, figures: bars.map(({ name, valueText }) => ({ name, value: valueText })) }),
      ),
    ].join("\n"),
  };
}

const isShare = ({ measure, max }: Indicator): boolean =>
  measure === "rate" || (measure === "points" && max !== null);

function groupOf(
  { indicator, values, best }: ComparedRow,
  names: readonly string[],
  words: ComparisonChartWords,
): BarChart["groups"][number] {
  const whole = wholeOf(indicator, values);
  return {
    head: words.head(indicator),
    bars: values.map((value, i) => ({
      name: names[i] ?? "",
      percent: value === null || whole <= 0 ? null : Math.max(0, Math.min(100, (value / whole) * 100)),
      valueText: value === null ? words.nothing : words.value(value, indicator),
      tone: best?.includes(i) ? "best" : "plain",
    })),
  };
}

/** The length of a whole bar: the maximum; of counts the largest. */
function wholeOf(indicator: Indicator, values: readonly (number | null)[]): number {
  if (isShare(indicator)) return indicator.max ?? 100;
  return Math.max(0, ...values.map((value) => value ?? 0));
}
