import { BARS } from "#services/charts/layout/style.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { BarChart, BarTone } from "#services/reply/chart.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { RankingView } from "#services/results/views.ts";
import type { BandRow, VolumeBand } from "#services/results/volume-bands.ts";
import { meets } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** Units in bold at the head of a band. */
const MARKED = 3;

/** What the picture of a ranking in bands says, in one language. */
export interface BandChartWords {
  title(facts: { period: Period; scope: Unit }): string;
  /** `indicator`: null = the total. */
  subtitle(facts: { indicator: Indicator | null; units: number; page: number; pages: number }): string;
  /** `isRest`: the band began on the page before. */
  head(facts: { band: VolumeBand; isRest: boolean }): string;
  name(facts: { rank: number; unit: Unit; isFew: boolean }): string;
  /** The figure, and the place among all. */
  value(facts: { value: number; indicator: Indicator; overall: number }): string;
  key(facts: { marked: number; hasMissed: boolean }): Readonly<Record<"first" | "missed" | "other", string>>;
  /** `indicator`: null = the total. */
  footer(evidence: Evidence, indicator: Indicator | null): readonly string[];
}

/** A band, or what of it stands on one page. */
export interface BandPart {
  readonly band: VolumeBand;
  readonly rows: readonly BandRow[];
  readonly isRest: boolean;
}

/** Bands parted into pictures in which every row can be read on a phone: at least one. */
export function bandPages(bands: readonly VolumeBand[]): readonly (readonly BandPart[])[] {
  const pages: BandPart[][] = [[]];
  let room: number = BARS.room;
  for (const band of bands) {
    for (let at = 0; at < band.rows.length; ) {
      const fitting = Math.floor((room - BARS.group) / BARS.bar);
      if (fitting < Math.min(MARKED, band.rows.length - at)) {
        pages.push([]);
        room = BARS.room;
        continue;
      }
      const rows = band.rows.slice(at, at + fitting);
      pages.at(-1)?.push({ band, rows, isRest: at > 0 });
      room -= BARS.group + BARS.bar * rows.length;
      at += rows.length;
    }
  }
  return pages;
}

/** The picture of one page, counted from 1. */
export function bandChart(
  view: RankingView,
  pages: readonly (readonly BandPart[])[],
  { page, unitOf, words }: { page: number; unitOf: (id: string) => Unit; words: BandChartWords },
): BarChart {
  const { period, scope, indicator, ranking, target } = view;
  const parts = pages[page - 1] ?? [];
  const whole = indicator.max ?? (indicator.measure === "rate" ? 100 : largest(view));
  const isMissed = ({ row }: BandRow): boolean => target !== null && !meets(row.value, target);
  const toneOf = (row: BandRow): BarTone => {
    if (isMissed(row)) return "worse";
    return row.rank <= MARKED ? "best" : "plain";
  };
  const groups = parts.map(({ band, rows, isRest }) => ({
    head: words.head({ band, isRest }),
    bars: rows.map((one) => ({
      name: words.name({ rank: one.rank, unit: unitOf(one.row.unit), isFew: one.row.few !== null }),
      percent: whole > 0 ? Math.max(0, Math.min(100, (one.row.value / whole) * 100)) : null,
      valueText: words.value({ value: one.row.value, indicator, overall: one.row.rank }),
      tone: toneOf(one),
    })),
  }));
  const hasMissed = parts.some(({ rows }) => rows.some(isMissed));
  const key = words.key({ marked: MARKED, hasMissed });
  const title = words.title({ period, scope });
  const named = indicator.id === TOTAL ? null : indicator;
  const subtitle = words.subtitle({
    indicator: named,
    units: ranking.rows.length,
    page,
    pages: pages.length,
  });
  return {
    type: "bars",
    title,
    subtitle,
    groups,
    key: [
      { tone: "best", words: key.first },
      ...(hasMissed ? [{ tone: "worse" as const, words: key.missed }] : []),
      { tone: "plain", words: key.other },
    ],
    footer: words.footer(view.evidence, named),
    alt: [
      title,
      subtitle,
      ...groups.flatMap(({ head, bars }) => [
        head,
        ...bars.map(({ name, valueText }) => `${name}: ${valueText}`),
      ]),
    ].join("\n"),
  };
}

const largest = ({ ranking }: RankingView): number => Math.max(0, ...ranking.rows.map(({ value }) => value));
