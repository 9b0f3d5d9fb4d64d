import type { FigureRole } from "#services/documents/tables/cell-figures.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";

export interface FigureColumn {
  readonly role: FigureRole;
  readonly indicator: Indicator;
  /** Named by its head; null = the table's. */
  readonly period: Period | null;
}

/** Levels that units have to reach. */
export interface TargetColumn {
  readonly role: "target";
  readonly of: Indicator;
  /** Named by its head; null = until they are replaced. */
  readonly period: Period | null;
}

/**
 * What a column holds. `shares`: rates of which nobody knows whether they are parts of one or per cent. `ordinal`: the list's own numbering. `words`: notes, classes. `maximum`: the most that can be
 * reached. `unknown`: numbers whose meaning its head does not tell.
 */
export type Column =
  | FigureColumn
  | TargetColumn
  | { readonly role: "ordinal" | "unit" | "words" | "maximum" | "shares" | "unknown" };

export const isFigures = (column: object): column is FigureColumn => "indicator" in column;
