import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { ListKind } from "#services/results/lists.ts";
import type { UsualRange } from "#services/results/usual-range.ts";
import type { Incomparable } from "#services/sheets/comparable.ts";
import type { Ranking } from "#services/sheets/ranking.ts";
import type { Observation, Sheet, SourceDocument } from "#services/sheets/sheet.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** The stored periods next to one. */
export interface Neighbours {
  readonly older: Period | null;
  readonly newer: Period | null;
}

/** A scope's units ranked on one indicator in one period, with all that an answer has to say about it. */
export interface RankingView {
  readonly scope: Unit;
  readonly period: Period;
  readonly indicator: Indicator;
  readonly kind: ListKind;
  readonly ranking: Ranking;
  /** The scope's own figure, a row of its parent's sheet. */
  readonly whole: Observation | null;
  readonly evidence: Evidence;
  /** What the scope's units are to reach; null = no document sets it. */
  readonly target: Target | null;
  /** The same of every indicator. */
  readonly targets: readonly Target[];
  /** All that the list was made of, whichever figures are shown. */
  readonly documents: readonly SourceDocument[];
  /** A later period that has a list, but not of the indicator wished for; null = none. */
  readonly lacking: Period | null;
  /** The period that changes are measured against. */
  readonly before: Period | null;
  /** Other indicators this list has, in the catalogue's order. */
  readonly indicators: readonly Indicator[];
  readonly neighbours: Neighbours;
  readonly otherKinds: readonly ListKind[];
}

/** One measured thing of one unit. */
export interface UnitFigure {
  readonly indicator: Indicator;
  readonly observation: Observation;
  readonly target: Target | null;
  /** null = no target, or no value to hold against it. */
  readonly meetsTarget: boolean | null;
}

/** One unit in one period. */
export interface UnitView {
  readonly unit: Unit;
  readonly parent: Unit;
  readonly period: Period;
  readonly figures: readonly UnitFigure[];
  /** Its places among its like, for every figure held; by indicator id. */
  readonly rankings: ReadonlyMap<string, Ranking>;
  /** A later period with figures of it, but not of the indicator wished for; null = none. */
  readonly lacking: Period | null;
  readonly before: Period | null;
  /** Total, oldest first, this period last. */
  readonly trend: readonly { readonly period: Period; readonly value: number }[];
  readonly evidence: Evidence;
  readonly neighbours: Neighbours;
}

/** One figure of a unit over periods of one kind that follow each other, oldest first. */
export interface Trend {
  readonly indicator: Indicator;
  readonly points: readonly TrendPoint[];
  /** The level to reach in the last period; null = none. */
  readonly target: Target | null;
  /** What it does by itself, from the values since the last break; null = too few. */
  readonly usual: UsualRange | null;
}

export interface TrendPoint {
  readonly period: Period;
  /** null = not stored. */
  readonly value: number | null;
  /** Among how many; null = not asked for, or not known. */
  readonly place: { readonly rank: number; readonly of: number | null } | null;
  /** Why it cannot be set against the point before; null = it can. */
  readonly broken: Incomparable | null;
  /** Extracted before the period had ended. */
  readonly unfinished: boolean;
}

export interface TrendView {
  readonly unit: Unit;
  /** The last one. */
  readonly period: Period;
  /** One for each indicator held of those asked for. */
  readonly trends: readonly Trend[];
  /** Of each period that is stored, latest first. */
  readonly evidence: readonly Evidence[];
}

/** One indicator of several sides. */
export interface ComparedRow {
  readonly indicator: Indicator;
  /** One for each side; null = not held. */
  readonly figures: readonly (UnitFigure | null)[];
  /** The same in the indicator's measure; null also where a unit had nothing to measure. */
  readonly values: readonly (number | null)[];
  /** Places in `values` of the best ones; none = all are alike, null = none of them is better. */
  readonly best: readonly number[] | null;
}

/** Units beside each other, or one unit in several periods. */
export interface ComparisonView {
  /** Two or more, by unit as they were named, then by period. */
  readonly sides: readonly UnitView[];
  /** What was asked for and is not stored. */
  readonly lacking: readonly { readonly unit: Unit; readonly period: Period }[];
  /** Why the periods cannot be set against each other; null = they can, or there is one. */
  readonly broken: Incomparable | "other-kind" | null;
  /** In the catalogue's order. */
  readonly rows: readonly ComparedRow[];
  /** Held by one side only. */
  readonly alone: readonly Indicator[];
  /** Asked for and held by none. */
  readonly lost: readonly Indicator[];
  readonly evidence: Evidence;
}

/** What stands behind a scope's figures in one period, oldest version first. */
export interface SourcesView {
  readonly period: Period;
  readonly versions: readonly Sheet[];
  /** Versions of the parent's sheet that hold the scope's own row. */
  readonly ownVersions: readonly Sheet[];
  readonly neighbours: Neighbours;
}

/** Nothing stored ("data"), or not for that period: `available` = what there is, latest first. */
export interface Missing {
  /** The period asked for; without its year the most recent one. */
  readonly wished?: Period;
  readonly missing: "data" | "period";
  readonly available: readonly Period[];
  /** What that period lacks, and each of `available` has. */
  readonly lacks?: Indicator;
}

/** The list is there, the indicator is not; `indicators` = what it has. */
export interface MissingIndicator {
  readonly missing: "indicator";
  readonly indicators: readonly Indicator[];
}

export const isMissing = (view: object): view is Missing | MissingIndicator => "missing" in view;

export const isFound = <View extends object>(view: View | Missing | MissingIndicator): view is View =>
  !isMissing(view);
