import type { WordText } from "#services/documents/readers/doc/pieces.ts";
import type { Runs } from "#services/documents/readers/doc/runs.ts";
import { type Sprm, valueOf } from "#services/documents/readers/doc/sprms.ts";
import type { Range } from "#services/documents/readers/doc/word-streams.ts";
import { raised } from "#services/documents/readers/superscript.ts";

/** [MS-DOC] 2.6.1 and 2.6.2. */
const SPRM = {
  deleted: 0x0800,
  hidden: 0x083c,
  raised: 0x2a48,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  level: 0x260a,
  list: 0x460b,
} as const;

const ENDS = /[\r\u0007\f]/gu;
const CELL_END = "\u0007";

export interface DocParagraph {
  readonly text: string;
  /** Tables that it lies in, one in the other; 0 = none. */
  readonly depth: number;
  /** What ends with it. */
  readonly ends: "cell" | "row" | null;
  readonly list: number;
  readonly level: number;
  readonly properties: readonly Sprm[];
}

export interface ParagraphSource {
  readonly text: WordText;
  readonly characters: Runs;
  readonly paragraphs: Runs;
}

/** The paragraphs of a part of the text; a cell's end and a row's end end one too. */
export function* paragraphsIn(source: ParagraphSource, { from, to }: Range): Generator<DocParagraph> {
  const { text, paragraphs } = source;
  let start = from;
  for (const { index } of text.text.slice(from, to).matchAll(ENDS)) {
    const end = from + index;
    const properties = paragraphs(text.offsetOf(end));
    const value = (code: number) => valueOf(properties, code);
    const isInTable = value(SPRM.inTable) !== 0;
    const depth = isInTable ? Math.max(1, value(SPRM.depth)) : 0;
    const isCellMark = text.text.charAt(end) === CELL_END;
    const isRowEnd = (isCellMark && value(SPRM.rowEnd) !== 0) || value(SPRM.innerRowEnd) !== 0;
    const isCellEnd = isCellMark || value(SPRM.innerCellEnd) !== 0;
    yield {
      text: shownText(source, start, end),
      depth,
      ends: depth === 0 ? null : isRowEnd ? "row" : isCellEnd ? "cell" : null,
      list: value(SPRM.list),
      level: value(SPRM.level),
      properties,
    };
    start = end + 1;
  }
}

const FIELD_BEGINS = "\u0013";
const FIELD_RESULT = "\u0014";
const FIELD_ENDS = "\u0015";
/** Marks of pictures, notes and drawings are left out, as is a hyphen that is seen only at a line's end. */
const SHOWN: Readonly<Record<string, string>> = { "\u000b": "\n", "\u001e": "-", "\t": "\t" };

/** Without what was deleted, is hidden or tells how a field is reckoned. */
function shownText({ text, characters }: ParagraphSource, from: number, to: number): string {
  let shown = "";
  const fields: boolean[] = [];
  for (let at = from; at < to; at += 1) {
    const letter = text.text.charAt(at);
    if (letter === FIELD_BEGINS) fields.push(false);
    else if (letter === FIELD_RESULT) fields.splice(-1, 1, true);
    else if (letter === FIELD_ENDS) fields.pop();
    else if (fields.every(Boolean)) {
      const sprms = characters(text.offsetOf(at));
      if (valueOf(sprms, SPRM.deleted) || valueOf(sprms, SPRM.hidden)) continue;
      const plain = letter < " " ? (SHOWN[letter] ?? "") : letter === "\u001f" ? "" : letter;
      shown += valueOf(sprms, SPRM.raised) === 1 ? raised(plain) : plain;
    }
  }
  return shown;
}
