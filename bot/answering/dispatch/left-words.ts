import { isSmall, NEVER_SMALL } from "#bot/answering/dispatch/small-words.ts";
import type { Remainder } from "#commands/slots/remainder.ts";

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A word that nothing in the sentence accounts for. */
export interface LeftWord extends Stretch {
  readonly folded: string;
  readonly written: string;
}

/** What is left over of a sentence; `names`: where words are a name, be they small ones otherwise. */
export function leftWords({ text, folded }: Remainder, names: readonly Stretch[]): readonly LeftWord[] {
  const { index: from = 0, 0: asked = "" } = NEVER_SMALL.exec(folded) ?? {};
  const kept = [...names, { start: from, end: from + asked.length }];
  const isKept = ({ start }: LeftWord): boolean => kept.some((one) => start >= one.start && start < one.end);
  return [...folded.matchAll(/[\p{L}\d]+/gu)]
    .map((match): LeftWord => {
      const [start, end] = [match.index, match.index + match[0].length];
      return { folded: match[0], written: text.slice(start, end), start, end };
    })
    .filter((word) => isKept(word) || !isSmall(word.folded, word.written));
}
