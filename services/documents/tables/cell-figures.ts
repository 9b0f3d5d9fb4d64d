import type { NumberCell } from "#services/documents/marks/cells.ts";
import { countOf, decimalOf } from "#services/documents/marks/figures.ts";
import type { Indicator } from "#services/indicators/indicator.ts";

export type FigureRole = "value" | "change" | "rank";

/** What a cell gives its row; `doubtful`: taken, but in a sense that a person should look at. */
export interface CellFigure {
  readonly value?: number;
  readonly change?: number;
  readonly rank?: number;
  readonly of?: number | null;
  readonly doubtful: boolean;
}

/** The number of a cell as its column means it; null where it cannot be that. */
export function figureOf(cell: NumberCell, role: FigureRole, indicator: Indicator): CellFigure | null {
  if (role === "rank") return rankIn(cell);
  return role === "change" ? changeIn(cell, indicator) : valueIn(cell, indicator);
}

function rankIn({ written, over, measure, turn }: NumberCell): CellFigure | null {
  const rank = countOf(written);
  if (rank === null || rank === 0 || measure !== null || turn !== null) return null;
  if (over !== null && rank > over) return null;
  return { rank, of: over, doubtful: false };
}

function changeIn({ written, over, measure, turn }: NumberCell, indicator: Indicator): CellFigure | null {
  if (over !== null || (measure !== null && measure !== indicator.measure)) return null;
  const amount = indicator.measure === "count" ? signedCount(written) : decimalOf(written);
  if (amount === null || (turn !== null && amount < 0)) return null;
  return { change: (turn ?? 1) * amount, doubtful: false };
}

function signedCount(written: string): number | null {
  const count = countOf(written.replace(/^[+-]/u, ""));
  return count === null ? null : written.startsWith("-") ? -count : count;
}

function valueIn(cell: NumberCell, indicator: Indicator): CellFigure | null {
  if (cell.turn !== null) return null;
  if (indicator.measure === "count") return countIn(cell);
  const value = decimalIn(cell.written);
  if (value === null) return null;
  return indicator.measure === "points" ? pointsIn(cell, value, indicator) : rateIn(cell, value, indicator);
}

/** "1 234" where a rate or points belong is a number too: the checks block it. */
function decimalIn(written: string): number | null {
  return /\d \d/u.test(written) ? countOf(written) : decimalOf(written);
}

function countIn({ written, over, measure }: NumberCell): CellFigure | null {
  const value = countOf(written);
  if (value === null || (measure !== null && measure !== "count")) return null;
  return over !== null && value > over ? null : { value, of: over, doubtful: false };
}

const WHOLE = 100;

/** "88,23/100" is 88,23; of points out of 100 a percentage is the same number, but perhaps another thing. */
function pointsIn({ over, measure }: NumberCell, value: number, { max }: Indicator): CellFigure | null {
  if ((over !== null && over !== max) || measure === "count") return null;
  if (measure === "rate") return max === WHOLE ? { value, doubtful: true } : null;
  return { value, doubtful: false };
}

/** "12/12" among rates is twelve of twelve. */
function rateIn({ over, measure }: NumberCell, value: number, indicator: Indicator): CellFigure | null {
  if (measure !== null && measure !== indicator.measure) return null;
  if (over === null || over === WHOLE) return { value, doubtful: false };
  if (indicator.measure !== "rate" || measure !== null || over === 0 || value > over || value < 0)
    return null;
  return { value: Math.round((WHOLE * WHOLE * value) / over) / WHOLE, doubtful: true };
}
