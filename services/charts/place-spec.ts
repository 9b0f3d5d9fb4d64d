import { type RankChartWords, rankChart } from "#services/charts/rank-spec.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { RankChart } from "#services/reply/chart.ts";
import type { RankingView } from "#services/results/views.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";
import type { Unit } from "#services/units/unit.ts";

/** What the picture of one unit's place says beside the words of a ranking. */
export interface PlaceChartWords {
  title(facts: { unit: Unit; parent: Unit }): string;
  subtitle(facts: { indicator: Indicator; period: Period; rank: number; tied: boolean; of: number }): string;
}

/** Units drawn on either side of it. */
const BESIDE = 3;
/** In a shorter list a place says nothing. */
const FEWEST = 3;

/** One unit among those beside it, with the first and the last of its list; null = it has no place, or too few are ranked. */
export function placeChart(
  list: RankingView,
  unit: Unit,
  {
    unitOf,
    words,
    ranked,
  }: {
    readonly unitOf: (id: string) => Unit;
    readonly words: PlaceChartWords;
    readonly ranked: RankChartWords;
  },
): RankChart | null {
  const { rows } = list.ranking;
  const at = rows.findIndex((row) => row.unit === unit.id);
  const own = rows[at];
  if (!own || rows.length < FEWEST || list.ranking.published) return null;
  const shown = rowsAround(rows, at);
  const chart = rankChart(list, { rows: shown, page: 1, pages: 1 }, unitOf, ranked);
  const { indicator, period, scope } = list;
  const title = words.title({ unit, parent: scope });
  const { rank, tied } = own;
  const subtitle = words.subtitle({ indicator, period, rank, tied, of: rows.length });
  return {
    ...chart,
    title,
    subtitle,
    rows: chart.rows.map((row, i) => ({ ...row, strong: shown[i] === own })),
    missing: null,
    alt: [title, subtitle, ...chart.alt.split("\n").slice(1)].join("\n"),
  };
}

function rowsAround(rows: readonly RankedUnit[], at: number): readonly RankedUnit[] {
  return rows.filter((_, i) => i === 0 || i === rows.length - 1 || Math.abs(i - at) <= BESIDE);
}
