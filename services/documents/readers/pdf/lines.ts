import type { Word } from "#services/documents/readers/pdf/words.ts";

/** Words that stand side by side, from left to right. */
export interface Line {
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
  readonly middle: number;
  readonly size: number;
}

/** Of the size: middles this near to each other stand on one line. */
const SAME_LINE = 0.45;

/** Words of one turn as lines, from top to bottom. */
export function linesOf(words: readonly Word[]): readonly Line[] {
  const lines: Word[][] = [];
  for (const word of words.toSorted((a, b) => a.middle - b.middle)) {
    const line = lines.at(-1);
    if (line?.[0] && word.middle - line[0].middle < Math.max(line[0].size, word.size) * SAME_LINE)
      line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => lineOf(line.sort((a, b) => a.start - b.start)));
}

export function lineOf(words: readonly Word[]): Line {
  return {
    words,
    start: Math.min(...words.map(({ start }) => start)),
    end: Math.max(...words.map(({ end }) => end)),
    middle: words[0]?.middle ?? 0,
    size: Math.max(...words.map(({ size }) => size)),
  };
}

export const textOf = ({ words }: Pick<Line, "words">): string => words.map(({ text }) => text).join(" ");

/** Parts of a line that stand apart by more than `widest` sizes. */
export function partsOf({ words, size }: Line, widest: number): readonly Line[] {
  const parts: Word[][] = [];
  let end = 0;
  for (const word of words) {
    const part = parts.at(-1);
    if (part && word.start - end < size * widest) part.push(word);
    else parts.push([word]);
    end = Math.max(part ? end : word.end, word.end);
  }
  return parts.map(lineOf);
}
