import type { PaperSection, Paragraph, Run } from "#services/papers/paper.ts";
import { textWidth } from "#services/papers/paper.ts";
import { type Ink, LEFT, type LinePlace, type Tag } from "#services/papers/pdf/ink.ts";
import type { Piece } from "#services/papers/pdf/page-flow.ts";
import { points } from "#services/papers/pdf/points.ts";

/** Points between paragraphs. */
const GAP = 6;
/** Millimetres that a first line begins further in. */
const INDENT = 12.7;

/** A paragraph, a piece a line; what heads other text stays with it. */
export function paragraphPieces(
  { runs, align, indented = false, keep = false, level, size: own }: Paragraph,
  { section, size: usual }: { readonly section: PaperSection; readonly size: number },
  ink: Ink,
): readonly Piece[] {
  const size = own ?? usual;
  const width = points(textWidth(section));
  const indent = indented ? points(INDENT) : 0;
  const tag = ink.root.child(level ? `H${level}` : "P");
  const lines = ink.lines(runs, size, width, indent);
  return lines.map((line, i) => {
    const isLast = i === lines.length - 1;
    const inset = i === 0 ? indent : 0;
    return {
      height: ink.lineHeight(size),
      after: isLast ? GAP : 0,
      keep: keep || level !== undefined || (i === 0 && !isLast),
      draw: (y) => ink.line(line, { x: LEFT + inset, y, width: width - inset, size, align }, tag),
    };
  });
}

/** Runs within a column: how high they are, and how they are drawn there. Points. */
export interface TextBox {
  readonly height: number;
  draw(place: Pick<LinePlace, "x" | "y">, tag: Tag | null): void;
}

export function textBox(
  runs: readonly Run[],
  { width, size, align }: Omit<LinePlace, "x" | "y">,
  ink: Ink,
): TextBox {
  const lines = ink.lines(runs, size, width);
  const each = ink.lineHeight(size);
  return {
    height: lines.length * each,
    draw({ x, y }, tag) {
      for (const [i, line] of lines.entries())
        ink.line(line, { x, y: y + i * each, width, size, align }, tag);
    },
  };
}
