import { fold } from "#services/text/fold.ts";
import { trimEnd } from "#services/text/trim-end.ts";

/** A text of which parts have been understood; positions never shift. */
export interface Remainder {
  /** Single spaces, understood parts blanked out. */
  readonly text: string;
  /** The same, folded. */
  readonly folded: string;
}

export function remainderOf(text: string): Remainder {
  const single = text.replace(/\s+/gu, " ");
  return { text: single, folded: fold(single) };
}

/** The remainder without the part from `start` up to `end`. */
export function without(remainder: Remainder, start: number, end: number): Remainder {
  const blank = (text: string): string => text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
  return { text: blank(remainder.text), folded: blank(remainder.folded) };
}

/** What is left, tidied: no understood parts, no stray separators at the ends. */
export function words(remainder: Remainder): string {
  const tidied = remainder.text.replace(/\s+/gu, " ").replace(/^[\s,;:.–-]+/u, "");
  return trimEnd(tidied, ",;:.?!–-").replace(/ ([,;])/gu, "$1");
}
