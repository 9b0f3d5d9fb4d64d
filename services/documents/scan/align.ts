import type { Found, Tolerance } from "#services/documents/scan/found.ts";
import { extraCost, missingCost, swapCost } from "#services/documents/scan/scan-cost.ts";

/** Even a short word may differ by this much. */
const SPARE_WORD_COST = 0.15;
/** One letter of a short word may be wrong. */
const LEAST_WORD_COST = 0.6;

/**
 * Every end of an alignment of `phrase` with a stretch of `text` that costs at most `allowed`, with its cheapest start.
 * The edit table is kept one column at a time in typed arrays, and only down to the last cell that may still count
 * (Ukkonen 1985): this is the innermost loop of reading a document.
 */
export function alignments(
  text: string,
  phrase: string,
  allowed: number,
  tolerance: Tolerance,
): readonly Found[] {
  const rows = phrase.length;
  const pattern: Pattern = { ...spelt(phrase, tolerance), allowed };
  let [now, next] = columnsOf(rows);
  let active = firstColumn(now, pattern);

  const ends: Found[] = [];
  for (let j = 1; j <= text.length; j += 1) {
    const edge = isWordEdge(text, j) ? 0 : tolerance.edge;
    next.cost[0] = edge;
    next.base[0] = edge;
    next.start[0] = j;
    next.broken[0] = 0;
    active = advance(now, next, pattern, text.charAt(j - 1), active);
    const cost = (next.cost[rows] ?? 0) + edge;
    const isEnd = active === rows && cost <= allowed && next.broken[rows] === 0;
    if (isEnd) ends.push({ start: next.start[rows] ?? 0, end: j, cost });
    [now, next] = [next, now];
  }
  return ends;
}

interface Spelling {
  readonly letters: readonly string[];
  /** What the word around each letter may cost. */
  readonly caps: readonly number[];
}

interface Pattern extends Spelling {
  readonly allowed: number;
}

/** The same few hundred phrases are looked for in every line. */
function spelt(phrase: string, tolerance: Tolerance): Spelling {
  const known = spellings.get(tolerance) ?? new Map<string, Spelling>();
  spellings.set(tolerance, known);
  const found = known.get(phrase) ?? { letters: Array.from(phrase), caps: wordCaps(phrase, tolerance) };
  if (known.size > MOST_SPELT) known.clear();
  known.set(phrase, found);
  return found;
}

const MOST_SPELT = 5_000;
const spellings = new WeakMap<Tolerance, Map<string, Spelling>>();

/** The phrase read from nothing: every letter missing. Answers the last row that may still count. */
function firstColumn(column: Column, { letters, allowed }: Pattern): number {
  for (const [i, letter] of letters.entries()) {
    const cost = (column.cost[i] ?? 0) + missingCost(letter);
    if (cost > allowed) return i;
    column.cost[i + 1] = cost;
    column.broken[i + 1] = 1;
  }
  return letters.length;
}

/** Fills the next column for one more character of the text; answers the last row that may still count. */
function advance(now: Column, next: Column, pattern: Pattern, seen: string, active: number): number {
  const { letters, caps, allowed } = pattern;
  const extra = extraCost(seen);
  let reached = 0;
  for (let i = 1; i <= letters.length; i += 1) {
    if (i > active) now.cost[i] = Number.POSITIVE_INFINITY;
    step(now, next, i, letters[i - 1] ?? "", seen, extra, caps[i - 1] ?? 0);
    if ((next.cost[i] ?? 0) <= allowed) reached = i;
    else if (i > active) break;
  }
  return reached;
}

/** For every length of phrase read so far: the cheapest way to have read it up to here. */
interface Column {
  readonly cost: Float64Array;
  /** Cost spent before the word being read. */
  readonly base: Float64Array;
  readonly start: Int32Array;
  /** 1 = some word already cost too much. */
  readonly broken: Uint8Array;
}

/** Two columns of zeros, the same each time: one alignment ends before another begins. */
function columnsOf(rows: number): [Column, Column] {
  if (columns[0].cost.length <= rows) columns = [columnOf(2 * rows), columnOf(2 * rows)];
  for (const { cost, base, start, broken } of columns)
    for (const cells of [cost, base, start, broken]) cells.fill(0, 0, rows + 1);
  return [columns[0], columns[1]];
}

function columnOf(rows: number): Column {
  return {
    cost: new Float64Array(rows + 1),
    base: new Float64Array(rows + 1),
    start: new Int32Array(rows + 1),
    broken: new Uint8Array(rows + 1),
  };
}

let columns: [Column, Column] = [columnOf(64), columnOf(64)];

function step(
  now: Column,
  next: Column,
  i: number,
  meant: string,
  seen: string,
  extra: number,
  cap: number,
): void {
  const swapped = (now.cost[i - 1] ?? 0) + swapCost(meant, seen);
  const added = (now.cost[i] ?? 0) + extra;
  const missed = (next.cost[i - 1] ?? 0) + missingCost(meant);
  const isSwap = swapped <= added && swapped <= missed;
  const from = isSwap || added <= missed ? now : next;
  const k = isSwap || added > missed ? i - 1 : i;
  const cost = isSwap ? swapped : Math.min(added, missed);
  const base = from.base[k] ?? 0;
  next.cost[i] = cost;
  next.start[i] = from.start[k] ?? 0;
  next.broken[i] = from.broken[k] === 1 || cost - base > cap ? 1 : 0;
  next.base[i] = meant === " " ? cost : base;
}

/** For every character of a phrase, what the word it stands in may cost. */
function wordCaps(phrase: string, tolerance: Tolerance): readonly number[] {
  return phrase.split(" ").flatMap((word) => {
    const cap = Math.max(LEAST_WORD_COST, tolerance.perWordLetter * word.length) + SPARE_WORD_COST;
    return Array.from({ length: word.length + 1 }, () => cap);
  });
}

export function isWordEdge(text: string, at: number): boolean {
  return !isWordLetter(text, at - 1) || !isWordLetter(text, at);
}

const WORD_LETTER = /[\p{L}\p{N}&$¢@]/u;

function isWordLetter(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const code = text.charCodeAt(at);
  if (code < 128)
    return (
      (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 38 || code === 36 || code === 64
    );
  return WORD_LETTER.test(text.charAt(at));
}
