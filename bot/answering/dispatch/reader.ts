import { type Remainder, remainderOf, takenOut, without } from "#commands/slots/remainder.ts";

export type Reader = ReturnType<typeof createReader>;

/** A sentence from which parts are taken as they are understood. */
export function createReader(typed: string) {
  let left = remainderOf(typed);

  /** Takes a part out and returns its words. */
  function take(start: number, end: number): string {
    const words = left.text.slice(start, end);
    left = without(left, start, end);
    return words;
  }

  return {
    /** What no part was taken from so far. */
    left: () => left,

    /** Goes on with what somebody else left of it. */
    set(rest: Remainder) {
      left = rest;
    },

    take,

    /** Takes out every place of a pattern; the folded words of the first, null = there is none. */
    cut(pattern: RegExp): string | null {
      let first: string | null = null;
      for (let match = pattern.exec(left.folded); match; match = pattern.exec(left.folded)) {
        if (match[0].trim() === "") break;
        first ??= match[0];
        take(match.index, match.index + match[0].length);
      }
      return first;
    },

    /** Takes out every place of all patterns; the name of the first that has one, null = none has. */
    cutFirst<T>(ways: readonly (readonly [T, RegExp])[]): T | null {
      let found: T | null = null;
      for (const [name, pattern] of ways) if (this.cut(pattern) !== null) found ??= name;
      return found;
    },

    /** Takes out what was matched in it. */
    cutMatch(match: RegExpExecArray | null) {
      if (match) take(match.index, match.index + match[0].length);
    },

    /** Takes out what a finder takes; its value, and the words it took. */
    find<T>(finder: (text: Remainder) => readonly [T, Remainder]): { value: T; words: string } {
      const before = left;
      const [value, rest] = finder(left);
      left = rest;
      return { value, words: takenOut(before, rest) };
    },
  };
}
