import { NAMED, unitLookup } from "#commands/parts/phrases.ts";
import { endsLines, fewLine, type Line, rowsToName } from "#commands/parts/ranking-lines.ts";
import type { Catalog } from "#locales/catalog.ts";
import { type MapFacts, shadedRows, shadingOf } from "#services/charts/map-spec.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import { lines } from "#services/reply/text.ts";
import { weighty } from "#services/sheets/few-dossiers.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";
import { meets } from "#services/targets/target.ts";
import type { Units } from "#services/units/units.ts";

/** Units without a figure that are named. */
const NAMED_GREY = 6;

/** What of a list the words and the picture both tell. */
export type Told = Pick<MapFacts, "first" | "last" | "notes">;

/** Who is named on a map, as in its words; ties that reach further are said in words alone. */
export function toldOf(
  facts: Omit<MapFacts, keyof Told>,
  units: Units,
  t: Catalog,
): Told & { readonly said: readonly Line[] } {
  const said = facts.shade === "moved" ? moverLines(facts, units, t) : rankLines(facts, units, t);
  return { ...said, notes: [...said.notes, ...gaps(facts, units, t)] };
}

type Said = Told & { readonly said: readonly Line[] };

function rankLines({ view }: Pick<MapFacts, "view">, units: Units, t: Catalog): Said {
  const rows = rowsToName(view);
  const ends = endsLines({ view, unitOf: unitLookup(units), t });
  if (rows.length <= NAMED * 2) return { first: rows, last: [], said: ends, notes: [] };
  const [leaders, laggards] = [rows.slice(0, NAMED), rows.slice(-NAMED)];
  const peersOf = (edge: RankedUnit | undefined): readonly RankedUnit[] =>
    rows.filter(({ rank }) => rank === edge?.rank);
  const isCounted = (named: readonly RankedUnit[]): boolean => peersOf(named[0]).length > NAMED;
  const isCut = (named: readonly RankedUnit[], edge: RankedUnit | undefined): boolean =>
    peersOf(edge).some((row) => !named.includes(row));
  const [led = "", lagged = ""] = lines(...ends).text.split("\n");
  const worst = laggards.toReversed();
  return {
    first: isCounted(leaders) ? [] : leaders,
    last: isCounted(worst) ? [] : laggards,
    said: ends,
    notes: [
      ...(isCut(leaders, leaders.at(-1)) ? [led] : []),
      ...(isCut(laggards, laggards[0]) ? [lagged] : []),
    ],
  };
}

/** Who gained and who lost the most places. */
function moverLines(facts: Omit<MapFacts, keyof Told>, units: Units, t: Catalog): Said {
  const rows = shadedRows(facts);
  const moved = ({ moved: places }: RankedUnit): number => places ?? 0;
  const gained = weighty(rows)
    .filter((row) => moved(row) > 0)
    .sort((a, b) => moved(b) - moved(a));
  const lost = weighty(rows)
    .filter((row) => moved(row) < 0)
    .sort((a, b) => moved(a) - moved(b));
  const unitOf = unitLookup(units);
  const name = (row: RankedUnit): string =>
    t.map.chart.label({
      row,
      name: t.map.chart.unit(unitOf(row.unit)),
      indicator: facts.view.indicator,
      shade: "moved",
    });
  const more = (all: readonly RankedUnit[]): number =>
    all.slice(NAMED).filter((row) => moved(row) === moved(all[NAMED - 1] ?? row)).length;
  const lineOf = (all: readonly RankedUnit[], way: "rose" | "fell"): string | null =>
    all.length === 0 ? null : t.map.movers({ way, names: all.slice(0, NAMED).map(name), more: more(all) });
  const [rose, fell] = [lineOf(gained, "rose"), lineOf(lost, "fell")];
  const counts = t.map.moves({
    rose: gained.length,
    fell: lost.length,
    same: rows.length - gained.length - lost.length,
    against: facts.against,
  });
  return {
    first: gained.slice(0, NAMED),
    last: lost.slice(0, NAMED),
    said: [rose, fell, counts],
    notes: [more(gained) > 0 ? rose : null, more(lost) > 0 ? fell : null, counts].filter(
      (line) => line !== null,
    ),
  };
}

/** What each colour stands for, and how many have it. */
export function legendLines(facts: MapFacts, t: Catalog): readonly Line[] {
  const { view, shade } = facts;
  const { indicator, target } = view;
  const steps = shadingOf(facts).steps.map(({ from, to, count, color }) => ({
    range: t.map.chart.range({ from, to, indicator, shade, met: color > 0 }),
    count: t.map.chart.count(count),
  }));
  const rows = shadedRows(facts);
  const met = target ? rows.filter(({ value }) => meets(value, target)).length : 0;
  return [
    shade === "target" && target ? t.map.met({ target, indicator, met, of: rows.length }) : null,
    steps.length === 0
      ? null
      : t.map.steps({ legend: t.map.chart.legend({ indicator, shade, target }), steps }),
  ];
}

/** Whom the map does not colour, and whom it does not hold. */
function gaps(
  facts: Pick<MapFacts, "view" | "areas" | "shade">,
  units: Units,
  t: Catalog,
): readonly string[] {
  const { view, areas, shade } = facts;
  const { ranking, indicator } = view;
  const colored = new Set(shadedRows(facts).map(({ unit }) => unit));
  const grey = areas.filter(({ id }) => !colored.has(id));
  const drawn = new Set(areas.map(({ id }) => id));
  const absent = ranking.rows.filter(({ unit }) => !drawn.has(unit));
  const unitOf = unitLookup(units);
  const lacksTotal = ![indicator, ...view.indicators].some(({ id }) => id === TOTAL);
  const names = (list: readonly string[]): string[] => list.slice(0, NAMED_GREY);
  return [
    grey.length === 0
      ? null
      : t.map.grey({ count: grey.length, of: areas.length, names: names(grey.map(t.map.chart.unit)), shade }),
    absent.length === 0
      ? null
      : t.map.absent({
          count: absent.length,
          names: names(absent.map(({ unit }) => t.map.chart.unit(unitOf(unit)))),
        }),
    lacksTotal && shade !== "target" ? t.rank.withoutTotal(indicator) : null,
    ranking.published
      ? t.rank.published(
          ranking.rows.length,
          Math.max(...ranking.rows.map(({ observation }) => observation.of ?? 0)),
        )
      : null,
    fewLine(view.ranking.rows, unitOf, t),
  ].filter((line) => line !== null);
}
