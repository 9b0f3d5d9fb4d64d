import { OVERDRAWN } from "#services/documents/neutral.ts";
import { around, type Box, boxOf, liesUpon, overlap } from "#services/documents/readers/pdf/box.ts";
import type { Glyph } from "#services/documents/readers/pdf/glyph.ts";
import type { Word } from "#services/documents/readers/pdf/words.ts";

export interface Layers {
  /** The page's text, and figures of overlays: whose they are is for a person to say, so they spoil what they lie in. */
  readonly text: readonly Word[];
  /** Words of stamps, signatures and marks. */
  readonly overlays: readonly Word[];
}

/** Of a page's words: what is drawn alike so often is its text. */
const TEXT_SHARE = 0.2;
/** A stamp says so much at most. */
const MOST_WORDS = 80;

/**
 * Parts what was laid over a text from the text. An overlay is drawn at once and otherwise than the text (its ink, size
 * or direction), says something in words, lies upon the text or in a table among whose words it was not drawn, and does
 * not stand on lines of the text, as a long name does that runs into the next cell. `glyphs`: in the order they were drawn;
 * `tables`: those that rules draw.
 */
export function layersOf(words: readonly Word[], glyphs: readonly Glyph[], tables: readonly Box[]): Layers {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(lookOf(word), (counts.get(lookOf(word)) ?? 0) + 1);
  const isText = (word: Word): boolean => (counts.get(lookOf(word)) ?? 0) >= words.length * TEXT_SHARE;
  const shelves = shelvesOf(words.filter(isText));
  const runs = runsOf(asDrawn(words, glyphs)).map((run, i, all): Run => {
    const box = around(run.map(boxOf));
    const isInTable = tables.some((table) => isUpon(box, table));
    const isOutOfTurn = [all[i - 1]?.at(-1), all[i + 1]?.[0]].every((word) => !word || isFar(word, box));
    return { words: run, isStrayed: isInTable && isOutOfTurn };
  });
  const overlays = new Set(
    runs
      .filter(({ words: [first] }) => first && !isText(first))
      .filter((run) => isOverlay(run, shelves))
      .flatMap((run) => run.words),
  );
  const text = words.flatMap((word) => {
    if (!overlays.has(word)) return word;
    return FIGURE.test(word.text) ? { ...word, text: `${OVERDRAWN.trim()} ${word.text}` } : [];
  });
  return { text, overlays: [...overlays] };
}

function asDrawn(words: readonly Word[], glyphs: readonly Glyph[]): readonly Word[] {
  const order = new Map(glyphs.map((glyph, i) => [glyph, i]));
  const orderOf = ({ letters: [first] }: Word): number => (first && order.get(first)) ?? 0;
  return words.toSorted((a, b) => orderOf(a) - orderOf(b));
}

/** Words drawn one behind the other that look alike. */
interface Run {
  readonly words: readonly Word[];
  /** It stands in a table among whose words it was not drawn. */
  readonly isStrayed: boolean;
}

/** Points: sizes nearer to each other are one. */
const SAME_SIZE = 0.5;

const lookOf = ({ ink, size, turn }: Word): string => `${ink} ${Math.round(size / SAME_SIZE)} ${turn}`;

function runsOf(drawn: readonly Word[]): readonly (readonly Word[])[] {
  const runs: Word[][] = [];
  for (const word of drawn) {
    const last = runs.at(-1);
    if (last?.[0] && lookOf(last[0]) === lookOf(word)) last.push(word);
    else runs.push([word]);
  }
  return runs;
}

/** Not a date and not an hour. */
const FIGURE = /^[^\p{L}\p{N}]*\d[\d.,]*(?:\/[\d.,]+)?[^\p{L}\p{N}]*$/u;
const WORDS = /\p{L}{2}/u;

function isOverlay({ words, isStrayed }: Run, shelves: Shelves): boolean {
  if (words.length > MOST_WORDS || !words.some(({ text }) => WORDS.test(text))) return false;
  const near = words.map((word) => ({ word, box: boxOf(word), others: besides(boxOf(word), shelves) }));
  const level = near.filter(({ word, others }) => others.some((other) => isLevel(word, other.word)));
  if (level.length >= words.length * (isStrayed ? 1 : MOSTLY)) return false;
  return isStrayed || near.some(({ box, others }) => others.some((other) => liesUpon(box, other.box)));
}

const MOSTLY = 0.5;

/** Of the size: words drawn one after the other stand no further apart, up and down, where they are of one cell or row. */
const FARTHEST = 2;

function isFar(word: Word, run: Box): boolean {
  const { top, bottom } = boxOf(word);
  return overlap(top, bottom, run.top, run.bottom) < -word.size * FARTHEST;
}

const isUpon = (box: Box, table: Box): boolean =>
  overlap(box.left, box.right, table.left, table.right) > 0 &&
  overlap(box.top, box.bottom, table.top, table.bottom) > 0;

/** Of the size: words of one line stand no further from it. */
const OFF_LINE = 0.03;
/** Letters so many times larger are of no line of a text. */
const UNLIKE = 1.5;
/** The line that letters stand on, below their middle; of the size. */
const BELOW_MIDDLE = 0.3;

function isLevel(a: Word, b: Word): boolean {
  if (a.turn !== b.turn || Math.max(a.size, b.size) > Math.min(a.size, b.size) * UNLIKE) return false;
  const off = b.size * OFF_LINE;
  const baseline = ({ middle, size }: Word): number => middle + size * BELOW_MIDDLE;
  return Math.abs(a.middle - b.middle) < off || Math.abs(baseline(a) - baseline(b)) < off;
}

interface Placed {
  readonly word: Word;
  readonly box: Box;
}

/** Words by the stretches of the page's height that they stand in. */
type Shelves = ReadonlyMap<number, readonly Placed[]>;

/** Points. */
const SHELF = 40;

function shelvesOf(words: readonly Word[]): Shelves {
  const shelves = new Map<number, Placed[]>();
  for (const word of words) {
    const box = boxOf(word);
    for (const number of shelfNumbers(box)) {
      const shelf = shelves.get(number);
      if (shelf) shelf.push({ word, box });
      else shelves.set(number, [{ word, box }]);
    }
  }
  return shelves;
}

const besides = (box: Box, shelves: Shelves): readonly Placed[] =>
  shelfNumbers(box).flatMap((number) => shelves.get(number) ?? []);

function shelfNumbers({ top, bottom }: Box): readonly number[] {
  const [first, last] = [Math.floor(top / SHELF), Math.floor(bottom / SHELF)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
