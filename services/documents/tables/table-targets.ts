import type { ExtractedTarget } from "#services/documents/extraction.ts";
import type { ReadingContext } from "#services/documents/letter/context.ts";
import type { UnitRef } from "#services/documents/marks/cast.ts";
import { cellOf } from "#services/documents/marks/cells.ts";
import { figureOf } from "#services/documents/tables/cell-figures.ts";
import { type Column, isFigures } from "#services/documents/tables/column.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import { fold } from "#services/text/fold.ts";

export interface LevelRow {
  readonly row: readonly string[];
  /** Its unit, as written. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly columns: readonly Column[];
}

/** "Chỉ tiêu", "Mục tiêu tỉnh giao": a row of levels, no unit. */
export const isTargetRow = (name: string): boolean =>
  /^(?:chi tieu|muc tieu|ke hoach)(?!\p{L})/u.test(fold(name.trim()));

/** The levels that a row of its own sets for the results under each head. */
export function rowTargets(
  { row, name, columns }: LevelRow,
  context: ReadingContext,
): readonly ExtractedTarget[] {
  const scope = context.cast.own?.readable;
  if (!scope) return [];
  return columns.flatMap((column, i) =>
    isFigures(column) && column.role === "value"
      ? targetOf({
          text: row[i] ?? "",
          indicator: column.indicator,
          scope,
          period: column.period,
          said: name,
        })
      : [],
  );
}

/** The levels in a unit's row; the same for all units they are the scope's. */
export function columnTargets(
  { row, heads, columns }: LevelRow,
  unit: UnitRef,
  { cast: { own } }: ReadingContext,
): readonly ExtractedTarget[] {
  const scope = own?.readable ?? unit.readable;
  return columns.flatMap((column, i) =>
    column.role === "target"
      ? targetOf({
          text: row[i] ?? "",
          indicator: column.of,
          scope,
          period: column.period,
          said: heads[i] ?? "",
        })
      : [],
  );
}

interface Level {
  readonly text: string;
  readonly indicator: Indicator;
  readonly scope: string;
  readonly period: Period | null;
  /** The words that say it is a level. */
  readonly said: string;
}

function targetOf({ text, indicator, scope, period, said }: Level): readonly ExtractedTarget[] {
  const cell = cellOf(text);
  const figure = cell.kind === "number" ? figureOf(cell, "value", indicator) : null;
  if (figure?.value === undefined || figure.doubtful) return [];
  const comparison = indicator.direction === "down" ? "<=" : ">=";
  const quote = `${said.replace(/\s+/gu, " ")}: ${text}`;
  return [{ scope, indicator: indicator.id, comparison, value: figure.value, period, quote }];
}
