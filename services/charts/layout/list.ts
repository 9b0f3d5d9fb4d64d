import { type Name, placeNames } from "#services/charts/layout/names.ts";
import type { Box, Row, TextBox } from "#services/charts/layout/scene.ts";
import {
  AXIS_GAP,
  LARGE_TEXT,
  LARGER_TEXT,
  LONG_HEIGHT,
  MIN_HEIGHT,
  MIN_TEXT,
} from "#services/charts/layout/style.ts";
import type { Typeface } from "#services/charts/layout/typeface.ts";

const LEAST_NAME = 170;
/** Rows of more than so many are at most so high: only long names make a list taller than `MAX_HEIGHT`. */
const PITCHES = [
  [20, 36],
  [15, 46],
  [10, 62],
  [5, 70],
] as const;

export interface Place {
  /** Where names begin. */
  readonly left: number;
  readonly top: number;
  /** Where the axis ends. */
  readonly right: number;
  /** Height of what stands under the rows. */
  readonly foot: number;
  /** Preferred size of names. */
  readonly size: number;
}

export interface List {
  readonly rows: readonly Row[];
  readonly texts: readonly TextBox[];
  /** Of the names, in pixels. */
  readonly size: number;
  /** The axis, in the room the names leave. */
  readonly plot: Box;
}

/** Rows of names with an axis beside them. */
export function listOf(typeface: Typeface, names: readonly Name[], place: Place): List {
  const { left, top, right, foot, size } = place;
  const { rows, texts, ...placed } = placeNames(typeface, names, {
    left,
    top,
    width: right - AXIS_GAP - left,
    height: LONG_HEIGHT - top - foot,
    pitch: pitchFor(names.length, top + foot),
    size,
  });
  const axis = left + Math.max(LEAST_NAME, placed.width) + AXIS_GAP;
  const bottom = rows.at(-1)?.bottom ?? top;
  return { rows, texts, size: placed.size, plot: { left: axis, top, right, bottom } };
}

/** Preferred size of names: larger for a few rows. */
export const textSize = (rows: number): number =>
  rows <= 5 ? LARGER_TEXT : rows <= 15 ? LARGE_TEXT : MIN_TEXT;

/** Height of a row when everything around the rows takes `around` pixels. */
export function pitchFor(rows: number, around: number): number {
  const [, most] = PITCHES.find(([least]) => rows > least) ?? [];
  if (most !== undefined) return most;
  const filling = Math.ceil((MIN_HEIGHT - around) / Math.max(1, rows));
  return Math.max(84, Math.min(120, filling));
}
