import { overlap } from "#services/documents/readers/pdf/box.ts";
import { type Line, lineOf, partsOf } from "#services/documents/readers/pdf/lines.ts";

/** Lines in two columns, side by side: the two heads of a letter, its recipients and its signature. */
export interface SideBySide {
  readonly left: readonly Line[];
  readonly right: readonly Line[];
  /** How many of the lines given it took. */
  readonly count: number;
}

/** Of the size: the narrowest gap between two columns of text. */
export const GUTTER = 1.5;
/** Of the size: lines further apart are not of one block. */
const FARTHEST = 3.5;
/** One line in two parts may be chance. */
const LEAST_PARTED = 2;

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The block of two columns that begins with the line at `from`; null = none does. Lines on the left alone that follow
 * it are text again, those on the right still belong to it.
 */
export function sideBySide(lines: readonly Line[], from: number): SideBySide | null {
  const [first, ...others] = lines.slice(from);
  let gutter = gutterOf(first);
  if (!first || !gutter) return null;
  let parted = 1;
  let count = 1;
  for (const [i, line] of others.entries()) {
    const narrowed = narrowedBy(line, others[i - 1] ?? first, gutter);
    if (!narrowed) break;
    gutter = narrowed;
    if (gutterOf(line)) parted += 1;
    if (line.end > gutter.to) count = i + 2;
  }
  return parted >= LEAST_PARTED ? halves(lines.slice(from, from + count), gutter) : null;
}

/** The gap that goes through one line more; null = the block ended before it. */
function narrowedBy(line: Line, before: Line, gutter: Span): Span | null {
  if (line.middle - before.middle > line.size * FARTHEST) return null;
  const own = gutterOf(line);
  return own ? common(gutter, own, line.size) : beside(gutter, line);
}

/** The gap of a line in two parts. */
function gutterOf(line: Line | undefined): Span | null {
  const [left, right, ...others] = line ? partsOf(line, GUTTER) : [];
  return left && right && others.length === 0 ? { from: left.end, to: right.start } : null;
}

function common(a: Span, b: Span, size: number): Span | null {
  return overlap(a.from, a.to, b.from, b.to) >= size
    ? { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }
    : null;
}

/** What is left of the gap beside a line that stands on one side of it. */
function beside(gutter: Span, line: Line): Span | null {
  const span =
    line.start < gutter.from ? { from: line.end, to: gutter.to } : { from: gutter.from, to: line.start };
  return common(gutter, span, line.size);
}

function halves(lines: readonly Line[], { from, to }: Span): SideBySide {
  const middle = (from + to) / 2;
  const half = (isHalf: (start: number) => boolean): readonly Line[] =>
    lines.flatMap(({ words }) => {
      const inside = words.filter(({ start }) => isHalf(start));
      return inside.length > 0 ? [lineOf(inside)] : [];
    });
  return {
    left: half((start) => start < middle),
    right: half((start) => start >= middle),
    count: lines.length,
  };
}
