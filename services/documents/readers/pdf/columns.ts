import { overlap } from "#services/documents/readers/pdf/box.ts";
import type { Line } from "#services/documents/readers/pdf/lines.ts";

/** A line with the parts of it that stand apart. */
export interface PartedLine extends Line {
  readonly parts: readonly Line[];
}

/** Where a column lies, points. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Of the size: what stands nearer together is one column. */
const GUTTER = 0.35;

/** The columns in which the parts of some lines stand, from left to right. */
export function columnsOf(lines: readonly PartedLine[]): readonly Span[] {
  const columns: Span[] = [];
  const parts = lines.flatMap((line) => line.parts).sort((a, b) => a.start - b.start);
  for (const { start, end, size } of parts) {
    const last = columns.at(-1);
    if (last && start < last.to + size * GUTTER)
      columns[columns.length - 1] = { from: last.from, to: Math.max(last.to, end) };
    else columns.push({ from: start, to: end });
  }
  return columns;
}

/** Places of the columns over which a part stands. */
export function columnsUnder(
  { start, end }: Pick<Line, "start" | "end">,
  columns: readonly Span[],
): readonly number[] {
  return columns.flatMap(({ from, to }, i) => (overlap(start, end, from, to) > 0 ? [i] : []));
}

/** The column in which most of a part lies, else the nearest. */
export function columnFor({ start, end }: Line, columns: readonly Span[]): number {
  const shared = columns.map(({ from, to }) => overlap(start, end, from, to));
  return shared.indexOf(Math.max(...shared));
}
