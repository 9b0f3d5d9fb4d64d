import { placeOf } from "#commands/parts/unit-lines.ts";
import type { Catalog } from "#locales/catalog.ts";
import { sideNames } from "#services/charts/comparison-spec.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import { bold, concat, join, type TextPart, text } from "#services/reply/text.ts";
import type { ComparedRow, ComparisonView } from "#services/results/views.ts";
import { better, subtract } from "#services/sheets/places.ts";

/** How often each side is the best, or one of the best; null where nothing can be told apart. */
export function betterLine(view: ComparisonView, t: Catalog): TextPart | null {
  const names = sideNames(view.sides, t.comparison.chart);
  const told = view.rows.filter(({ best }) => best !== null);
  if (told.length === 0) return null;
  const counts = names.map((_, i) => told.filter(({ best }) => best?.includes(i)).length);
  if (counts.every((count) => count === 0)) return t.comparison.noneBetter;
  return t.comparison.better({
    counts: names.map((name, i) => ({ name, count: counts[i] ?? 0 })),
    alike: told.filter(({ best }) => best?.length === 0).length,
    of: told.length,
  });
}

/** Why no side is called better. */
export function whyNoneLine({ broken, sides }: ComparisonView, t: Catalog): string | null {
  if (broken === null) return unlikeLine(sides, t);
  const [first] = sides;
  return broken === "other-kind"
    ? t.comparison.otherKind
    : t.comparison.broken(t.evidence.incomparable(broken, first?.period ?? null));
}

/** A commune and a province are measured alike, but not ranked with each other. */
function unlikeLine(sides: ComparisonView["sides"], t: Catalog): string | null {
  return new Set(sides.map(({ unit }) => unit.kind)).size > 1 ? t.comparison.unlike : null;
}

/** One indicator: the sides from the best to the worst; of one unit its periods in their order. */
export function rowLine(row: ComparedRow, view: ComparisonView, t: Catalog): TextPart {
  const name = t.comparison.row(row.indicator);
  const isOfPeriods = new Set(view.sides.map(({ unit }) => unit)).size === 1;
  return text`${name}: ${isOfPeriods ? overTime(row, view, t) : besideEachOther(row, view, t)}`;
}

function besideEachOther(row: ComparedRow, view: ComparisonView, t: Catalog): TextPart {
  const { indicator, values, best } = row;
  const order = values
    .map((value, side) => ({ value, side }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return best === null ? 0 : better(b.value, a.value, indicator.direction);
    });
  const names = sideNames(view.sides, t.comparison.chart);
  const held = order.filter(({ side }) => row.figures[side]);
  const without = order.flatMap(({ side }) => (row.figures[side] ? [] : [names[side] ?? ""]));
  const gap = gapOf(row);
  return concat(
    join(
      held.map(({ side }) => figureOf(row, side, view, t)),
      " · ",
    ),
    gap === null ? "" : t.comparison.gap(t.figures.apart(gap, indicator)),
    without.length > 0 ? t.comparison.without(without) : "",
  );
}

function overTime(row: ComparedRow, view: ComparisonView, t: Catalog): TextPart {
  const said = row.values.map((_, side) => figureOf(row, side, view, t));
  const [from, to] = [row.values[0], row.values.at(-1)];
  const isOpen = from === null || to === null || from === undefined || to === undefined;
  const change = isOpen || view.broken !== null || isUndecided(row) ? null : subtract(to, from);
  return concat(
    join(said, " → "),
    change === null ? "" : t.comparison.changed(t.figures.went(change, row.indicator)),
  );
}

/** Two periods of which one is not over. */
const isUndecided = ({ best, indicator }: ComparedRow): boolean =>
  best === null && indicator.direction !== "neutral";

function figureOf(row: ComparedRow, side: number, view: ComparisonView, t: Catalog): TextPart {
  const name = sideNames(view.sides, t.comparison.chart)[side] ?? "";
  const [figure, value, shown] = [row.figures[side], row.values[side] ?? null, view.sides[side]];
  if (!figure || !shown) return t.comparison.nothing(name);
  if (value === null) return t.comparison.idle(name);
  const words = t.comparison.figure({
    name,
    value: t.comparison.value(value, row.indicator),
    place: row.indicator.id === TOTAL ? placeOf(figure, shown, t) : null,
  });
  return row.best?.includes(side) ? bold(words) : words;
}

/** How far two sides are apart; null of more. */
export function gapOf({ values, best }: ComparedRow): number | null {
  const [one, other, ...more] = values;
  if (more.length > 0 || best === null || one === null || other === null) return null;
  return one === undefined || other === undefined || one === other ? null : Math.abs(subtract(one, other));
}
