import { TOTAL } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { addDays, isoDate } from "#services/periods/calendar.ts";
import { type Period, toPeriod } from "#services/periods/period.ts";
import { type DailyFalls, dailyFalls } from "#services/portal/daily-falls.ts";
import { labelOf } from "#services/portal/day-plan.ts";
import type { UnitFigures } from "#services/portal/day-set.ts";
import type { HeldFigures, HeldSet } from "#services/portal/held-figures.ts";
import type { KnownUnits } from "#services/portal/known-units.ts";
import { COUNTRY_PLACE, GROUP_CODES } from "#services/portal/questions.ts";
import { figureOf } from "#services/portal/unit-figure.ts";
import { isFew } from "#services/sheets/few-dossiers.ts";
import { subtract } from "#services/sheets/places.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** A figure of the running year as the portal showed it for a day; provisional. */
export interface DailyPoint {
  /** ISO. */
  readonly day: string;
  /** null = nothing is held of that day: a gap. */
  readonly value: number | null;
}

/** What changes of the newest day are set against. */
export type Since = "yesterday" | "week" | "month";

export interface DailyMove {
  readonly since: Since;
  /** The day before, the same day a week before, the last day of the month before; ISO. */
  readonly day: string;
  /** null = nothing is held of that day. */
  readonly change: number | null;
}

/** One figure of one unit, day by day until the newest day held. */
export interface DailySeries {
  readonly unit: Unit;
  /** The running year. */
  readonly period: Period;
  readonly points: readonly DailyPoint[];
  readonly moves: readonly DailyMove[];
  /** Dossiers received until the newest day; null = not known. */
  readonly received: number | null;
  /** ISO. */
  readonly fetchedAt: string;
}

export interface UnitMove {
  readonly unit: Unit;
  readonly value: number;
  readonly change: number;
}

/** Who gained and lost most among a scope's units since a day, most first. */
export interface DailyMovers {
  readonly since: Since;
  readonly day: string;
  readonly rose: readonly UnitMove[];
  readonly fell: readonly UnitMove[];
  /** Units compared. */
  readonly of: number;
}

export interface DailyOptions {
  readonly figures: HeldFigures;
  readonly known: KnownUnits;
  readonly units: Units;
  readonly indicators: Indicators;
  readonly province: () => Promise<Unit | null>;
  /** Today, ISO. */
  readonly today: () => string;
}

const MOVERS = 3;
const SINCE: readonly Since[] = ["yesterday", "week", "month"];

