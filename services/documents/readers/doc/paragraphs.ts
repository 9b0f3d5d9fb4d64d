import type { WordText } from "#services/documents/readers/doc/pieces.ts";
import type { Runs } from "#services/documents/readers/doc/runs.ts";
import { type Sprm, valueIn } from "#services/documents/readers/doc/sprms.ts";
import type { Range } from "#services/documents/readers/doc/word-streams.ts";
import { raised } from "#services/documents/readers/superscript.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

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

/** A paragraph, a cell or a row, a page. */
const ENDS = new Set(["\r", "\u0007", "\f"]);
const CELL_END = "\u0007";

/** Nobody sets a table into so many others. */
const DEEPEST = 50;

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
  let start = from;
  const last = Math.min(to, source.text.text.length);
  for (let end = from; end < last; end += 1) {
    if (!ENDS.has(source.text.text.charAt(end))) continue;
    yield paragraphOf(source, start, end);
    start = end + 1;
  }
}

function paragraphOf(source: ParagraphSource, start: number, end: number): DocParagraph {
  const { text, paragraphs } = source;
  const properties = paragraphs(text.offsetOf(end));
  const value = (code: number) => valueIn(properties, code);
  const depth = value(SPRM.inTable) === 0 ? 0 : Math.max(1, value(SPRM.depth));
  if (depth > DEEPEST) throw new DocumentRefused("damaged");
  return {
    text: shownText(source, start, end),
    depth,
    ends: depth === 0 ? null : endOf(text.text.charAt(end) === CELL_END, value),
    list: value(SPRM.list),
    level: value(SPRM.level),
    properties,
  };
}

/** The marks of an inner table are those of paragraphs: only their properties tell what they end. */
function endOf(isCellMark: boolean, value: (code: number) => number): DocParagraph["ends"] {
  if (value(SPRM.innerRowEnd) !== 0 || (isCellMark && value(SPRM.rowEnd) !== 0)) return "row";
  return isCellMark || value(SPRM.innerCellEnd) !== 0 ? "cell" : null;
}

const FIELD_BEGINS = "\u0013";
const FIELD_RESULT = "\u0014";
const FIELD_ENDS = "\u0015";
/** Marks of pictures, notes and drawings are left out, as is a hyphen that is seen only at a line's end. */
const SHOWN: Readonly<Record<string, string>> = { "\u000b": "\n", "\u001e": "-", "\t": "\t" };

/** Without what was deleted, is hidden or tells how a field is reckoned. */
function shownText({ text, characters }: ParagraphSource, from: number, to: number): string {
  let shown = "";
  /** Of each open field, whether its result has begun. */
  const fields: boolean[] = [];
  for (let at = from; at < to; at += 1) {
    const letter = text.text.charAt(at);
    if (letter === FIELD_BEGINS) fields.push(false);
    else if (letter === FIELD_RESULT) fields.splice(-1, 1, true);
    else if (letter === FIELD_ENDS) fields.pop();
    else if (fields.every(Boolean)) shown += shownLetter(letter, characters(text.offsetOf(at)));
  }
  return shown;
}

function shownLetter(letter: string, sprms: readonly Sprm[]): string {
  if (valueIn(sprms, SPRM.deleted) !== 0 || valueIn(sprms, SPRM.hidden) !== 0) return "";
  const plain = letter < " " ? (SHOWN[letter] ?? "") : letter;
  return valueIn(sprms, SPRM.raised) === 1 ? raised(plain) : plain;
}
