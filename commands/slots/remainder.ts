import { fold } from "#services/text/fold.ts";
import { trimEnd } from "#services/text/trim-end.ts";

/** A text of which parts have been understood; positions never shift. */
export interface Remainder {
  /** Single spaces, understood parts blanked out. */
  readonly text: string;
  /** The same, folded. */
  readonly folded: string;
}

/** A value and what is left of the text once it is taken out. */
export type Found<T> = readonly [value: T, rest: Remainder];

export function remainderOf(text: string): Remainder {
  const single = text.replace(/\s+/gu, " ");
  return { text: single, folded: fold(single) };
}

/** The remainder without the part from `start` up to `end`. */
export function without(remainder: Remainder, start: number, end: number): Remainder {
  const blank = (text: string): string => text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
  return { text: blank(remainder.text), folded: blank(remainder.folded) };
}

/** The remainder without what a pattern matched in its folded text. */
export function cut(remainder: Remainder, match: RegExpExecArray): Remainder {
  return without(remainder, match.index, match.index + match[0].length);
}

/** What is left, tidied: no understood parts, no stray separators at the ends. */
export function words(remainder: Remainder): string {
  const tidied = remainder.text.replace(/\s+/gu, " ").replace(/^[\s,;:.–-]+/u, "");
  return trimEnd(tidied, ",;:.?!–-").replace(/ ([,;])/gu, "$1");
}

/** The words that were taken out between two states of a text. */
export function takenOut(before: Remainder, after: Remainder): string {
  const letters = before.text.split("").map((letter, i) => (letter === after.text[i] ? " " : letter));
  return words({ text: letters.join(""), folded: "" });
}

/** A text from which parts are taken as they are understood; positions never shift. */
export interface Takable {
  /** Takes the first place of a folded pattern, from a position on. */
  take(pattern: RegExp, from?: number): Taken | null;
  blank(start: number, end: number): void;
  left(): Remainder;
  /** The words that were taken. */
  taken(): string;
}

export interface Taken {
  readonly groups: readonly (string | undefined)[];
  readonly end: number;
}

export function takable(typed: string): Takable {
  const whole = remainderOf(typed);
  let left = whole;
  return {
    take(pattern, from = 0) {
      const match = pattern.exec(left.folded.slice(from));
      if (!match) return null;
      const start = from + match.index;
      const end = start + match[0].length;
      left = without(left, start, end);
      return { groups: match.slice(1), end };
    },
    blank(start, end) {
      left = without(left, start, end);
    },
    left: () => left,
    taken: () => takenOut(whole, left),
  };
}

/** A pattern that begins and ends with whole words. */
export function wholeWords(source: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${source})(?![\p{L}\d])`, "u");
}
