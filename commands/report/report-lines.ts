import type { AnswerContext } from "#commands/define-command.ts";
import { exactApart, exactValue } from "#commands/parts/exact-figures.ts";
import { NAMED, unitLookup } from "#commands/parts/phrases.ts";
import type { Report, ReportList } from "#commands/report/read-report.ts";
import { unitsOf, viewsOf } from "#commands/report/report-tables.ts";
import type { AppendixNumber } from "#locales/words/letter.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { RankingView } from "#services/results/views.ts";
import { periodBreak } from "#services/sheets/comparable.ts";
import { weighty } from "#services/sheets/few-dossiers.ts";
import { subtract } from "#services/sheets/places.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";
import { meets } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = Pick<AnswerContext, "services" | "t">;

/** The scope's total of each month; of a scope that has none, its first figure. */
export function ownLines({ own }: Report, { t }: Context): readonly string[] {
  return own.flatMap(({ month, figures }) => {
    const figure = figures.find(({ indicator }) => indicator.id === TOTAL) ?? figures[0];
    if (!figure) return [];
    const { indicator, observation } = figure;
    const { value, change, rank, of } = observation;
    return t.report.paper.own({
      month,
      figure: {
        indicator,
        isTotal: indicator.id === TOTAL,
        value: value === null ? null : exactValue(value, indicator, t),
        ...{ change, apart: exactApart(change ?? 0, indicator, t) },
        of: rank === null ? of : null,
        place: rank === null ? null : { rank, of },
        asOf: null,
      },
    });
  });
}

/** Where its figures stand, who led and who was last month by month, who moved most, who fell short all along. */
export function listLines(
  list: ReportList,
  appendix: AppendixNumber,
  { services, t }: Context,
): readonly string[] {
  const unitOf = unitLookup(services.units);
  const units = unitsOf(list).map(unitOf);
  const missing = list.months.at(-1)?.[0].ranking.missing.length ?? 0;
  return [
    t.letter.paper.lists({ kind: list.kind, units, missing, appendix }),
    ...list.months.flatMap(([first]) => endsLine(first, unitOf, t)),
    ...moverLines(list, unitOf, t),
    ...shortLines(list, unitOf, t),
  ];
}

const named = (
  { unit, value }: RankedUnit,
  indicator: Indicator,
  unitOf: (id: string) => Unit,
  t: Context["t"],
) => t.letter.paper.named({ unit: unitOf(unit), value: exactValue(value, indicator, t) });

/** Of those that share a place all are named, or none. */
function endsLine(view: RankingView, unitOf: (id: string) => Unit, t: Context["t"]): readonly string[] {
  const rows = weighty(view.ranking.rows);
  const { indicator, period: month } = view;
  if (rows.length <= NAMED * 2) return [];
  const names = (some: readonly RankedUnit[], beyond: RankedUnit | undefined) =>
    some.filter(({ rank }) => rank !== beyond?.rank).map((row) => named(row, indicator, unitOf, t));
  const leaders = names(rows.slice(0, NAMED), rows[NAMED]);
  const laggards = names(rows.slice(-NAMED).reverse(), rows.at(-NAMED - 1));
  if (leaders.length === 0 && laggards.length === 0) return [];
  return [t.report.paper.monthEnds({ month, indicator, leaders, laggards })];
}

/** From the first month to the last, where they can be set against each other; of those that moved alike all or none. */
function moverLines(list: ReportList, unitOf: (id: string) => Unit, t: Context["t"]): readonly string[] {
  const [[first] = []] = list.months;
  const last = first && viewsOf(list, first.indicator).at(-1);
  if (!first || !last || last === first || periodBreak(first.period, last.period)) return [];
  const before = new Map(weighty(first.ranking.rows).map(({ unit, value }) => [unit, value]));
  const moves = weighty(last.ranking.rows)
    .flatMap(({ unit, value }) => {
      const earlier = before.get(unit);
      return earlier === undefined ? [] : [{ unit: unitOf(unit), change: subtract(value, earlier) }];
    })
    .sort((a, b) => b.change - a.change);
  const apart = (some: typeof moves, beyond: (typeof moves)[number] | undefined) =>
    some.filter(({ change }) => change !== beyond?.change);
  const rose = apart(moves.slice(0, NAMED), moves[NAMED]).filter(({ change }) => change > 0);
  const fell = apart(moves.slice(-NAMED).reverse(), moves.at(-NAMED - 1)).filter(({ change }) => change < 0);
  if (rose.length === 0 && fell.length === 0) return [];
  const { indicator } = first;
  return [t.report.paper.movers({ from: first.period, to: last.period, indicator, rose, fell })];
}

/** Named of those that missed a target in every month; an appendix has the others. */
const MOST_NAMED = 10;

function shortLines(list: ReportList, unitOf: (id: string) => Unit, t: Context["t"]): readonly string[] {
  const latest = list.months.at(-1) ?? [];
  return latest.flatMap(({ indicator }) => {
    const views = viewsOf(list, indicator);
    const [target, ...others] = views.map(targetOf);
    const isOne = others.every(
      (one) => one?.value === target?.value && one?.comparison === target?.comparison,
    );
    if (!target || !isOne || views.length < 2) return [];
    const missed = views.map(
      ({ ranking }) =>
        new Set(weighty(ranking.rows).flatMap(({ unit, value }) => (meets(value, target) ? [] : [unit]))),
    );
    const [first = new Set<string>(), ...later] = missed;
    const always = [...first].filter((unit) => later.every((month) => month.has(unit))).map(unitOf);
    if (always.length === 0) return [];
    const units = always.slice(0, MOST_NAMED);
    return [
      t.report.paper.always({
        indicator,
        target,
        units,
        more: always.length - units.length,
      }),
    ];
  });
}

const targetOf = ({ targets, indicator }: RankingView) =>
  targets.find((one) => one.indicator === indicator.id);
