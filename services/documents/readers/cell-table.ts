import { cellOf } from "#services/documents/marks/cells.ts";
import type { Block } from "#services/documents/neutral.ts";
import { gridOf, type SpanningCell } from "#services/documents/readers/grid.ts";

/** A cell of a word processor's or a page's table: a small document of its own. */
export interface FilledCell extends Omit<SpanningCell, "text"> {
  readonly blocks: readonly Block[];
}

/** Frames set the head of a letter, or its signature beside the recipients, side by side. */
const MOST_FRAME_COLUMNS = 3;

/**
 * A table as blocks. A frame, which holds no figures, becomes the paragraphs of its cells; tables that lie in cells
 * follow the one they lie in. Throws DocumentRefused when it is larger than any paper.
 */
export function tableBlocks(cells: readonly FilledCell[]): readonly Block[] {
  const rows = gridOf(cells.map((cell) => ({ ...cell, text: textOf(cell.blocks) })));
  const width = rows[0]?.length ?? 0;
  const hasFigures = width > 1 && rows.some((row) => row.some((text) => cellOf(text).kind === "number"));
  if (!hasFigures && width <= MOST_FRAME_COLUMNS) return cells.flatMap(framed);
  const inner = cells.flatMap(({ blocks }) => blocks.filter(({ type }) => type === "table"));
  return [{ type: "table", rows, collapses: false }, ...inner];
}

function textOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => (block.type === "paragraph" ? [block.text.trim()] : []))
    .filter((text) => text !== "")
    .join(" ");
}

/** The lines of a cell stay one paragraph, as they stand under each other. */
function framed({ blocks }: FilledCell): readonly Block[] {
  const framedBlocks: Block[] = [];
  let lines: string[] = [];
  const close = () => {
    if (lines.length > 0) framedBlocks.push({ type: "paragraph", text: lines.join("\n") });
    lines = [];
  };
  for (const block of blocks) {
    if (block.type === "paragraph") lines.push(block.text);
    else {
      close();
      framedBlocks.push(block);
    }
  }
  close();
  return framedBlocks;
}
