import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { latestPeriod } from "#services/periods/choose.ts";
import { comparePeriods, type Period, previousPeriod } from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { evidenceOf } from "#services/results/evidence.ts";
import { holding } from "#services/results/holding.ts";
import { headsNaming, readList } from "#services/results/lists.ts";
import { missingOf, pickPeriod } from "#services/results/pick-period.ts";
import { type ListReader, rankList } from "#services/results/rank-list.ts";
import { isMissing, type Missing, type UnitFigure, type UnitView } from "#services/results/views.ts";
import { periodBreak } from "#services/sheets/comparable.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import type { SheetHead, Sheets } from "#services/sheets/sheets.ts";
import { meets, type Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** How many periods a trend goes back. */
const TREND_PERIODS = 12;

export interface UnitReader extends ListReader {
  readonly indicators: Indicators;
  readonly targetsOf: (unit: string, period: Period) => Promise<readonly Target[]>;
  readonly today: string;
}

/** Everything stored of one unit in one period. */
export async function unitView(
  reader: UnitReader,
  unit: Unit,
  wish: PeriodWish | null,
  wished: readonly Indicator[] = [],
): Promise<UnitView | Missing> {
  const { sheets, units, indicators } = reader;
  const all = headsNaming(await sheets.heads(), unit.id);
  const heads = holding(all, wished);
  const picked = pickPeriod(heads, wish, reader.today);
  if (isMissing(picked)) return missingOf(picked, { all, holding: heads, wish, wished, today: reader.today });

  const { period, neighbours } = picked;
  const parent = listerOf(unit, period, heads, units);
  const kind = unit.kind === "department" ? "departments" : "areas";
  const list = await readList(sheets, units, { scope: parent.id, period, kind });
  const own = list.sheets.flatMap(({ observations }) => observations).filter((o) => o.unit === unit.id);
  const targets = await reader.targetsOf(unit.id, period);
  const figures = figuresOf(own, indicators, targets);
  const ranked = await Promise.all(
    figures.map(async ({ indicator }) => [indicator.id, await rankList(reader, list, indicator)] as const),
  );
  return {
    unit,
    parent,
    period,
    figures,
    rankings: new Map(ranked.map(([id, { ranking }]) => [id, ranking])),
    lacking: wish === null && heads !== all ? laterThan(period, all) : null,
    before: previousPeriod(period),
    trend: await trendOf(
      sheets,
      unit,
      period,
      heads.filter(({ scope }) => scope === parent.id),
    ),
    evidence: evidenceOf(list.sheets, own),
    neighbours,
  };
}

function laterThan(period: Period, heads: readonly SheetHead[]): Period | null {
  const latest = latestPeriod(heads);
  return latest && comparePeriods(latest, period) > 0 ? latest : null;
}

/** Whose sheet of the period lists the unit: its parent's, else another's, as a district's before the merger. */
function listerOf(unit: Unit, period: Period, heads: readonly SheetHead[], units: Units): Unit {
  const scopes = heads.filter((head) => head.period === period).map(({ scope }) => scope);
  const scope = scopes.find((one) => one === unit.parent) ?? scopes[0];
  const lister = units.get(scope ?? "");
  if (!lister) throw new RangeError(`no unit ${scope} that lists ${unit.id}`);
  return lister;
}

function figuresOf(
  own: readonly Observation[],
  indicators: Indicators,
  targets: readonly Target[],
): readonly UnitFigure[] {
  return indicators.all().flatMap((indicator) => {
    const observation = own.find((o) => o.indicator === indicator.id);
    return observation ? [figureOf(indicator, observation, targets)] : [];
  });
}

function figureOf(indicator: Indicator, observation: Observation, targets: readonly Target[]): UnitFigure {
  const target = targets.find((one) => one.indicator === indicator.id) ?? null;
  const meetsTarget = target && observation.value !== null ? meets(observation.value, target) : null;
  return { indicator, observation, target, meetsTarget };
}

/** Totals of this period and of comparable ones before it, out of one scope's sheets. */
async function trendOf(
  sheets: Sheets,
  unit: Unit,
  period: Period,
  heads: readonly SheetHead[],
): Promise<UnitView["trend"]> {
  const wanted = new Set<Period>([period]);
  let earlier = previousPeriod(period);
  while (earlier && wanted.size < TREND_PERIODS && !periodBreak(earlier, period)) {
    wanted.add(earlier);
    earlier = previousPeriod(earlier);
  }
  const held = heads.filter((head) => wanted.has(head.period));
  held.sort((a, b) => comparePeriods(a.period, b.period));
  const points = await Promise.all(
    held.map(async (head) => {
      const sheet = await sheets.version(head.scope, head.period, head.version);
      const total = sheet?.observations.find((o) => o.unit === unit.id && o.indicator === TOTAL);
      return typeof total?.value === "number" ? [{ period: head.period, value: total.value }] : [];
    }),
  );
  return points.flat();
}
