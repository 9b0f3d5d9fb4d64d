import type { InputRichBlock, Message, RichBlockTableCell, RichText } from "grammy/types";
import { slice } from "#bot/channels/split.ts";
import type { StyledText, Table, TableColumn } from "#services/reply/text.ts";

/** Limits of a rich message (core.telegram.org/bots/api#rich-message-limits); a row is a block too. */
const MOST_UNITS = 32_768;
const MOST_BLOCKS = 500;
const MOST_COLUMNS = 20;

/** A text with its tables shown as tables, a paragraph a line; null = it has none, or is beyond the limits. */
export function richBlocks(styled: StyledText): readonly InputRichBlock[] | null {
  const { text, tables = [] } = styled;
  if (tables.length === 0 || text.length > MOST_UNITS) return null;
  if (tables.some(({ columns }) => columns.length > MOST_COLUMNS)) return null;
  const blocks: InputRichBlock[] = [];
  let from = 0;
  for (const table of tables) {
    blocks.push(...paragraphs(slice(styled, from, table.start)), tableBlock(table));
    from = table.start + table.length;
  }
  blocks.push(...paragraphs(slice(styled, from, text.length)));
  const rows = tables.reduce((sum, table) => sum + table.rows.length + 1, 0);
  // One is left for a picture.
  return blocks.length + rows < MOST_BLOCKS && unitsIn(tables, text) <= MOST_UNITS ? blocks : null;
}

/** The id of the picture in a rich message that was sent. */
export function richPhotoId({ rich_message: rich }: Message): string | undefined {
  for (const block of rich?.blocks ?? []) if (block.type === "photo") return block.photo.at(-1)?.file_id;
  return undefined;
}

/** All cells beside all of the text: more than there will be. */
function unitsIn(tables: readonly Table[], text: string): number {
  const cells = tables.flatMap(({ columns, rows }) => [...columns.map(({ head }) => head), ...rows.flat()]);
  return cells.reduce((sum, cell) => sum + cell.length, text.length);
}

function tableBlock({ columns, rows }: Table): InputRichBlock {
  const cellsOf = (texts: readonly string[], isHead: boolean): RichBlockTableCell[] =>
    columns.map((column, i) => cell(texts[i] ?? "", column, isHead));
  const heads = columns.map(({ head }) => head);
  return {
    type: "table",
    cells: [cellsOf(heads, true), ...rows.map((row) => cellsOf(row, false))],
    is_bordered: true,
    is_compact: true,
  };
}

/** A cell without text would not be seen: its place would be no part of the grid. */
function cell(text: string, { isFigure }: TableColumn, isHead: boolean): RichBlockTableCell {
  return {
    text: text === "" ? "–" : text,
    ...(isHead && { is_header: true as const }),
    align: isFigure ? "right" : "left",
    valign: "top",
  };
}

function paragraphs(styled: StyledText): readonly InputRichBlock[] {
  const blocks: InputRichBlock[] = [];
  let from = 0;
  for (const line of styled.text.split("\n")) {
    if (line.trim() !== "")
      blocks.push({ type: "paragraph", text: richText(slice(styled, from, from + line.length)) });
    from += line.length + 1;
  }
  return blocks;
}

/** Pieces between the ends of styles, each in all the styles that lie over it. */
function richText({ text, spans }: StyledText): RichText {
  if (spans.length === 0) return text;
  const edges = spans.flatMap(({ start, length }) => [start, start + length]);
  const cuts = [...new Set([0, ...edges, text.length])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i): RichText => {
    const start = cuts[i] ?? 0;
    const over = spans.filter((span) => span.start <= start && end <= span.start + span.length);
    return over.reduce<RichText>(
      (inner, { style }) => ({ type: style, text: inner }),
      text.slice(start, end),
    );
  });
}
