import type { Period } from "#services/periods/period.ts";
import type { UnitKind } from "#services/units/unit.ts";

export type Comparison = ">=" | "<=" | ">" | "<" | "=";

/** A level that units are to reach, from a document. */
export interface Target {
  /** Unit id: holds for this unit and everything under it. */
  readonly scope: string;
  readonly indicator: string;
  readonly comparison: Comparison;
  /** In the indicator's own unit of measure. */
  readonly value: number;
  /** The periods it holds for are those inside this one; null = until replaced. */
  readonly period: Period | null;
  /** null = all kinds. */
  readonly kinds: readonly UnitKind[] | null;
  /** Document id. */
  readonly source: string;
}

/** Whether a value reaches its target. */
export function meets(value: number, target: Pick<Target, "comparison" | "value">): boolean {
  switch (target.comparison) {
    case ">=":
      return value >= target.value;
    case "<=":
      return value <= target.value;
    case ">":
      return value > target.value;
    case "<":
      return value < target.value;
    case "=":
      return value === target.value;
  }
}
