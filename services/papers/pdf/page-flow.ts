import { PAGE, type PaperSection, textWidth } from "#services/papers/paper.ts";
import { type Ink, LEFT } from "#services/papers/pdf/ink.ts";

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

interface Pages {
  readonly section: PaperSection;
  /** Points of running text, and of the numbers of pages. */
  readonly size: number;
}

/**
 * Puts pieces below each other, on as many pages as it takes; the section begins on a new one. Answers the points left on
 * the last page.
 */
export function flow(pieces: readonly Piece[], { section, size }: Pages, ink: Ink): number {
  const top = points(PAGE.top);
  const bottom = points(section.landscape ? PAGE.width : PAGE.height) - points(PAGE.bottom);
  let page = 0;
  let y = top;
  const turn = (): void => {
    ink.addPage(section.landscape);
    page += 1;
    if (page > 1) drawNumber(page, { section, size }, ink);
    y = top;
  };
  turn();
  for (const [i, piece] of pieces.entries()) {
    if (y > top && y + heightKept(pieces, i) > bottom) {
      turn();
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

/** In the middle of the margin above. Source: Nghị định 30/2020/NĐ-CP, annex I. */
function drawNumber(page: number, { section, size }: Pages, ink: Ink): void {
  const width = points(textWidth(section));
  const y = (points(PAGE.top) - ink.lineHeight(size)) / 2;
  for (const line of ink.lines([{ text: String(page) }], size, width))
    ink.line(line, { x: LEFT, y, width, size, align: "centre" }, null);
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
