import type { Indicator } from "#services/indicators/indicator.ts";
import type { Incomparable } from "#services/sheets/comparable.ts";
import {
  type Comparison,
  type Earlier,
  hasValue,
  type Measured,
  setAgainst,
} from "#services/sheets/earlier-list.ts";
import { isFew } from "#services/sheets/few-dossiers.ts";
import { better, placesOf, subtract } from "#services/sheets/places.ts";
import { contradicts, roundingOf } from "#services/sheets/published-change.ts";
import type { Observation } from "#services/sheets/sheet.ts";

/** One unit's place among its like. */
export interface RankedUnit {
  readonly unit: string;
  readonly value: number;
  /** Competition rank: 1 + the number of units ahead, so 1, 2, 2, 4. */
  readonly rank: number;
  /** Shares its rank with another. */
  readonly tied: boolean;
  /** Against the earlier figure where it is stored, else as published, in the indicator's measure; null = unknown. */
  readonly change: number | null;
  /** The published change where it contradicts the stored figures by more than rounding; else null. */
  readonly publishedChange: number | null;
  readonly previousValue: number | null;
  /** The earlier figure was reckoned from the published change. */
  readonly derived: boolean;
  /** Places now and before among the units that both lists have; null = not comparable, or new in the list. */
  readonly comparedRank: number | null;
  readonly previousRank: number | null;
  /** Places gained (+) or lost (−) among those units; null likewise. */
  readonly moved: number | null;
  /** Dossiers the figure rests on where these are too few to say much; null = enough, or not known. */
  readonly few: number | null;
  /** Dossiers the unit received in the period; null = not known. */
  readonly received: number | null;
  readonly observation: Observation;
}

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
  readonly indicator: Pick<Indicator, "id" | "direction" | "measure">;
  /** Observations of the indicator, one a unit. */
  readonly observations: readonly Observation[];
  /** Every unit that should be in the list. */
  readonly expected: readonly string[];
  readonly idle?: ReadonlySet<string>;
  /** Dossiers received, by unit. */
  readonly received?: ReadonlyMap<string, number>;
  /** The comparable earlier list, or why there is none. */
  readonly earlier: readonly Observation[] | Incomparable;
}

/** Ranks like units on their exact stored values. */
export function rankUnits(options: RankOptions): Ranking {
  const { indicator, idle = new Set<string>() } = options;
  const measured = options.observations.filter((o) => hasValue(o) && !idle.has(o.unit)) as Measured[];
  const values = new Map(measured.map((o) => [o.unit, o.value]));
  const ahead = placesOf(values, indicator.direction);
  const earlier = setAgainst(options.earlier, measured, indicator.direction);
  const published = measured.length > 0 && measured.every((o) => (o.of ?? 0) > measured.length && o.rank);
  const stored = typeof options.earlier === "string" ? [] : options.earlier;
  const rounding = roundingOf(indicator, measured, stored);

  const rows = measured.map((o): RankedUnit => {
    const own = ahead.get(o.unit) ?? { rank: 1, tied: false };
    const received = options.received?.get(o.unit) ?? null;
    return {
      unit: o.unit,
      value: o.value,
      rank: published ? (o.rank ?? own.rank) : own.rank,
      tied: !published && own.tied,
      ...changeOf(o, earlier, rounding),
      ...moveOf(o, earlier, Boolean(published)),
      few: indicator.measure !== "count" && isFew(received) ? received : null,
      received,
      observation: o,
    };
  });
  rows.sort((a, b) => a.rank - b.rank || better(b.value, a.value, indicator.direction));

  return {
    rows,
    missing: options.expected.filter((unit) => !values.has(unit) && !idle.has(unit)),
    idle: options.expected.filter((unit) => idle.has(unit)),
    published: Boolean(published),
    comparison: earlier.comparison,
  };
}

type Change = Pick<RankedUnit, "change" | "publishedChange" | "previousValue" | "derived">;

function changeOf({ unit, value, change }: Measured, { values, derived }: Earlier, rounding: number): Change {
  const previousValue = values.get(unit) ?? null;
  const reckoned = previousValue === null ? null : subtract(value, previousValue);
  const isOther = change !== null && reckoned !== null && contradicts(change, reckoned, rounding);
  return {
    change: reckoned ?? change,
    publishedChange: isOther ? change : null,
    previousValue,
    derived: derived.has(unit),
  };
}

type Move = Pick<RankedUnit, "comparedRank" | "previousRank" | "moved">;

function moveOf({ unit }: Measured, { now, before }: Earlier, published: boolean): Move {
  const [comparedRank = null, previousRank = null] = [now.get(unit)?.rank, before.get(unit)?.rank];
  const isPlaced = comparedRank !== null && previousRank !== null && !published;
  return { comparedRank, previousRank, moved: isPlaced ? previousRank - comparedRank : null };
}
