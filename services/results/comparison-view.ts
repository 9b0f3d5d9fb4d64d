import type { Indicator } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import {
  comparePeriods,
  type Period,
  periodKind,
  periodOrNull,
  previousPeriod,
} from "#services/periods/period.ts";
import { type PeriodWish, wishInYear } from "#services/periods/wish.ts";
import { joinEvidence } from "#services/results/evidence.ts";
import { holding } from "#services/results/holding.ts";
import { headsNaming } from "#services/results/lists.ts";
import { pickPeriod } from "#services/results/pick-period.ts";
import { type UnitReader, unitView } from "#services/results/unit-view.ts";
import {
  type ComparedRow,
  type ComparisonView,
  isFound,
  isMissing,
  type Missing,
  type UnitFigure,
  type UnitView,
} from "#services/results/views.ts";
import { isUnfinished, periodBreak } from "#services/sheets/comparable.ts";
import { better } from "#services/sheets/places.ts";
import type { SheetHead } from "#services/sheets/sheets.ts";
import type { Unit } from "#services/units/unit.ts";

export interface ComparisonQuestion {
  /** At least one. */
  readonly units: readonly Unit[];
  /** null among them = the latest that all units have; none = that one alone. */
  readonly periods: readonly (PeriodWish | null)[];
  /** Beside the first period: the one right before it, or the same of the year before. */
  readonly against: "previous" | "year" | null;
  /** One entry for each that is named: what the words may mean, best first; none = all that is held. */
  readonly indicators: readonly (readonly Indicator[])[];
}

/** A side of which nothing is stored that was asked for, so that fewer than two are left. */
export interface MissingSide {
  readonly unit: Unit;
  readonly missing: Missing;
  /** The other periods asked for, of which there are figures. */
  readonly held: readonly Period[];
}

/** Units beside each other in one period, one unit in several, or both. */
export async function comparisonView(
  reader: UnitReader,
  question: ComparisonQuestion,
): Promise<ComparisonView | MissingSide | { readonly common: "none" }> {
  const wished = question.indicators.flat();
  const all = await reader.sheets.heads();
  const heads = question.units.map(({ id }) => holding(headsNaming(all, id), wished));
  const periods = periodsOf(question, heads, reader.today);
  if (periods === null) return { common: "none" };
  if ("missing" in periods) return periods;
  const places = question.units.flatMap((unit) => periods.map((period) => ({ unit, period })));
  const found = await Promise.all(
    places.map(async ({ unit, period }): Promise<UnitView | Missing> => {
      const view = await unitView(reader, unit, { kind: "exact", period }, wished);
      const isOther = !isMissing(view) && view.period !== period;
      return isOther ? { missing: "period", wished: period, available: [view.period] } : view;
    }),
  );
  const sides = found.filter(isFound);
  if (sides.length < 2) {
    const at = found.findIndex(isMissing);
    const [place, missing] = [places[at], found[at]];
    if (place && missing && isMissing(missing))
      return missingSide(
        place.unit,
        missing,
        sides.map(({ period }) => period),
        question,
      );
  }
  const broken = brokenBetween(periods);
  return {
    sides,
    lacking: places.filter((_, i) => isMissing(found[i] ?? {})),
    broken,
    ...rowsOf(sides, question.indicators, reader.indicators, broken !== null),
    evidence: joinEvidence(sides.map(({ evidence }) => evidence)),
  };
}

/** In the order of time; null = the units have no period in common. */
function periodsOf(
  question: ComparisonQuestion,
  heads: readonly (readonly SheetHead[])[],
  today: string,
): readonly Period[] | MissingSide | null {
  const { units, periods, against } = question;
  const [first] = units;
  if (!first) throw new RangeError("nothing to compare");
  const common = commonOf(heads);
  const found = new Set<Period>();
  const lost: { readonly wish: PeriodWish | null; readonly missing: Missing }[] = [];
  for (const wish of inOneYear(periods.length > 0 ? periods : [null])) {
    const among = wish === null ? common : heads.flat();
    const picked = pickPeriod(among, wish, today);
    if (!isMissing(picked)) found.add(picked.period);
    else if (wish === null && heads.every((some) => some.length > 0)) return null;
    else lost.push({ wish, missing: picked });
  }
  const [named] = found;
  if (lost[0]) return missingSide(first, wishedBeside(lost[0], named), [...found], question);
  const beside = named && against && besideOf(named, against);
  if (beside) found.add(beside);
  return [...found].sort(comparePeriods);
}

/** Without a year, the one of the period it was to be set against is meant. */
function wishedBeside(
  { wish, missing }: { readonly wish: PeriodWish | null; readonly missing: Missing },
  beside: Period | undefined,
): Missing {
  const wished = wish && beside ? wishInYear(wish, Number(beside.slice(0, 4))) : null;
  return wished ? { ...missing, wished } : missing;
}

