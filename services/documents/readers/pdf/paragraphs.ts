import { type Line, partsOf, textOf } from "#services/documents/readers/pdf/lines.ts";
import { GUTTER, sideBySide } from "#services/documents/readers/pdf/text-columns.ts";
import { LIST_MARK } from "#services/documents/readers/text-blocks.ts";

/** Between which edges the text of a page stands, points. */
export interface Frame {
  readonly left: number;
  readonly right: number;
}

/** Lines that follow each other on a page, as paragraphs; each keeps its line breaks. */
export function paragraphsOf(lines: readonly Line[], frame: Frame): readonly string[] {
  const paragraphs: (readonly Line[])[] = [];
  let run: Line[] = [];
  const close = (): void => {
    paragraphs.push(...inParagraphs(run, frame));
    run = [];
  };
  for (let i = 0; i < lines.length; ) {
    const columns = sideBySide(lines, i);
    const line = lines[i];
    if (columns) {
      close();
      paragraphs.push(columns.left, columns.right);
    } else if (line) run.push(line);
    i += columns?.count ?? 1;
  }
  close();
  return paragraphs.map((paragraph) => paragraph.map(spacedText).join("\n"));
}

/** Parts that stand far apart keep a trace of it. */
const spacedText = (line: Line): string => partsOf(line, GUTTER).map(textOf).join("   ");

function inParagraphs(lines: readonly Line[], frame: Frame): readonly (readonly Line[])[] {
  const pitch = usualPitch(lines);
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const before = paragraphs.at(-1)?.at(-1);
    if (before && goesOn(before, line, pitch, frame)) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

/** The distance from line to line that most have, points. */
function usualPitch(lines: readonly Line[]): number {
  const pitches = lines.slice(1).map((line, i) => line.middle - (lines[i]?.middle ?? 0));
  return pitches.sort((a, b) => a - b)[Math.floor(pitches.length / 2)] ?? 0;
}

/** Of the usual distance: what stands further apart are two paragraphs. */
const WIDER = 1.25;
/** Of the size: lines begin on one edge within so much. */
const EDGE = 0.8;
/** Of the size: a first line is indented by no more. */
const DEEPEST_INDENT = 3.5;
/** Of the size: the space before a word. */
const SPACE = 0.25;
const SAME_SIZE = 1.15;

function goesOn(before: Line, line: Line, pitch: number, frame: Frame): boolean {
  const { size } = line;
  if (LIST_MARK.test(textOf(line)) || /[;:]$/u.test(textOf(before))) return false;
  if (line.middle - before.middle > Math.max(pitch, size) * WIDER) return false;
  if (Math.max(size, before.size) / Math.min(size, before.size) > SAME_SIZE) return false;
  if (isCentred(line, frame)) return isCentred(before, frame) || isFull(before, line, frame);
  if (isCentred(before, frame)) return false;
  const isIndented = line.start > before.start + size * EDGE && before.start < frame.left + size * EDGE;
  const isOutdented = line.start < before.start - size * DEEPEST_INDENT;
  return !isIndented && !isOutdented && isFull(before, line, frame);
}

/** Whether the next line's first word had no room any more. */
function isFull(before: Line, { words: [first], size }: Line, { right }: Frame): boolean {
  const width = first ? first.end - first.start : 0;
  return before.end + size * SPACE + width > right;
}

function isCentred({ start, end, size }: Line, { left, right }: Frame): boolean {
  const [before, behind] = [start - left, right - end];
  return before > size * 2 && Math.abs(before - behind) < size * 2;
}
