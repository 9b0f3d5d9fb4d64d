import { cellText } from "#services/documents/readers/pdf/cell-text.ts";
import {
  columnFor,
  columnsUnder,
  type PartedLine,
  type Span,
} from "#services/documents/readers/pdf/columns.ts";
import { type Line, partsOf, textOf } from "#services/documents/readers/pdf/lines.ts";
import type { Word } from "#services/documents/readers/pdf/words.ts";

export interface Heads {
  /** Cells for each column; a head over several columns stands in each of them. */
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly PartedLine[];
}

/** Of the size: how far the heads may stand above the first row, and their lines above each other. */
const ABOVE_ROWS = 2.2;
const ABOVE_HEADS = 1.7;
/** Of the size: narrow heads stand near to each other. */
const APART = 0.42;
/** Of the size: a head over several columns stands so near to their middle. */
const OFF_CENTRE = 2;
const SENTENCE_END = /[.;:]$/u;

/** The heads of columns among the lines above a table's first row, the nearest of which stand at `above`'s end. */
export function headLines(above: readonly PartedLine[], columns: readonly Span[], top: number): Heads {
  const own = columns.map((): Word[] => []);
  const shared = columns.map((): string[] => []);
  const lines: PartedLine[] = [];
  let below = top;
  for (const line of above.toReversed()) {
    const farthest = lines.length === 0 ? ABOVE_ROWS : ABOVE_HEADS;
    if (below - line.middle > line.size * farthest || !isHeads(line, columns, lines.length > 0)) break;
    for (const part of partsOf(line, APART)) place(part, columns, own, shared);
    lines.unshift(line);
    below = line.middle;
  }
  if (lines.length === 0) return { rows: [], lines };
  const texts = own.map((words) => cellText(words, ANY_ROOM, false));
  const above2 = texts.map((text, i) => shared[i]?.join(" ") || text);
  return { rows: shared.some(({ length }) => length > 0) ? [above2, texts] : [texts], lines };
}

const ANY_ROOM = { across: Number.POSITIVE_INFINITY, down: Number.POSITIVE_INFINITY };

/** Each part stands over one column; over several only above the heads of these, and never over all. */
function isHeads(line: PartedLine, columns: readonly Span[], isHigher: boolean): boolean {
  return partsOf(line, APART).every((part) => {
    if (SENTENCE_END.test(textOf(part))) return false;
    if (columnsUnder(part, columns).length <= 1) return true;
    return isHigher && sharedColumns(part, columns).length > 0;
  });
}

/**
 * The fewest columns, those under it among them, in whose middle a head stands: it may be narrower than they are. None =
 * it is no head of theirs.
 */
function sharedColumns(part: Line, columns: readonly Span[]): readonly number[] {
  const under = columnsUnder(part, columns);
  const [first = 0, last = 0] = [under[0], under.at(-1)];
  const middle = (part.start + part.end) / 2;
  for (let more = 0; last - first + more + 1 < columns.length - 1; more += 1)
    for (
      let left = Math.min(first, more);
      left >= Math.max(0, more - (columns.length - 1 - last));
      left -= 1
    ) {
      const [from, to] = [first - left, last + more - left];
      const centre = ((columns[from]?.from ?? 0) + (columns[to]?.to ?? 0)) / 2;
      if (Math.abs(middle - centre) < part.size * OFF_CENTRE)
        return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    }
  return [];
}

function place(
  part: Line,
  columns: readonly Span[],
  own: readonly Word[][],
  shared: readonly string[][],
): void {
  if (columnsUnder(part, columns).length < 2) own[columnFor(part, columns)]?.unshift(...part.words);
  else for (const column of sharedColumns(part, columns)) shared[column]?.unshift(textOf(part));
}
