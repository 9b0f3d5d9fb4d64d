import type { Block, NeutralDocument } from "#services/documents/neutral.ts";
import { append } from "#services/documents/readers/append.ts";
import { createDocTable, type DocTable } from "#services/documents/readers/doc/doc-table.ts";
import { listsIn } from "#services/documents/readers/doc/lists.ts";
import {
  type DocParagraph,
  type ParagraphSource,
  paragraphsIn,
} from "#services/documents/readers/doc/paragraphs.ts";
import { readPieces } from "#services/documents/readers/doc/pieces.ts";
import { readRuns } from "#services/documents/readers/doc/runs.ts";
import { openWordStreams, type Range } from "#services/documents/readers/doc/word-streams.ts";
import { neutralOf } from "#services/documents/readers/neutral.ts";
import { createNumbering, type Numbering } from "#services/documents/readers/word/numbering.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/** A list's number from here on says that it was switched off. */
const NO_LIST = 0x07ff;

/**
 * A Word file of the years before .docx: headers first, then the text with its tables, text boxes, notes. `stream` finds
 * one of its streams by name. Throws DocumentRefused.
 */
export function readDoc(stream: (name: string) => Uint8Array | null): NeutralDocument {
  try {
    return neutralOf(blocksOf(stream));
  } catch (error) {
    // A place that lies outside the file.
    throw error instanceof RangeError ? new DocumentRefused("damaged") : error;
  }
}

function blocksOf(stream: (name: string) => Uint8Array | null): readonly Block[] {
  const streams = openWordStreams(stream);
  const source: ParagraphSource = {
    text: readPieces(streams),
    characters: readRuns(streams, "characters"),
    paragraphs: readRuns(streams, "paragraphs"),
  };
  const numbering = createNumbering(listsIn(streams));
  const { body, headers, boxes, footnotes, endnotes } = streams.stories;
  const said = new Set<string>();
  const isNew = (block: Block) => {
    if (block.type === "table" || said.has(block.text) || !/\p{L}/u.test(block.text)) return false;
    said.add(block.text);
    return true;
  };
  return [
    ...storyBlocks(source, headers, numbering).filter(isNew),
    ...storyBlocks(source, body, numbering),
    ...[boxes, footnotes, endnotes].flatMap((story) => storyBlocks(source, story, numbering)),
  ];
}

function storyBlocks(source: ParagraphSource, story: Range, numbering: Numbering): readonly Block[] {
  const blocks: Block[] = [];
  const tables: DocTable[] = [];
  const put = (added: readonly Block[]) => {
    const table = tables.at(-1);
    if (table) table.add(added);
    else append(blocks, added);
  };
  const setDepth = (depth: number) => {
    while (tables.length > depth) put(tables.pop()?.blocks() ?? []);
    while (tables.length < depth) tables.push(createDocTable());
  };
  for (const paragraph of paragraphsIn(source, story)) {
    setDepth(paragraph.depth);
    if (paragraph.ends !== "row") put(blockOf(paragraph, numbering));
    if (paragraph.ends === "cell") tables.at(-1)?.endCell();
    if (paragraph.ends === "row") tables.at(-1)?.endRow(paragraph.properties);
  }
  setDepth(0);
  return blocks;
}

/** With its number. An empty paragraph counts too, and shows it in a cell. */
function blockOf({ text, list, level, depth }: DocParagraph, numbering: Numbering): readonly Block[] {
  const label = list > 0 && list < NO_LIST ? numbering.next(String(list), level) : "";
  const isShown = text.trim() !== "" || (depth > 0 && label !== "");
  return isShown ? [{ type: "paragraph", text: `${label} ${text}`.trim() }] : [];
}
