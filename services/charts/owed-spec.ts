import { BARS } from "#services/charts/layout/style.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { BarChart } from "#services/reply/chart.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { Owed, OwedUnit } from "#services/results/owed.ts";
import type { Unit } from "#services/units/unit.ts";

/** What the picture of late dossiers says, in one language. */
export interface OwedChartWords {
  title(facts: { period: Period; scope: Unit }): string;
  subtitle(facts: { against: string | null; page: number; pages: number }): string;
  head(facts: { indicator: Indicator; total: number; units: number }): string;
  unit(unit: Unit): string;
  value(unit: OwedUnit, indicator: Indicator): string;
  /** `all`: where none has more than before. */
  key: { readonly more: string; readonly other: string; readonly all: string };
  footer(evidence: Evidence): readonly string[];
  alt(facts: { head: string; figures: readonly { name: string; value: string }[] }): string;
}

/** One kind of dossiers with as many units as a page has room for. */
export interface OwedGroup {
  readonly owed: Owed;
  readonly units: readonly OwedUnit[];
}

/** Pages of groups: a kind that does not fit goes on on the next one. */
export function owedPages(all: readonly Owed[]): readonly (readonly OwedGroup[])[] {
  const pages: OwedGroup[][] = [];
  let left = 0;
  for (const owed of all) {
    for (let from = 0; from < owed.units.length; ) {
      if (left < BARS.group + BARS.bar) {
        pages.push([]);
        left = BARS.room;
      }
      const units = owed.units.slice(from, from + Math.floor((left - BARS.group) / BARS.bar));
      pages.at(-1)?.push({ owed, units });
      left -= BARS.group + BARS.bar * units.length;
      from += units.length;
    }
  }
  return pages;
}

/** Bars of one page, each as long as its part of the most that any unit has; `against`: what changes are set against. */
export function owedChart(
  groups: readonly OwedGroup[],
  facts: {
    readonly period: Period;
    readonly scope: Unit;
    readonly page: number;
    readonly pages: number;
    readonly against: string | null;
    readonly evidence: Evidence;
    readonly unitOf: (id: string) => Unit;
  },
  words: OwedChartWords,
): BarChart {
  const title = words.title(facts);
  const subtitle = words.subtitle(facts);
  const drawn = groups.map(({ owed, units }) => {
    const { indicator, total } = owed;
    const most = Math.max(1, owed.units[0]?.count ?? 1);
    return {
      head: words.head({ indicator, total, units: owed.units.length }),
      bars: units.map((unit) => ({
        name: words.unit(facts.unitOf(unit.unit)),
        percent: (unit.count / most) * 100,
        valueText: words.value(unit, indicator),
        tone: (unit.change ?? 0) > 0 ? ("worse" as const) : ("plain" as const),
      })),
    };
  });
  const hasMore = drawn.some(({ bars }) => bars.some(({ tone }) => tone === "worse"));
  return {
    type: "bars",
    title,
    subtitle,
    groups: drawn,
    key: hasMore
      ? [
          { tone: "worse", words: words.key.more },
          { tone: "plain", words: words.key.other },
        ]
      : [{ tone: "plain", words: words.key.all }],
    footer: words.footer(facts.evidence),
    alt: [
      title,
      subtitle,
      ...drawn.map(({ head, bars }) =>
        words.alt({ head, figures: bars.map(({ name, valueText }) => ({ name, value: valueText })) }),
      ),
    ].join("\n"),
  };
}
