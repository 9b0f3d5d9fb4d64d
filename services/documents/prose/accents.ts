import type { Passage } from "#services/documents/marks/passage.ts";
import { fold } from "#services/text/fold.ts";
import { oncePer } from "#services/text/once-per.ts";
import { hasAccents, withOfficialTones } from "#services/text/tones.ts";

/** Words of a passage for patterns that tell "từ" from "đầu tư". */
export interface Written {
  readonly words: string;
  /** Accents were typed; a scan's are not to be trusted. */
  readonly isAccented: boolean;
}

/** A pattern that does without accents where none are written. */
export function inAccents(source: string): (written: Written) => boolean {
  const accented = new RegExp(source, "u");
  const bare = new RegExp(fold(source), "u");
  return ({ words, isAccented }) => (isAccented ? accented : bare).test(words);
}

/** A passage in small letters, as written where that keeps positions. */
const small = oncePer(({ text, folded, scanned }: Passage): Written => {
  const words = scanned ? folded : withOfficialTones(text).toLowerCase();
  const isAccented = !scanned && words.length === text.length && hasAccents(words);
  return { words: isAccented ? words : folded, isAccented };
});

export function writtenIn(passage: Passage, start: number, end: number): Written {
  const { words, isAccented } = small(passage);
  return { words: words.slice(start, end), isAccented };
}