/** Daily observations of the running year: for watching only, never set beside published results. */
export function createDaily({ figures, known, units, indicators, province, today }: DailyOptions) {
  const period = (): Period => toPeriod(labelOf(today()).slice(0, 4));

  /** Where a unit's figures are; null = nowhere. */
  async function placeOf(unit: Unit): Promise<string | null> {
    if (unit.kind === "country") return COUNTRY_PLACE;
    const watched = await province();
    if (unit.id === watched?.id) return watched.codes.portal ?? null;
    if (unit.kind === "province") return COUNTRY_PLACE;
    return unit.parent !== null && unit.parent === watched?.id ? (watched.codes.portal ?? null) : null;
  }

  /** The code of a unit's row in the sets of a place; null = it is the place itself. */
  function codeOf(unit: Unit, place: string, newest: HeldSet): string | null {
    const scope = place === COUNTRY_PLACE ? COUNTRY_ID : units.byPortalCode(place)?.id;
    if (unit.id === scope) return null;
    const listed = newest.figures.units.find((row) => known.idOf(place, row) === unit.id);
    return unit.codes.portal ?? listed?.code ?? "";
  }

  async function earlierSets(place: string, newest: HeldSet) {
    return Promise.all(
      SINCE.map(async (since) => {
        const day = dayBefore(newest.label, since);
        return { since, day, set: await figures.get(place, { period: newest.period, label: day }) };
      }),
    );
  }

  return {
    /** The country, and the province that is watched. */
    async scopes(): Promise<readonly Unit[]> {
      const watched = await province();
      const country = units.get(COUNTRY_ID);
      return [country, watched].filter((scope) => scope !== undefined && scope !== null);
    },

    /** How units of a watched scope fell from taking to taking; null = it is not watched, or nothing is held. */
    async falls(
      scope: Unit,
      { indicator, by, times }: { readonly indicator: string; readonly by: number; readonly times: number },
    ): Promise<DailyFalls | null> {
      const place = scope.kind === "country" ? COUNTRY_PLACE : (scope.codes.portal ?? null);
      const isWatched = (await this.scopes()).some(({ id }) => id === scope.id);
      if (place === null || !isWatched) return null;
      const question = { place, period: period(), indicator, by, most: times };
      return dailyFalls(question, { figures, known, indicators });
    },

    /** Total and groups: what is held day by day. */
    isDaily: (indicator: string): boolean =>
      indicator === TOTAL || GROUP_CODES.some((code) => indicators.byPortalCode(code)?.id === indicator),

    /** The last `days` until the newest day held; null = nothing of the unit is held. */
    async series(unit: Unit, indicator: string, days: number): Promise<DailySeries | null> {
      const place = await placeOf(unit);
      if (place === null) return null;
      const [newest] = await figures.latest(place, period());
      if (!newest) return null;
      const from = addDays(newest.label, 1 - days);
      const code = codeOf(unit, place, newest);
      const rows = await figures.rows(place, newest.period, code, { from, limit: days });
      const byDay = new Map(rows.map(({ label, row }) => [label, figureOf(row, indicator, indicators)]));
      const last = byDay.get(newest.label) ?? null;
      if (last === null) return null;
      const moves = (await earlierSets(place, newest)).map(({ since, day, set }): DailyMove => {
        const before = set && figureOf(rowIn(set, code), indicator, indicators);
        return { since, day, change: before === null ? null : subtract(last, before) };
      });
      const first = rows.at(-1)?.label ?? newest.label;
      return {
        ...{ unit, period: newest.period, moves, fetchedAt: newest.fetchedAt },
        points: daysFrom(first, newest.label).map((day) => ({ day, value: byDay.get(day) ?? null })),
        received: rowIn(newest, code)?.received ?? null,
      };
    },

    /** Of a scope's provinces or communes; a day that is not held gives no list. */
    async movers(scope: Unit, indicator: string): Promise<readonly DailyMovers[]> {
      const place = scope.kind === "country" ? COUNTRY_PLACE : (scope.codes.portal ?? "");
      const [newest] = await figures.latest(place, period());
      if (!newest) return [];
      const earlier = await earlierSets(place, newest);
      return earlier.flatMap(({ since, day, set }): readonly DailyMovers[] => {
        if (!set) return [];
        const before = new Map(
          set.figures.units.map((row) => [row.code, figureOf(row, indicator, indicators)]),
        );
        const moved = newest.figures.units.flatMap((row): readonly UnitMove[] => {
          const unit = units.get(known.idOf(place, row) ?? "");
          const [value, old] = [figureOf(row, indicator, indicators), before.get(row.code) ?? null];
          const isLike = unit?.kind === "commune" || unit?.kind === "province";
          if (!unit || !isLike || isFew(row.received) || value === null || old === null) return [];
          return [{ unit, value, change: subtract(value, old) }];
        });
        const sorted = moved.toSorted((a, b) => b.change - a.change);
        const rose = sorted.filter(({ change }) => change > 0).slice(0, MOVERS);
        const fell = sorted
          .filter(({ change }) => change < 0)
          .reverse()
          .slice(0, MOVERS);
        return [{ since, day, rose, fell, of: moved.length }];
      });
    },
  };
}

const rowIn = ({ figures: { own, units } }: HeldSet, code: string | null): UnitFigures | null =>
  code === null ? own : (units.find((row) => row.code === code) ?? null);

function dayBefore(day: string, since: Since): string {
  if (since === "yesterday") return addDays(day, -1);
  if (since === "week") return addDays(day, -7);
  const [year = 0, month = 1] = day.split("-").map(Number);
  return isoDate(year, month, 0);
}

function daysFrom(first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
