import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import {
  comparePeriods,
  type Period,
  type PeriodKind,
  periodKind,
  periodRange,
  previousPeriod,
} from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { evidenceOf } from "#services/results/evidence.ts";
import { holding } from "#services/results/holding.ts";
import { headsNaming, readList, type UnitList } from "#services/results/lists.ts";
import { missingOf, pickPeriod } from "#services/results/pick-period.ts";
import { type ListReader, rankList } from "#services/results/rank-list.ts";
import { usualRange } from "#services/results/usual-range.ts";
import {
  isMissing,
  type Missing,
  type Trend,
  type TrendPoint,
  type TrendView,
} from "#services/results/views.ts";
import { isUnfinished, periodBreak } from "#services/sheets/comparable.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import type { SheetHead } from "#services/sheets/sheets.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

export interface TrendQuestion {
  readonly unit: Unit;
  /** Where it ends; null = at the latest period stored. */
  readonly wish: PeriodWish | null;
  /** One line for each that is named: what the words may mean, best first; none = the total, else what is held. */
  readonly indicators: readonly (readonly Indicator[])[];
  readonly span: TrendSpan | null;
  /** Places are asked for as well. */
  readonly places: boolean;
}

/** "6 tháng gần đây", "12 kỳ". */
export interface TrendSpan {
  readonly count: number;
  /** null = of whatever kind the latest is. */
  readonly of: PeriodKind | null;
  /** Only those of the last one's year. */
  readonly ofOneYear?: true;
}

export interface TrendReader extends ListReader {
  readonly indicators: Indicators;
  readonly targetsOf: (unit: string, period: Period) => Promise<readonly Target[]>;
  readonly today: string;
}

/** How many periods a trend goes back where nothing is said. */
const USUAL_PERIODS = 12;

/** A unit's figures over periods of one kind, the missing ones among them. */
export async function trendView(reader: TrendReader, question: TrendQuestion): Promise<TrendView | Missing> {
  const { unit, wish, span } = question;
  const wished = question.indicators.flat();
  const all = headsNaming(await reader.sheets.heads(), unit.id);
  const heads = holding(all, wished);
  const latest: PeriodWish | null = span?.of ? { kind: "latest", of: span.of } : null;
  const asked = wish ?? latest;
  const picked = pickPeriod(heads, asked, reader.today);
  if (isMissing(picked))
    return missingOf(picked, { all, holding: heads, wish: asked, wished, today: reader.today });

  const periods = periodsTo(picked.period, heads, span);
  const moments = await Promise.all(periods.map((period) => momentOf(reader, unit, period, heads)));
  const targets = await reader.targetsOf(unit.id, picked.period);
  const lines = linesOf(question, moments, reader.indicators);
  const trends = await Promise.all(
    lines.map(async (indicator): Promise<Trend> => {
      const points = await pointsOf(reader, question, moments, indicator);
      const target = targets.find((one) => one.indicator === indicator.id) ?? null;
      return { indicator, points, target, usual: usualRange(sinceBreak(points)) };
    }),
  );
  const shown = new Set(lines.map(({ id }) => id));
  return {
    unit,
    period: picked.period,
    trends,
    evidence: [...moments].reverse().flatMap(({ list, own }) => {
      const figures = own.filter(({ indicator }) => shown.has(indicator));
      return list && figures.length > 0 ? [evidenceOf(list.sheets, figures)] : [];
    }),
  };
}

/** One period of the unit's: the list it stands in, and its own figures there; null = nothing is stored. */
interface Moment {
  readonly period: Period;
  readonly list: UnitList | null;
  readonly own: readonly Observation[];
}