/** Of one unit alone, what it is to be set against is not offered beside itself. */
function missingSide(
  unit: Unit,
  missing: Missing,
  held: readonly Period[],
  { units }: ComparisonQuestion,
): MissingSide {
  const available = missing.available.filter((period) => units.length > 1 || !held.includes(period));
  return { unit, missing: { ...missing, available }, held: [...new Set(held)] };
}

/** Heads of the periods that every unit has figures of. */
function commonOf(heads: readonly (readonly SheetHead[])[]): readonly SheetHead[] {
  const held = heads.map((some) => new Set(some.map(({ period }) => period)));
  return heads.flat().filter(({ period }) => held.every((periods) => periods.has(period)));
}

const besideOf = (period: Period, against: "previous" | "year"): Period | null =>
  against === "previous" ? previousPeriod(period) : yearBefore(period);

/** Weeks of two years do not correspond. */
function yearBefore(period: Period): Period | null {
  if (periodKind(period) === "week") return null;
  return periodOrNull(period.replace(/\d{4}/gu, (year) => String(Number(year) - 1)));
}

/** "tháng 7 với tháng 8/2024": what is said of one holds for the others. */
function inOneYear(wishes: readonly (PeriodWish | null)[]): readonly (PeriodWish | null)[] {
  const named = wishes.find((wish) => wish?.kind === "exact");
  const year = named?.kind === "exact" ? Number(named.period.slice(0, 4)) : null;
  return wishes.map((wish) => {
    const period = wish && year !== null && wish.kind !== "exact" ? wishInYear(wish, year) : null;
    return period ? { kind: "exact", period } : wish;
  });
}

function brokenBetween(periods: readonly Period[]): ComparisonView["broken"] {
  if (new Set(periods.map(periodKind)).size > 1) return "other-kind";
  const [first, last] = [periods[0], periods.at(-1)];
  return first && last && first !== last ? periodBreak(first, last) : null;
}

/** What is asked for, else all that two sides or more hold; `alone`: what only one of them has. */
function rowsOf(
  sides: readonly UnitView[],
  asked: ComparisonQuestion["indicators"],
  catalogue: Indicators,
  isBroken: boolean,
): Pick<ComparisonView, "rows" | "alone" | "lost"> {
  const heldBy = (id: string): number => sides.filter((side) => figureOf(side, id) !== null).length;
  const found = asked.map((meant) =>
    meant.reduce<Indicator | null>(
      (best, one) => (heldBy(one.id) > heldBy(best?.id ?? "") ? one : best),
      null,
    ),
  );
  const wanted = asked.length > 0 ? catalogue.all().filter((one) => found.includes(one)) : catalogue.all();
  return {
    rows: wanted.filter(({ id }) => heldBy(id) > 1).map((one) => rowOf(sides, one, isBroken)),
    alone: wanted.filter(({ id }) => heldBy(id) === 1),
    lost: asked.flatMap(([first], i) => (first && !found[i] ? [first] : [])),
  };
}

function rowOf(sides: readonly UnitView[], indicator: Indicator, isBroken: boolean): ComparedRow {
  const figures = sides.map((side) => figureOf(side, indicator.id));
  const values = figures.map((figure, i) =>
    figure && !isIdle(sides[i], indicator) ? figure.observation.value : null,
  );
  const periods = new Set(sides.map(({ period }) => period));
  const isOpen = figures.some((figure, i) => {
    const side = sides[i];
    return figure && side && isUnfinished(side.period, figure.observation);
  });
  const isApart = isBroken || (periods.size > 1 && isOpen);
  return {
    indicator,
    figures,
    values,
    best: isApart ? null : bestOf(weightyOf(values, sides, indicator), indicator),
  };
}

/** Without those that rest on a few dossiers: of them none is better. */
function weightyOf(
  values: readonly (number | null)[],
  sides: readonly UnitView[],
  { id }: Indicator,
): readonly (number | null)[] {
  const isFew = (side: UnitView | undefined): boolean =>
    side?.rankings.get(id)?.rows.some(({ unit, few }) => unit === side.unit.id && few !== null) ?? false;
  return values.map((value, i) => (isFew(sides[i]) ? null : value));
}

/** The sides with the best value; none where all are alike, null where there is no better one. */
function bestOf(values: readonly (number | null)[], { direction }: Indicator): readonly number[] | null {
  const held = values.filter((value) => value !== null);
  if (direction === "neutral" || held.length < 2) return null;
  const best = held.reduce((one, other) => (better(other, one, direction) > 0 ? other : one));
  if (held.every((value) => value === best)) return [];
  return values.flatMap((value, i) => (value === best ? [i] : []));
}

function figureOf({ figures }: UnitView, id: string): UnitFigure | null {
  return (
    figures.find(({ indicator, observation }) => indicator.id === id && observation.value !== null) ?? null
  );
}

/** It received nothing: its rates and scores are no results. */
const isIdle = (side: UnitView | undefined, { id }: Indicator): boolean =>
  side?.rankings.get(id)?.idle.includes(side.unit.id) ?? false;
