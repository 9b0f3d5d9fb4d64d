import { OVERDRAWN } from "#services/documents/neutral.ts";
import { boxOf, liesUpon } from "#services/documents/readers/pdf/box.ts";
import { type Line, linesOf, textOf } from "#services/documents/readers/pdf/lines.ts";
import type { Word } from "#services/documents/readers/pdf/words.ts";
import { isSyllable } from "#services/text/legacy/syllables.ts";

/** How wide a line of a cell may be, by the direction in which it is read; points. */
export interface Room {
  readonly across: number;
  readonly down: number;
}

/**
 * The text of one cell. Where words lie upon each other (a stamp, a correction), or one lies in two cells (`isTorn`),
 * OVERDRAWN stands between them: no figure can be taken from it.
 */
export function cellText(words: readonly Word[], room: Room, isTorn: boolean): string {
  if (isTorn || isOverdrawn(words)) return [...words.map(({ text }) => text), ""].join(OVERDRAWN).trim();
  const turns = [...new Set(words.map(({ turn }) => turn))];
  const texts = turns.map((turn) => {
    const width = turn === 1 || turn === 3 ? room.down : room.across;
    return wrapped(linesOf(words.filter((word) => word.turn === turn)), width);
  });
  return texts.join(" ");
}

function isOverdrawn(words: readonly Word[]): boolean {
  const boxes = words.map(boxOf).sort((a, b) => a.left - b.left);
  return boxes.some((box, i) => {
    for (let j = i + 1; j < boxes.length; j += 1) {
      const next = boxes[j];
      if (!next || next.left >= box.right) return false;
      if (liesUpon(box, next)) return true;
    }
    return false;
  });
}

function wrapped(lines: readonly Line[], width: number): string {
  let text = "";
  let before: Line | undefined;
  for (const line of lines) {
    const isCut = before !== undefined && isCutBetween(before, line, width);
    text += `${text === "" || isCut ? "" : " "}${textOf(line)}`;
    before = line;
  }
  return text;
}

const START_OF_NUMBER = /^[-+−–]?[\d.,]+$/u;
const REST_OF_NUMBER = /^[\d.,]+%?$|^%$/u;

/** A word too long for its cell goes on in the next line: it stood alone, and not one letter more had room. */
function isCutBetween(before: Line, line: Line, width: number): boolean {
  const [word, ...others] = before.words;
  const next = line.words[0];
  if (!word || !next || others.length > 0) return false;
  const letter = (next.end - next.start) / next.text.length;
  if (before.end - before.start + letter < width) return false;
  if (START_OF_NUMBER.test(word.text)) return line.words.length === 1 && REST_OF_NUMBER.test(next.text);
  return isLetters(word.text) && isLetters(next.text) && !(isSyllable(word.text) && isSyllable(next.text));
}

const isLetters = (text: string): boolean => /^\p{L}+$/u.test(text);
