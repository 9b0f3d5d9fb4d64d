import type { MissedTarget, MonthFindings } from "#commands/parts/month-findings.ts";
import { NAMED } from "#commands/parts/phrases.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { NamedFigure } from "#locales/words/spoken.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import { classify } from "#services/indicators/indicators.ts";
import type { Owed } from "#services/results/owed.ts";
import type { RankingView } from "#services/results/views.ts";
import { weighty } from "#services/sheets/few-dossiers.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";
import type { Unit } from "#services/units/unit.ts";

type UnitOf = (id: string) => Unit;

/** What a leader is told of a period, in whole sentences as they are read aloud; the weightiest first. */
export function spokenLines(findings: MonthFindings, unitOf: UnitOf, t: Catalog): readonly string[] {
  const { list, missed, owed } = findings;
  return [
    wholeLine(findings, t),
    ...endsLines(list, unitOf, t),
    ...moverLines(list, unitOf, t),
    ...missed.map((one) => missedLine(one, unitOf, t)),
    ...owed.map((one) => owedLine(one, unitOf, t)),
    list.ranking.missing.length > 0 ? t.spoken.missing(list.ranking.missing.length) : null,
  ].filter((line) => line !== null);
}

function wholeLine({ list, own }: MonthFindings, t: Catalog): string | null {
  const figure = own?.figures.find(({ indicator }) => indicator.id === list.indicator.id);
  const observation = figure?.observation ?? list.whole;
  if (!observation || observation.value === null) return null;
  const row = own?.rankings.get(list.indicator.id)?.rows.find(({ unit }) => unit === list.scope.id);
  return t.spoken.whole({
    scope: list.scope,
    indicator: list.indicator,
    value: observation.value,
    band: list.indicator.id === TOTAL ? t.figures.band(classify(observation.value)) : null,
    change: row?.change ?? observation.change,
    against: list.before,
    rank: observation.rank,
    of: observation.of,
  });
}

/** Who is first and last; of few units all. */
function endsLines(view: RankingView, unitOf: UnitOf, t: Catalog): readonly string[] {
  const rows = weighty(view.ranking.rows);
  const named = (some: readonly RankedUnit[]) => some.map((row) => figureOf(row, view.indicator, unitOf));
  const indicator = view.indicator.id === TOTAL ? null : view.indicator;
  const factsOf = (some: readonly RankedUnit[]) => ({
    indicator,
    units: named(some),
    tied: rows.filter((row) => row.rank === some.at(-1)?.rank && !some.includes(row)).length,
  });
  if (rows.length === 0) return [];
  if (rows.length <= NAMED * 2) return [t.spoken.order(factsOf(rows))];
  return [
    t.spoken.leaders(factsOf(rows.slice(0, NAMED))),
    t.spoken.laggards(factsOf(rows.slice(-NAMED).reverse())),
  ];
}

function figureOf({ unit, value }: RankedUnit, indicator: Indicator, unitOf: UnitOf): NamedFigure {
  return { unit: unitOf(unit), value, indicator };
}

/** Who rose and who fell the most; nothing where periods cannot be compared. */
function moverLines(
  { ranking, indicator, before }: RankingView,
  unitOf: UnitOf,
  t: Catalog,
): readonly string[] {
  const { rows, comparison, published } = ranking;
  if (published || comparison.kind === "none") return [];
  const byChange = weighty(rows)
    .flatMap(({ unit, change }) => (change === null || change === 0 ? [] : [{ unit, value: change }]))
    .sort((a, b) => b.value - a.value);
  const named = (row: { unit: string; value: number } | undefined) =>
    row ? { unit: unitOf(row.unit), value: row.value, indicator } : null;
  const rose = named(byChange.find(({ value }) => value > 0));
  const fell = named(byChange.findLast(({ value }) => value < 0));
  return rose || fell ? [t.spoken.movers({ rose, fell, against: before })] : [];
}

function missedLine({ view, target, units }: MissedTarget, unitOf: UnitOf, t: Catalog): string {
  return t.spoken.missed({
    indicator: view.indicator,
    target,
    count: units.length,
    of: view.ranking.rows.length,
    units: units.slice(0, NAMED).map((row) => figureOf(row, view.indicator, unitOf)),
  });
}

function owedLine({ indicator, total, change, units }: Owed, unitOf: UnitOf, t: Catalog): string {
  return t.spoken.owed({
    indicator,
    total,
    change,
    count: units.length,
    units: units.slice(0, NAMED).map(({ unit, count }) => ({ unit: unitOf(unit), value: count, indicator })),
  });
}
