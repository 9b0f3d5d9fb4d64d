import type { Block } from "#services/documents/neutral.ts";
import { goOn, isContinued, rowsAtTop } from "#services/documents/readers/pdf/continued-table.ts";
import { type Line, textOf } from "#services/documents/readers/pdf/lines.ts";
import type { PageItem, PageLayout } from "#services/documents/readers/pdf/page-layout.ts";
import { type Frame, paragraphsOf } from "#services/documents/readers/pdf/paragraphs.ts";
import type { PageTable } from "#services/documents/readers/pdf/table.ts";

/** The pages' paragraphs and tables in reading order; a table that goes on over pages is one. What is laid over them comes last. */
export function blocksOf(pages: readonly PageLayout[]): readonly Block[] {
  const blocks: (Block | PageTable)[] = [];
  for (const { items } of pages) {
    const frame = frameOf(items);
    let lines: Line[] = [];
    const close = (): void => {
      if (lines.length > 0) blocks.push(...paragraphsOf(lines, frame).map(paragraphOf));
      lines = [];
    };
    for (const [i, item] of withoutTop(blocks, items).entries()) {
      if (item.type === "line") {
        lines.push(item.line);
        continue;
      }
      close();
      const last = blocks.at(-1);
      if (i === 0 && last && "columns" in last && isContinued(last, item.table))
        blocks[blocks.length - 1] = goOn(last, item.table);
      else blocks.push(item.table);
    }
    close();
  }
  const asides = pages.flatMap((page) => page.asides.map((line) => paragraphOf(textOf(line))));
  return [...blocks.map((block) => ("columns" in block ? tableBlock(block) : block)), ...asides];
}

const paragraphOf = (text: string): Block => ({ type: "paragraph", text });

/** What a page holds besides rows of the last block, a table that goes on with them. */
function withoutTop(blocks: (Block | PageTable)[], items: readonly PageItem[]): readonly PageItem[] {
  const above = blocks.at(-1);
  if (!above || !("columns" in above)) return items;
  const { rows, count } = rowsAtTop(above, items);
  blocks[blocks.length - 1] = { ...above, rows: [...above.rows, ...rows] };
  return items.slice(count);
}

/** Between which edges the page's text stands; what runs across it does not count. */
function frameOf(items: readonly PageItem[]): Frame {
  const spans = items.flatMap((item): Frame[] => {
    if (item.type === "table") return [item.table];
    const { words, start, end } = item.line;
    return words[0]?.turn === 0 ? [{ left: start, right: end }] : [];
  });
  return {
    left: Math.min(...spans.map(({ left }) => left)),
    right: Math.max(...spans.map(({ right }) => right)),
  };
}

function tableBlock({ rows }: PageTable): Block {
  const filled = rows.filter((row) => row.some((cell) => cell !== ""));
  return { type: "table", rows: filled, collapses: false };
}
