import type { CellPicture } from "#services/documents/readers/pictures/cells/cell-picture.ts";
import type { Engines } from "#services/documents/readers/pictures/engines/engines.ts";
import { scaled } from "#services/documents/readers/pictures/pixels/warp.ts";

/** A figure as both methods read it. */
export interface FigureReading {
  /** As it is written; null = it could not be made sure of. */
  readonly text: string | null;
  /** What each method read, without what is empty. */
  readonly readings: readonly string[];
}

/** From 200 dots per inch to what engines expect. */
const ENLARGED = 1.5;
/** Where the network sees nothing at all, it is shown the figure once more in this size. */
const ENLARGED_MORE = 2;

/**
 * Reads one figure by two methods. It is sure where both give the same value in a shape figures have, no ink goes on
 * beyond the cell's edge, and signs of the figure account for all ink.
 */
export async function readFigure(cell: CellPicture, { figures, shapes }: Engines): Promise<FigureReading> {
  const enlarged = scaled(cell.picture, ENLARGED);
  const [first, second] = await Promise.all([figures.read(enlarged, "line"), shapes.read(enlarged, "line")]);
  const seen = /\d/u.test(first) ? first : await figures.read(scaled(cell.picture, ENLARGED_MORE), "line");
  const readings = new Set([written(seen), written(second)].filter((each) => each !== ""));
  const text = agreed(written(seen), written(second));
  const isCut = cell.isCut.left || cell.isCut.right;
  const isSure = text !== null && !isCut && isFigure(text) && accountsFor(text, readings, cell);
  return { text: isSure ? text : null, readings: [...readings] };
}

/**
 * A dot before the last one or two digits is a worn comma; before three, it groups thousands. A % is read as 96 at times:
 * behind two decimals, or one behind a comma, it cannot be figures.
 */
export function written(read: string): string {
  return read
    .replace(/\s+/gu, "")
    .replace(/[—–−]/gu, "-")
    .replace(/^(-?\d+)\.(\d{1,2}%?|\d{2}96)$/u, "$1,$2")
    .replace(/^(-?\d+,\d{1,2})96$/u, "$1%");
}

/** A % may have been taken for these two figures. */
const ENDS_IN_96 = /^-?\d+(?:\.\d)?96$/u;

/** What both methods read, also where one of them took a % for figures; null = they differ. */
function agreed(first: string, second: string): string | null {
  if (first === second) return first;
  if (asPercent(second) === first) return first;
  return asPercent(first) === second ? second : null;
}

const asPercent = (text: string): string =>
  ENDS_IN_96.test(text) ? text.replace(/\.(?=\d96$)/u, ",").replace(/96$/u, "%") : text;

const SHAPES_OF_FIGURES = [
  /^-?\d{1,3}(?:,\d{1,2})?%?$/u,
  /^\d{1,7}$/u,
  /^\d{1,3}(?:\.\d{3})+$/u,
  /^\d{1,3}\/\d{1,3}$/u,
];

export const isFigure = (text: string): boolean => SHAPES_OF_FIGURES.some((shape) => shape.test(text));

/** Of the tallest sign's height: digits are taller than this, commas and minus signs lower. */
const TALL = 0.6;
const FLAT = 0.35;
/** Of the tallest sign's height: a minus sign is at least so wide, and stands so far above the line. */
const WIDE = 0.15;
const ABOVE_LINE = 0.2;

/** Tall signs of a %: one for certain, three where its rings are large. */
const LEAST_OF_PERCENT = 1;
const MOST_OF_PERCENT = 3;

/**
 * No more tall signs than were read, and a minus sign where one stands. Where a % may have been taken for figures, or
 * figures for a %, their number decides.
 */
function accountsFor(text: string, readings: ReadonlySet<string>, { components, box }: CellPicture): boolean {
  const height = Math.max(...components.map(({ top, bottom }) => bottom - top));
  const tall = components.filter(({ top, bottom }) => bottom - top > height * TALL).length;
  const digits = text.replace(/\D/gu, "").length;
  const percent = readings.size > 1 ? LEAST_OF_PERCENT : MOST_OF_PERCENT;
  const others = (text.includes("%") ? percent : 0) + (text.includes("/") ? 1 : 0);
  if (tall > digits + others || (ENDS_IN_96.test(text) && tall < digits)) return false;
  const [first] = components.toSorted((a, b) => a.left - b.left);
  const isMinus =
    first !== undefined &&
    first.bottom - first.top < height * FLAT &&
    first.right - first.left > height * WIDE &&
    first.right - first.left > first.bottom - first.top &&
    box.bottom - first.bottom > height * ABOVE_LINE;
  return !isMinus || text.startsWith("-");
}
