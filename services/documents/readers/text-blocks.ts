import type { Block } from "#services/documents/neutral.ts";
import { copiedTable } from "#services/documents/readers/copied-table.ts";
import { requireSize } from "#services/documents/readers/limits.ts";
import { type TextTable, tableFinder } from "#services/documents/readers/text-rows.ts";

/**
 * Paragraphs and tables of a plain text, in order. A paragraph keeps its line breaks; a new one begins after an empty
 * line, at a list mark, and where a line is indented after a finished sentence (a page break).
 * `copiedTables`: whether tables are sought whose cells only spaces or line breaks set apart; that takes longest. Throws DocumentRefused
 * for a table that nobody would print.
 */
export function textBlocks(text: string, { copiedTables = true } = {}): readonly Block[] {
  const lines = text.replace(COLLECTED_ON, "$1\n\n").split("\n").map(cleanLine);
  const markedTable = tableFinder(lines);
  const tableAt = (at: number): TextTable | null =>
    markedTable(at) ?? (copiedTables ? copiedTable(lines, at, at > 0 && at === tableEnd) : null);
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let tableEnd = 0;

  const closeParagraph = () => {
    if (paragraph.length > 0) blocks.push({ type: "paragraph", text: paragraph.join("\n") });
    paragraph = [];
  };

  for (let i = 0; i < lines.length; ) {
    const table = tableAt(i);
    if (table) {
      closeParagraph();
      requireSize(
        table.rows.length,
        table.rows.reduce((most, row) => Math.max(most, row.length), 0),
      );
      blocks.push({ type: "table", rows: table.rows, collapses: table.collapses });
      i = table.next;
      tableEnd = i;
      continue;
    }
    const line = lines[i] ?? "";
    i += 1;
    if (line.trim() === "" || startsParagraph(line, paragraph.at(-1))) closeParagraph();
    if (line.trim() !== "") paragraph.push(line.trim());
  }
  closeParagraph();
  return blocks;
}

/** The day a collected page was published, put before its text. */
const COLLECTED_ON = /^([^\S\n]*date \d{4}-\d{2}-\d{2})\s/imu;
const COLLECTOR_LINES = /^(?:https?:\/\/\S+|\[stored excerpt ends here\]|\||[-_=*\s]+)$/iu;

/** Without Markdown's emphasis and links, without the address a collector puts first, without rules. */
function cleanLine(line: string): string {
  if (COLLECTOR_LINES.test(line.trim())) return "";
  return line
    .replace(/\*+/gu, (stars, at: number) =>
      at === 0 && stars === "*" && line.startsWith("* ") ? stars : "",
    )
    .replace(/^#{1,6}\s+/u, "")
    .replace(/<(https?:\/\/[^<>]*)>/gu, "$1");
}

/** Longer lines were not broken to fit a page: each is a paragraph. */
const LONGEST_WRAPPED = 130;
/** What an item of a list, an appendix or a part of the text begins with. */
export const LIST_MARK =
  /^\s*(?:[~_]\s*)?([-–—+•●▪*_]\s|~?\+|\d{1,2}[.)]\s|[a-zđ]\)\s|[IVX]{1,4}\.\s|(phụ lục|biểu)\b)/iu;

function startsParagraph(line: string, previous: string | undefined): boolean {
  if (LIST_MARK.test(line)) return true;
  if (previous === undefined) return false;
  const wrapped = Math.max(previous.length, line.length) <= LONGEST_WRAPPED;
  return !wrapped || (/^\s/u.test(line) && /[.:;]$/u.test(previous));
}
