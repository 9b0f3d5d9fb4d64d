import { decoded } from "#services/documents/readers/pdf/font.ts";
import type { Glyph } from "#services/documents/readers/pdf/glyph.ts";

/** Letters of one word; its places are those of its letters (see Glyph). */
export interface Word extends Glyph {
  readonly letters: readonly Glyph[];
}

/** Letters drawn one behind the other. */
interface Run {
  readonly letters: Glyph[];
  /** A space was drawn right before them. */
  readonly isApart: boolean;
}

/** Of the size: letters further apart belong to two words, those that lie further upon each other too. */
const WIDEST_GAP = 0.13;
const DEEPEST_OVERLAP = 0.25;
/** Of the size: marks of notes stand higher than this, and are smaller. */
const SAME_LINE = 0.12;
const SMALLEST_SIZE = 0.82;
const MARK = /^\p{M}+$/u;

/** Letters as words: first as they were drawn, then what was drawn in pieces. */
export function wordsOf(glyphs: readonly Glyph[]): readonly Word[] {
  const runs: Run[] = [];
  let isApart = true;
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const last = run?.letters.at(-1);
    if (glyph.text.trim() === "") isApart = true;
    else if (last && isCopied(last, glyph)) continue;
    else if (run && last && !isApart && goesOn(last, glyph, DEEPEST_OVERLAP)) run.letters.push(glyph);
    else {
      runs.push({ letters: [glyph], isApart });
      isApart = false;
    }
  }
  return withoutCopies(joinPieces(runs).map(({ letters }) => wordOf(letters)));
}

export function wordOf(letters: readonly Glyph[]): Word {
  const [first] = letters;
  if (!first) throw new RangeError("a word has letters");
  const text = decoded(letters.map((letter) => letter.text).join(""), first.font);
  const end = letters.reduce((furthest, letter) => Math.max(furthest, letter.end), first.end);
  return { ...first, text, end, letters };
}

function goesOn(last: Glyph, next: Glyph, overlap: number): boolean {
  if (last.turn !== next.turn || last.ink !== next.ink || last.font.script !== next.font.script) return false;
  const gap = (next.start - last.end) / last.size;
  if (MARK.test(next.text)) return Math.abs(gap) < 1.5;
  const sizes = Math.min(last.size, next.size) / Math.max(last.size, next.size);
  const isLevel = Math.abs(next.middle - last.middle) < last.size * SAME_LINE;
  return isLevel && sizes > SMALLEST_SIZE && gap < WIDEST_GAP && gap > -overlap;
}

/** Some programs draw bold letters twice, a hair apart. */
const HAIR = 0.15;

const isCopied = (drawn: Glyph, next: Glyph): boolean =>
  drawn.text === next.text &&
  drawn.turn === next.turn &&
  Math.abs(drawn.end - next.end) < next.size * HAIR &&
  Math.abs(drawn.middle - next.middle) < next.size * HAIR;

function withoutCopies(words: readonly Word[]): readonly Word[] {
  const seen = new Map<string, Word>();
  return words.filter((word) => {
    const [column, line] = [Math.round(word.end / word.size), Math.round(word.middle / word.size)];
    const keys = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => `${column + x} ${line + y} ${word.text}`));
    const copied = keys.some((key) => {
      const other = seen.get(key);
      return other !== undefined && isCopied(other, word);
    });
    if (!copied) seen.set(`${column} ${line} ${word.text}`, word);
    return !copied;
  });
}

/** Pieces drawn at different moments that stand as one word. */
function joinPieces(runs: readonly Run[]): readonly Run[] {
  return inLines(runs).flatMap((line) => {
    const whole: Run[] = [];
    for (const run of line.sort((a, b) => startOf(a).start - startOf(b).start)) {
      const last = whole.at(-1)?.letters;
      const end = last?.at(-1);
      if (last && end && !run.isApart && goesOn(end, startOf(run), HAIR)) last.push(...run.letters);
      else whole.push(run);
    }
    return whole;
  });
}

function inLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [];
  for (const run of runs.toSorted((a, b) => startOf(a).middle - startOf(b).middle)) {
    const [first] = lines.at(-1) ?? [];
    const { middle, size } = startOf(run);
    if (first && middle - startOf(first).middle < size * SAME_LINE) lines.at(-1)?.push(run);
    else lines.push([run]);
  }
  return lines;
}

function startOf({ letters: [first] }: Run): Glyph {
  if (!first) throw new RangeError("a run has letters");
  return first;
}