async function momentOf(
  { sheets, units }: TrendReader,
  unit: Unit,
  period: Period,
  heads: readonly SheetHead[],
): Promise<Moment> {
  const scopes = heads.filter((head) => head.period === period).map(({ scope }) => scope);
  const scope = scopes.find((one) => one === unit.parent) ?? scopes[0];
  if (scope === undefined) return { period, list: null, own: [] };
  const kind = unit.kind === "department" ? "departments" : "areas";
  const list = await readList(sheets, units, { scope, period, kind });
  const own = list.sheets.flatMap(({ observations }) => observations).filter((one) => one.unit === unit.id);
  return { period, list, own };
}

/** The last so many periods of one kind, oldest first, beginning with one that is stored. */
function periodsTo(last: Period, heads: readonly SheetHead[], asked: TrendSpan | null): readonly Period[] {
  const { count = USUAL_PERIODS, ofOneYear = false } = asked ?? {};
  const stored = new Set(heads.map(({ period }) => period));
  const back = previousPeriod(last) === null ? storedBefore(last, stored) : before(last, count - 1);
  const isWanted = (period: Period): boolean => !ofOneYear || yearOf(period) === yearOf(last);
  const span = [last, ...back.slice(0, count - 1).filter(isWanted)];
  return span.slice(0, span.findLastIndex((period) => stored.has(period)) + 1).reverse();
}

const yearOf = (period: Period): string => periodRange(period).end.slice(0, 4);

function before(last: Period, count: number): readonly Period[] {
  const found: Period[] = [];
  for (let one = previousPeriod(last); one && found.length < count; one = previousPeriod(one))
    found.push(one);
  return found;
}

/** A cumulative period has none before it: those stored are a line all the same. Latest first. */
function storedBefore(last: Period, stored: ReadonlySet<Period>): readonly Period[] {
  const kind = periodKind(last);
  const earlier = [...stored].filter((one) => periodKind(one) === kind && comparePeriods(one, last) < 0);
  return earlier.sort(comparePeriods).reverse();
}

/** What is asked for of what is held; where nothing is asked for, the total, else all that is measured in points or per cent. */
function linesOf(
  { indicators }: TrendQuestion,
  moments: readonly Moment[],
  catalogue: Indicators,
): readonly Indicator[] {
  const held = new Set(moments.flatMap(({ own }) => own.map(({ indicator }) => indicator)));
  if (indicators.length > 0) return indicators.flatMap((meant) => meant.find(({ id }) => held.has(id)) ?? []);
  const usual = catalogue.all().filter(({ id, measure }) => held.has(id) && measure !== "count");
  return usual.some(({ id }) => id === TOTAL) ? usual.filter(({ id }) => id === TOTAL) : usual;
}

async function pointsOf(
  reader: TrendReader,
  { places }: TrendQuestion,
  moments: readonly Moment[],
  indicator: Indicator,
): Promise<readonly TrendPoint[]> {
  return Promise.all(
    moments.map(async ({ period, list, own }, i): Promise<TrendPoint> => {
      const observation = own.find((one) => one.indicator === indicator.id) ?? null;
      const earlier = moments[i - 1];
      return {
        period,
        value: observation?.value ?? null,
        place: places && list && observation ? await placeOf(reader, list, indicator, observation) : null,
        broken: earlier ? periodBreak(earlier.period, period) : null,
        unfinished: observation !== null && isUnfinished(period, observation),
      };
    }),
  );
}

/** As published, else among those of the list. */
async function placeOf(
  reader: TrendReader,
  list: UnitList,
  indicator: Indicator,
  { unit, rank, of }: Observation,
): Promise<TrendPoint["place"]> {
  if (rank !== null) return { rank, of };
  const { rows } = (await rankList(reader, list, indicator)).ranking;
  const row = rows.find((one) => one.unit === unit);
  return row && rows.length > 1 ? { rank: row.rank, of: rows.length } : null;
}

/** Values of whole periods that can be set against the last one. */
function sinceBreak(points: readonly TrendPoint[]): readonly number[] {
  const from = points.findLastIndex(({ broken }) => broken !== null);
  return points
    .slice(Math.max(0, from))
    .flatMap(({ value, unfinished }) => (value === null || unfinished ? [] : [value]));
}
