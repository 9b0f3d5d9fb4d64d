import type { Indicator } from "#services/indicators/indicator.ts";
import { type Incomparable, unitsBreak } from "#services/sheets/comparable.ts";
import type { Observation } from "#services/sheets/sheet.ts";

/** One unit's place among its like. */
export interface RankedUnit {
  readonly unit: string;
  readonly value: number;
  /** Competition rank: 1 + the number of units ahead, so 1, 2, 2, 4. */
  readonly rank: number;
  /** Shares its rank with another. */
  readonly tied: boolean;
  /** Against the earlier period, in the indicator's unit of measure; null = unknown. */
  readonly change: number | null;
  readonly previousValue: number | null;
  readonly previousRank: number | null;
  /** Places gained (+) or lost (−); null = not comparable, or new in the list. */
  readonly moved: number | null;
  readonly observation: Observation;
}

/** What a change is measured against. */
export type Comparison =
  | { readonly kind: "sheet" }
  /** Derived from the changes the document itself gives for every unit. */
  | { readonly kind: "published" }
  | { readonly kind: "none"; readonly reason: Incomparable };

export interface Ranking {
  readonly rows: readonly RankedUnit[];
  /** Units that have no value of this indicator: never ranked last. */
  readonly missing: readonly string[];
  /** Units with a zero denominator: nothing to measure. */
  readonly idle: readonly string[];
  /** Ranks are the publisher's, over a longer list than ours. */
  readonly published: boolean;
  readonly comparison: Comparison;
}

export interface RankOptions {
  readonly indicator: Pick<Indicator, "id" | "direction">;
  /** Observations of the indicator, one a unit. */
  readonly observations: readonly Observation[];
  /** Every unit that should be in the list. */
  readonly expected: readonly string[];
  readonly idle?: ReadonlySet<string>;
  /** The comparable earlier list, or why there is none. */
  readonly earlier: readonly Observation[] | Incomparable;
}

/** Ranks like units on their exact stored values. */
export function rankUnits(options: RankOptions): Ranking {
  const { indicator, idle = new Set<string>() } = options;
  const measured = options.observations.filter((o) => hasValue(o) && !idle.has(o.unit)) as Measured[];
  const values = new Map(measured.map((o) => [o.unit, o.value]));
  const ahead = placesOf(values, indicator.direction);
  const { comparison, previous } = earlierValues(options.earlier, measured);
  const previousRanks = placesOf(previous, indicator.direction);
  const published = measured.length > 0 && measured.every((o) => (o.of ?? 0) > measured.length && o.rank);

  const rows = measured.map((o): RankedUnit => {
    const own = ahead.get(o.unit) ?? { rank: 1, tied: false };
    const before = previous.get(o.unit) ?? null;
    const previousRank = previousRanks.get(o.unit)?.rank ?? null;
    const rank = published ? (o.rank ?? own.rank) : own.rank;
    return {
      unit: o.unit,
      value: o.value,
      rank,
      tied: !published && own.tied,
      change: o.change ?? (before === null ? null : subtract(o.value, before)),
      previousValue: before,
      previousRank,
      moved: previousRank === null || published ? null : previousRank - own.rank,
      observation: o,
    };
  });
  rows.sort((a, b) => a.rank - b.rank || better(b.value, a.value, indicator.direction));

  const ranked = new Set(values.keys());
  return {
    rows,
    missing: options.expected.filter((unit) => !ranked.has(unit) && !idle.has(unit)),
    idle: options.expected.filter((unit) => idle.has(unit)),
    published,
    comparison,
  };
}

/** a − b without the dust of binary fractions: figures have at most a few decimals. */
export function subtract(a: number, b: number): number {
  return Math.round((a - b) * 1e6) / 1e6;
}

type Measured = Observation & { readonly value: number };
const hasValue = (o: Observation): o is Measured => o.value !== null;

/** Positive when a is better than b. */
function better(a: number, b: number, direction: Indicator["direction"]): number {
  return direction === "down" ? b - a : a - b;
}

function placesOf(
  values: ReadonlyMap<string, number>,
  direction: Indicator["direction"],
): ReadonlyMap<string, { readonly rank: number; readonly tied: boolean }> {
  const order = [...values].sort(([, a], [, b]) => better(b, a, direction));
  const places = new Map<string, { rank: number; tied: boolean }>();
  let rank = 1;
  order.forEach(([unit, value], i) => {
    const above = order[i - 1]?.[1];
    if (above !== value) rank = i + 1;
    places.set(unit, { rank, tied: above === value || order[i + 1]?.[1] === value });
  });
  return places;
}

function earlierValues(
  earlier: RankOptions["earlier"],
  measured: readonly Measured[],
): { readonly comparison: Comparison; readonly previous: ReadonlyMap<string, number> } {
  const changes = measured.filter(({ change }) => change !== null);
  if (measured.length > 1 && changes.length === measured.length) {
    const derived = measured.map((o) => [o.unit, subtract(o.value, o.change ?? 0)] as const);
    return { comparison: { kind: "published" }, previous: new Map(derived) };
  }
  const stored = typeof earlier === "string" ? [] : earlier.filter(hasValue);
  const reason = typeof earlier === "string" ? earlier : listsBreak(stored, measured);
  if (reason !== null) return { comparison: { kind: "none", reason }, previous: new Map() };
  return { comparison: { kind: "sheet" }, previous: new Map(stored.map((o) => [o.unit, o.value])) };
}

function listsBreak(earlier: readonly Measured[], later: readonly Measured[]): Incomparable | null {
  if (earlier.length === 0) return "no-earlier";
  return unitsBreak(
    earlier.map(({ unit }) => unit),
    later.map(({ unit }) => unit),
  );
}
