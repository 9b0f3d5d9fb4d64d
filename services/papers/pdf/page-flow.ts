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

/** A piece, and where it begins on its page. */
interface Placed {
  readonly piece: Piece;
  readonly y: number;
}

/** Pieces below each other, on as many pages as it takes, and the points left on the last. */
export function inPages(
  pieces: readonly Piece[],
  section: PaperSection,
): { readonly pages: readonly (readonly Placed[])[]; readonly left: number } {
  const top = points(PAGE.top);
  const bottom = points(section.landscape ? PAGE.width : PAGE.height) - points(PAGE.bottom);
  let page: Placed[] = [];
  const pages = [page];
  let y = top;
  for (const [i, piece] of pieces.entries()) {
    if (y > top && y + heightKept(pieces, i) > bottom) {
      page = [];
      pages.push(page);
      y = top;
      if (piece.head) {
        page.push({ piece: piece.head, y });
        y += piece.head.height;
      }
    }
    page.push({ piece, y });
    y += piece.height + piece.after;
  }
  return { pages, left: bottom - y };
}

/** Draws a section's pieces, which begin on a new page; answers the points left on the last one. */
export function flow(pieces: readonly Piece[], { section, size }: Pages, ink: Ink): number {
  const { pages, left } = inPages(pieces, section);
  for (const [i, placed] of pages.entries()) {
    ink.addPage(section.landscape);
    if (i > 0) drawNumber(i + 1, { section, size }, ink);
    for (const { piece, y } of placed) piece.draw(y);
  }
  return left;
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
