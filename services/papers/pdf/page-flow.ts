import { PAGE, type PaperSection } from "#services/papers/paper.ts";
import type { Ink } from "#services/papers/pdf/ink.ts";

import { points } from "#services/papers/pdf/points.ts";

/** What never stands on two pages: a line of text, a table's row, a picture. Points. */
export interface Piece {
  readonly height: number;
  /** Left free below it, where something follows on the page. */
  readonly after: number;
  /** It stands on the page of the piece behind it. */
  readonly keep?: boolean;
  draw(top: number): void;
  /** What is drawn above it, where it begins a page that is not the first of its block. */
  readonly head?: Piece;
}

/**
 * Puts pieces below each other, on as many pages as it takes; the section begins on a new one. Answers the points left on
 * the last page.
 */
export function flow(pieces: readonly Piece[], section: PaperSection, ink: Ink): number {
  const top = points(PAGE.top);
  const bottom = points(section.landscape ? PAGE.width : PAGE.height) - points(PAGE.bottom);
  ink.addPage(section.landscape);
  let y = top;
  for (const [i, piece] of pieces.entries()) {
    if (y > top && y + heightKept(pieces, i) > bottom) {
      ink.addPage(section.landscape);
      y = top;
      if (piece.head) {
        piece.head.draw(y);
        y += piece.head.height;
      }
    }
    piece.draw(y);
    y += piece.height + piece.after;
  }
  return bottom - y;
}

/** A piece with those behind it that it must not be parted from. */
function heightKept(pieces: readonly Piece[], from: number): number {
  let height = 0;
  for (const piece of pieces.slice(from)) {
    height += piece.height + (piece.keep ? piece.after : 0);
    if (!piece.keep) break;
  }
  return height;
}
