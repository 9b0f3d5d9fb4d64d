import { createIndicators } from "#services/indicators/indicators.ts";
import { type Period, toPeriod } from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import type { RankingQuestion } from "#services/results/ranking-view.ts";
import { createResults, type Results } from "#services/results/results.ts";
import type { RankingView, UnitView } from "#services/results/views.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import { createSqliteStore } from "#services/store/sqlite.ts";
import type { Target } from "#services/targets/target.ts";
import { createUnits } from "#services/units/create-units.ts";
import type { Unit } from "#services/units/unit.ts";

const TODAY = "2026-11-21";
export const units = createUnits();
const indicators = createIndicators();

export interface OpenResults {
  readonly sheets: Sheets;
  readonly results: Results;
  /** The ranking a question has; throws when it has none. */
  ranked(question: Partial<RankingQuestion> & Pick<RankingQuestion, "scope">): Promise<RankingView>;
  /** The view of a unit that has data; throws when it has none. */
  seen(unit: Unit, wish?: PeriodWish | null): Promise<UnitView>;
  close(): Promise<void>;
}

/** Results over an empty store in memory. */
export function openResults(targets: readonly Target[] = []): OpenResults {
  const store = createSqliteStore({ path: ":memory:" });
  const sheets = createSheets({ store });
  const results = createResults({
    sheets,
    units,
    indicators,
    targetsOf: async (unit) =>
      targets.filter(({ scope }) => [unit, ...units.ancestors(unit).map(({ id }) => id)].includes(scope)),
    today: () => TODAY,
  });
  return {
    sheets,
    results,
    async ranked(question) {
      const view = await results.ranking({ kind: "areas", period: null, indicators: [], ...question });
      if ("missing" in view) throw new Error(`missing ${view.missing}`);
      return view;
    },
    async seen(unit, wish = null) {
      const view = await results.unit(unit, wish);
      if ("missing" in view) throw new Error(`missing ${view.missing}`);
      return view;
    },
    close: () => store.close(),
  };
}

export function unitOf(id: string): Unit {
  const unit = units.get(id);
  if (!unit) throw new Error(`no unit ${id}`);
  return unit;
}

export function indicatorOf(id: string) {
  const indicator = indicators.get(id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return indicator;
}

/** A unit of a scope by its bare name. */
export function childOf(scope: string, name: string): Unit {
  const unit = units.children(scope).find((child) => child.name === name);
  if (!unit) throw new Error(`no ${name} in ${scope}`);
  return unit;
}

export const exactly = (period: Period | string): PeriodWish => ({ kind: "exact", period: toPeriod(period) });

/** Communes a province has today. */
export const communesOf = (province: string): readonly Unit[] =>
  units.children(province).filter(({ kind, validTo }) => kind === "commune" && validTo === null);
