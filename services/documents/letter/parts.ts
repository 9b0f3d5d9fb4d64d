import { cellOf } from "#services/documents/marks/cells.ts";
import { figuresIn, isResultLike } from "#services/documents/marks/figures.ts";
import { anyAt, hasAny, type Passage, passageOf } from "#services/documents/marks/passage.ts";
import type { Block, NeutralDocument } from "#services/documents/neutral.ts";

export interface Paragraph extends Passage {
  /** Part of an order to somebody, not of a report. */
  readonly directive: boolean;
  /** Stands above the text, though it comes behind it here. */
  readonly isAbove?: true;
}

export interface Table {
  readonly rows: readonly (readonly string[])[];
  /** An empty cell leaves no trace in it. */
  readonly collapses: boolean;
  /** Counts of rows that name one unit are added up. */
  readonly adds: boolean;
  /** The paragraphs right before it, nearest last: what it is a table of. */
  readonly above: readonly Passage[];
}

/** A document without its recipients and signers. */
export interface Parts {
  /** Lines before the text proper: who writes, number, place and date, subject. */
  readonly heading: readonly string[];
  readonly body: readonly Paragraph[];
  readonly tables: readonly Table[];
  /** Lines of the recipients' list and the signature: read for names to keep out, never kept. */
  readonly tail: readonly string[];
}

const BODY_STARTS = [
  "kinh gui",
  "can cu",
  "thuc hien quyet dinh",
  "thuc hien cong van",
  "theo van ban",
  "theo quyet dinh",
];
const RECIPIENTS = "noi nhan";
const SIGNATURE = /^(TM|KT|TL|TUQ|Q)\s?[.,]\s?\p{Lu}{2}|^(PHÓ |PHO )?(CHỦ TỊCH|CHU TICH)$/u;
const APPENDIX = ["phu luc", "bieu so", "bang tong hop"];
const HEADING_LINES = 24;

export function partsOf(document: NeutralDocument): Parts {
  const { heading, above, rest } = splitHeading(document);
  const parts = { body: [] as Passage[], tables: [] as Table[], tail: [] as string[] };
  // Where no text comes before a table, the lines above the text are its captions.
  const captions = heading.map((line) => passageOf(line, document.scanned)).filter(({ text }) => text !== "");
  const nearest = captions.slice(-CAPTIONS);
  let inTail = false;
  for (const block of rest) {
    inTail = isTail(block, document.scanned, inTail);
    if (inTail) {
      parts.tail.push(...linesOf(block));
    } else if (block.type === "table" && hasFigures(block.rows)) {
      const { rows, collapses, adds = false } = block;
      const above = parts.body.length > 0 ? parts.body.slice(-CAPTIONS) : nearest;
      parts.tables.push({ rows, collapses, adds, above });
    } else {
      parts.body.push(...passagesOf(block, document.scanned));
    }
  }
  // The text proper says it more exactly: where both speak of one figure, the first is kept.
  const body = [...markDirectives(joinBroken(parts.body)), ...reportedAbove(above, document.scanned)];
  return { heading, body, tables: parts.tables, tail: parts.tail };
}

const CAPTIONS = 3;

/** Recipients and signature run to the next appendix or table of figures. */
function isTail(block: Block, scanned: boolean, before: boolean): boolean {
  if (block.type === "table") return before && !hasFigures(block.rows);
  const passage = passageOf(block.text, scanned);
  if (anyAt(passage, 0, APPENDIX)) return false;
  return before || startsTail(passage);
}

function linesOf(block: Block): readonly string[] {
  return block.type === "table" ? block.rows.flat() : block.text.split("\n");
}

/** A paragraph is one; a frame that only sets text side by side is one for each cell. */
function passagesOf(block: Block, scanned: boolean): readonly Passage[] {
  const texts = block.type === "table" ? block.rows.flat() : [block.text];
  return texts.map((text) => passageOf(text, scanned)).filter((passage) => passage.text !== "");
}

interface Split {
  /** Lines of the blocks above the text. */
  readonly heading: readonly string[];
  readonly above: readonly Block[];
  readonly rest: readonly Block[];
}

function splitHeading({ blocks, scanned }: NeutralDocument): Split {
  const heading: string[] = [];
  for (const [i, block] of blocks.entries()) {
    const lines = block.type === "table" ? block.rows.map((row) => row.join("  ")) : block.text.split("\n");
    const passage = passageOf(lines.join(" "), scanned);
    const tooLong = lines.some((line) => line.length > 240 || (line.length > 110 && /[.;:]$/u.test(line)));
    const isFigures = block.type === "table" && hasFigures(block.rows);
    const isBody = tooLong || isFigures || anyAt(passage, 0, BODY_STARTS) !== null;
    if (isBody || heading.length > HEADING_LINES)
      return { heading, above: blocks.slice(0, i), rest: blocks.slice(i) };
    heading.push(...lines, "");
  }
  return { heading, above: [], rest: blocks.some((block) => block.type === "paragraph") ? blocks : [] };
}

/** What stands above the text and reports figures is text too: "V/v kết quả tháng 9 đạt 88,03 điểm". */
function reportedAbove(above: readonly Block[], scanned: boolean): readonly Paragraph[] {
  const passages = above
    .flatMap((block) => passagesOf(block, scanned))
    .filter((passage) => figuresIn(passage).some(isResultLike));
  return passages.map((passage) => ({ ...passage, directive: false, isAbove: true }));
}

function startsTail(passage: Passage): boolean {
  if (SIGNATURE.test(passage.text)) return true;
  const recipients = anyAt(passage, 0, [RECIPIENTS]);
  return recipients !== null && /^\s?:/u.test(passage.text.slice(recipients.end));
}

function hasFigures(rows: Table["rows"]): boolean {
  return rows.some((row) => row.length >= 2 && row.some((cell) => cellOf(cell).kind === "number"));
}

/** A paragraph cut by a page break goes on in small letters. */
function joinBroken(passages: readonly Passage[]): readonly Passage[] {
  const wholes: Passage[][] = [];
  for (const passage of passages) {
    const parts = wholes.at(-1);
    const before = parts?.at(-1);
    if (parts && before && goesOn(before.text, passage.text)) parts.push(passage);
    else wholes.push([passage]);
  }
  return wholes.map((parts) => {
    const [first] = parts;
    return first && parts.length === 1
      ? first
      : passageOf(parts.map(({ text }) => text).join(" "), first?.scanned ?? false);
  });
}

function goesOn(before: string, text: string): boolean {
  return /[\p{L}\p{N},]$/u.test(before.slice(-1)) && /^(\p{Ll}|\d+%)/u.test(text) && !/^\p{Ll}\)/u.test(text);
}

const ORDERS = [
  "yeu cau",
  "chi dao",
  "giao",
  "thuc hien mot so",
  "khac phuc",
  "trien khai",
  "nhiem vu",
  "de nghi",
];

/** Orders begin at the first numbered paragraph behind one that announces them, and run to the end. */
function markDirectives(passages: readonly Passage[]): readonly Paragraph[] {
  let directive = false;
  return passages.map((passage, i) => {
    const before = passages[i - 1];
    const numbered = /^\(?(1|I|a)[.)]\s/u.test(passage.text);
    if (numbered && before && /:$/u.test(before.text) && hasAny(lastWords(before), ORDERS)) directive = true;
    return { ...passage, directive };
  });
}

function lastWords(passage: Passage): Passage {
  return passageOf(passage.text.slice(-260), passage.scanned);
}
