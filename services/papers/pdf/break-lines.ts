import type { Run } from "#services/papers/paper.ts";
import { type FontName, fontOf } from "#services/papers/pdf/fonts.ts";
import { sheetText } from "#services/text/sheet-text.ts";

/** A word, or the part of one that has room on a line. */
export interface Word {
  readonly text: string;
  readonly font: FontName;
  /** Points. */
  readonly width: number;
  /** A space stands behind it. */
  readonly spaced: boolean;
  /** A new line is begun behind it. */
  readonly ends?: boolean;
}

export interface TextLine {
  readonly words: readonly Word[];
  /** Points, with one space between words. */
  readonly width: number;
  /** Ends a paragraph: it is not spread. */
  readonly last: boolean;
}

/** Points that a text takes in a font. */
export type Measure = (text: string, font: FontName) => number;

/**
 * Runs as lines of a width in points, broken at spaces; a word that is wider than a line is cut. The first line begins
 * `indent` further in. A text without words is one empty line.
 */
export function breakLines(
  runs: readonly Run[],
  width: number,
  measure: Measure,
  indent = 0,
): readonly TextLine[] {
  const space = measure(" ", "regular");
  const lines: TextLine[] = [];
  let words: Word[] = [];
  let used = 0;
  const room = (): number => width - (lines.length === 0 ? indent : 0);
  const end = (last: boolean): void => {
    lines.push({ words, width: used, last });
    words = [];
    used = 0;
  };
  for (const word of wordsIn(runs, width, measure)) {
    const isGlued = words.length > 0 && words.at(-1)?.spaced === false;
    const gap = words.length === 0 || isGlued ? 0 : space;
    if (words.length > 0 && !isGlued && used + gap + word.width > room()) end(false);
    used += (words.length === 0 ? 0 : gap) + word.width;
    words.push(word);
    if (word.ends) end(true);
  }
  end(true);
  return lines;
}

/** A space at the beginning of a run stands behind the word before it. */
function wordsIn(runs: readonly Run[], width: number, measure: Measure): readonly Word[] {
  const words: Word[] = [];
  for (const { text, ...look } of runs) {
    const font = fontOf(look);
    const clean = sheetText(text);
    const before = words.pop();
    if (before) words.push({ ...before, spaced: before.spaced || /^\s/u.test(clean) });
    const rows = clean.split("\n");
    for (const [i, row] of rows.entries()) {
      const found = wordsOf(row, font, width, measure);
      const ends = i < rows.length - 1;
      words.push(...found.map((word, at) => (ends && at === found.length - 1 ? { ...word, ends } : word)));
    }
  }
  return words;
}

function wordsOf(row: string, font: FontName, width: number, measure: Measure): readonly Word[] {
  const parts = row.split(/[ \t]+/u);
  return parts.flatMap((part, i) => {
    const pieces = cut(part, width, (text) => measure(text, font));
    return pieces.map((text, at) => ({
      text,
      font,
      width: measure(text, font),
      spaced: at < pieces.length - 1 || i < parts.length - 1,
    }));
  });
}

/** A word in pieces that have room; an empty one has none. */
function cut(word: string, width: number, widthOf: (text: string) => number): readonly string[] {
  if (word === "") return [];
  if (widthOf(word) <= width) return [word];
  const pieces: string[] = [""];
  for (const letter of word) {
    const longer = `${pieces.at(-1)}${letter}`;
    if (widthOf(longer) > width && pieces.at(-1) !== "") pieces.push(letter);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces;
}
