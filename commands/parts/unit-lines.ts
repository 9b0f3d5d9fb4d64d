import { bandOf } from "#commands/parts/phrases.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Measure } from "#services/indicators/indicator.ts";
import { bold, type TextPart, text } from "#services/reply/text.ts";
import type { UnitFigure, UnitView } from "#services/results/views.ts";
import type { Comparison } from "#services/sheets/earlier-list.ts";
import { subtract } from "#services/sheets/places.ts";
import { capital } from "#services/text/capital.ts";

/** One line a figure: value, place, change, target. */
export function figureLine(figure: UnitFigure, view: UnitView, t: Catalog): TextPart {
  const { indicator, observation } = figure;
  const facts = [placeOf(figure, view, t), changeText(figure, view, t), targetText(figure, t)].filter(
    (fact) => fact !== null,
  );
  const name = capital(t.figures.indicator(indicator));
  if (observation.value === null) return text`${name}: ${facts.join(" · ")}`;
  const countOf = observation.rank === null ? observation.of : null;
  const value =
    countOf === null
      ? t.figures.valueOfMax(observation.value, indicator)
      : t.unit.outOf(t.figures.number(observation.value), t.figures.value(countOf, indicator));
  const head = t.unit.total({ value, band: bandOf(observation.value, indicator, t) });
  return text`${name}: ${bold(head)}${facts.map((fact) => ` · ${fact}`).join("")}`;
}

/** Groups that lose the most points, worst first; null when the unit has no groups. */
export function lostLine(view: UnitView, t: Catalog): TextPart | null {
  const lost = view.figures
    .filter(({ indicator }) => indicator.group === indicator.id)
    .flatMap(({ indicator, observation }) =>
      observation.value === null || indicator.max === null
        ? []
        : [{ indicator, points: subtract(indicator.max, observation.value) }],
    )
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, LOST_GROUPS);
  if (lost.length < LOST_GROUPS) return null;
  const items = lost.map(({ indicator, points }) =>
    t.unit.lostItem(t.figures.indicatorShort(indicator), t.figures.number(points, 2)),
  );
  return t.unit.lost(items.join(" · "));
}

/** The total over the stored periods; null when there is nothing to set this one against. */
export function trendLine(view: UnitView, t: Catalog): TextPart | null {
  if (view.trend.length < 2) return null;
  const points = view.trend.map(({ period, value }) =>
    t.unit.trendPoint(t.periods.short(period), t.figures.number(value, 2)),
  );
  return t.unit.trend(points.join(" → "));
}

const LOST_GROUPS = 3;

/** Counts follow the size of a unit: ours are not ranked, a publisher's rank is shown. */
const RANKED: ReadonlySet<Measure> = new Set(["points", "rate"]);

/** Our rank where the list is held, else the publisher's. */
export function placeOf({ indicator, observation }: UnitFigure, view: UnitView, t: Catalog): string | null {
  if (observation.rank !== null) return t.unit.publishedRank(observation.rank, observation.of);
  const ranking = view.rankings.get(indicator.id);
  const row = ranking?.rows.find(({ unit }) => unit === view.unit.id);
  if (ranking?.idle.includes(view.unit.id)) return t.unit.idle;
  if (!ranking || !row || ranking.rows.length < 2 || !RANKED.has(indicator.measure)) return null;
  if (row.few !== null) return t.unit.few(row.few);
  return t.unit.rank(row.rank, ranking.rows.length, row.tied);
}

/** Against the period before, with the places gained or lost where these are ranked. */
function changeText({ indicator, observation }: UnitFigure, view: UnitView, t: Catalog): string | null {
  const ranking = view.rankings.get(indicator.id);
  const row = ranking?.rows.find(({ unit }) => unit === view.unit.id);
  if (!ranking || !row || row.change === null) return null;
  const isRanked = RANKED.has(indicator.measure) && observation.rank === null && row.moved !== null;
  return t.unit.change({
    amount: row.change,
    indicator,
    moved: isRanked && row.moved !== 0 ? t.figures.moved(row.moved) : null,
    published: row.publishedChange,
    against: t.evidence.against(view.before, isRanked ? ranking.comparison : VALUES_ALONE),
  });
}

/** No places are compared. */
const VALUES_ALONE: Comparison = { kind: "sheet", over: null };

function targetText({ indicator, observation, target, meetsTarget }: UnitFigure, t: Catalog): string | null {
  if (!target) return null;
  const gap =
    meetsTarget === false && observation.value !== null
      ? Math.abs(subtract(target.value, observation.value))
      : 0;
  return t.unit.target({
    comparison: target.comparison,
    value: t.figures.value(target.value, indicator),
    met: meetsTarget,
    gap: gap > 0 ? t.figures.apart(gap, indicator) : null,
  });
}
