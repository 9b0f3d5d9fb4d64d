import type { Glyph } from "#services/documents/readers/pdf/glyph.ts";

/** A part of the page, in points from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Half a line's height, of its size: less than lines set without a gap have between their middles. */
const HALF_HEIGHT = 0.4;

export function boxOf({ start, end, middle, size, turn }: Glyph): Box {
  const [near, far] = [middle - size * HALF_HEIGHT, middle + size * HALF_HEIGHT];
  if (turn === 1) return { left: -far, right: -near, top: start, bottom: end };
  if (turn === 2) return { left: -end, right: -start, top: -far, bottom: -near };
  if (turn === 3) return { left: near, right: far, top: -end, bottom: -start };
  return { left: start, right: end, top: near, bottom: far };
}

export function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** How far two stretches lie upon each other; below zero = the gap between them. */
export function overlap(from: number, to: number, otherFrom: number, otherTo: number): number {
  return Math.min(to, otherTo) - Math.max(from, otherFrom);
}

/** Whether one lies upon the other by more than chance: letters set close touch. */
export function liesUpon(a: Box, b: Box): boolean {
  const across = overlap(a.left, a.right, b.left, b.right);
  const down = overlap(a.top, a.bottom, b.top, b.bottom);
  const width = Math.min(a.right - a.left, b.right - b.left);
  const height = Math.min(a.bottom - a.top, b.bottom - b.top);
  return across > width * UPON && down > height * UPON;
}

const UPON = 0.25;
