import type { Indicator } from "#services/indicators/indicator.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import type { ListKind } from "#services/results/lists.ts";
import type { Results } from "#services/results/results.ts";
import {
  isFound,
  isMissing,
  type Missing,
  type MissingIndicator,
  type RankingView,
} from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** One list of a scope in one period, ranked on each indicator that it has; the list's own first. */
export interface MonthList {
  readonly kind: ListKind;
  readonly views: readonly [RankingView, ...RankingView[]];
}

/** In the order of the list, those without figures last. */
export function listedUnits(
  { views: [{ ranking }] }: MonthList,
  unitOf: (id: string) => Unit,
): readonly Unit[] {
  const { rows, idle, missing } = ranking;
  return [...rows.map(({ unit }) => unit), ...idle, ...missing].map(unitOf);
}

/** Every list of a scope in one period, of its areas first, or what is missing. */
export async function readMonth(
  results: Results,
  { scope, wish }: { readonly scope: Unit; readonly wish: PeriodWish | null },
): Promise<readonly [MonthList, ...MonthList[]] | Missing | MissingIndicator> {
  const areas = await readList(results, { scope, wish, kind: "areas" });
  if (!isMissing(areas)) return [areas, ...(await othersBeside(results, areas))];
  const departments = await readList(results, { scope, wish, kind: "departments" });
  return isMissing(departments) ? areas : [departments];
}

async function othersBeside(results: Results, { views: [first] }: MonthList): Promise<readonly MonthList[]> {
  const { scope, period, otherKinds } = first;
  const others = await Promise.all(
    otherKinds
      .filter((kind) => kind !== "communes")
      .map((kind) => readList(results, { scope, wish: { kind: "exact", period }, kind })),
  );
  return others.filter(isFound);
}

interface ListQuestion {
  readonly scope: Unit;
  readonly wish: PeriodWish | null;
  readonly kind: ListKind;
}

async function readList(
  results: Results,
  { scope, wish, kind }: ListQuestion,
): Promise<MonthList | Missing | MissingIndicator> {
  const ranked = (indicators: readonly Indicator[], period: PeriodWish | null) =>
    results.ranking({ scope, kind, period, indicators });
  const first = await ranked([], wish);
  if (isMissing(first)) return first;
  const same = { kind: "exact", period: first.period } as const;
  const others = await Promise.all(first.indicators.map((indicator) => ranked([indicator], same)));
  return { kind, views: [first, ...others.filter(isFound)] };
}
