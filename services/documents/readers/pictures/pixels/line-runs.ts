import type { Ink } from "#services/documents/readers/pictures/pixels/picture.ts";

/** A straight stroke of ink: `at` across it, `from` and `to` along it, pixels. */
export interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Strokes {
  readonly level: readonly Stroke[];
  readonly upright: readonly Stroke[];
}

/** Pixels: what is missing between two pieces of one stroke. */
const WIDEST_GAP = 4;
/** Of a stroke, what is ink at least: lines of letters have more gaps. */
const LEAST_INK = 0.94;
/** Of one that is dotted or worn. */
const LEAST_WORN_INK = 0.3;
/** Pixels: thicker ones are bars and blocks. */
const THICKEST = 14;

/** The strokes of a page that are at least so long, pixels. */
export function strokesOf(ink: Ink, shortest: number): Strokes {
  const { width, height, bits } = ink;
  const limits = { shortest, leastInk: LEAST_INK, widestGap: WIDEST_GAP };
  return {
    level: joined(runs(height, width, (row, x) => bits[row * width + x], limits)),
    upright: joined(runs(width, height, (column, y) => bits[y * width + column], limits)),
  };
}

/** Upright strokes with gaps too: no letters stand so close under each other over the height of several lines. */
export function wornUprights({ width, height, bits }: Ink, shortest: number): readonly Stroke[] {
  return joined(
    runs(width, height, (column, y) => bits[y * width + column], {
      shortest,
      leastInk: LEAST_WORN_INK,
      widestGap: WIDEST_GAP,
    }),
  );
}

interface RunLimits {
  /** Pixels. */
  readonly shortest: number;
  /** Of a run, what is ink at least. */
  readonly leastInk: number;
  /** Pixels. */
  readonly widestGap: number;
}

type Bit = (line: number, along: number) => number | undefined;

/** Runs of ink along each line; a stroke may wander by a pixel, so that the lines beside count too. */
export function runs(
  lines: number,
  length: number,
  bit: Bit,
  { shortest, leastInk, widestGap }: RunLimits,
): readonly Stroke[] {
  const found: Stroke[] = [];
  for (let line = 1; line < lines - 1; line += 1) {
    let [start, end, marked] = [-1, -1, 0];
    const close = (): void => {
      if (start >= 0 && end - start + 1 >= shortest && marked >= (end - start + 1) * leastInk)
        found.push({ at: line, from: start, to: end + 1 });
      start = -1;
    };
    for (let i = 0; i < length; i += 1) {
      if (!bit(line, i) && !bit(line - 1, i) && !bit(line + 1, i)) continue;
      if (start >= 0 && i - end > widestGap) close();
      if (start < 0) [start, marked] = [i, 0];
      end = i;
      marked += 1;
    }
    close();
  }
  return found;
}

interface Open {
  first: number;
  last: number;
  from: number;
  to: number;
}

/** Runs on neighbouring lines as one stroke. */
export function joined(found: readonly Stroke[]): readonly Stroke[] {
  const strokes: Open[] = [];
  let near: Open[] = [];
  for (const { at, from, to } of found) {
    near = near.filter(({ last }) => at - last <= 2);
    const stroke = near.find((each) => from < each.to && to > each.from);
    if (stroke) {
      stroke.last = at;
      stroke.from = Math.min(stroke.from, from);
      stroke.to = Math.max(stroke.to, to);
    } else {
      const begun = { first: at, last: at, from, to };
      strokes.push(begun);
      near.push(begun);
    }
  }
  return strokes
    .filter(({ first, last }) => last - first <= THICKEST)
    .map(({ first, last, from, to }) => ({ at: (first + last) / 2, from, to }));
}
