import { type Word, wordOf } from "#services/documents/readers/pdf/words.ts";

/** Of the size: letters of two words stand further apart than those of one by more than this. */
const WIDER = 0.02;

/**
 * Words of neighbouring cells that were taken for one because a figure fills its cell to the rule at `x`: in two, where
 * their letters stand apart there more than anywhere else. null = they do not.
 */
export function splitAt(word: Word, x: number): readonly [Word, Word] | null {
  const { letters, size } = word;
  const gaps = letters.slice(1).map(({ start }, i) => start - (letters[i]?.end ?? start));
  const [widest = 0, second = 0] = gaps.toSorted((a, b) => b - a);
  const count = gaps.indexOf(widest) + 1;
  const next = letters[count];
  const isAtRule = next !== undefined && Math.abs(next.start - widest / 2 - x) < size;
  if (!isAtRule || widest < Math.max(0, second) + size * WIDER) return null;
  return [wordOf(letters.slice(0, count)), wordOf(letters.slice(count))];
}
