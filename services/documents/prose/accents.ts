import type { Passage } from "#services/documents/marks/passage.ts";
import { fold } from "#services/text/fold.ts";
import { oncePer } from "#services/text/once-per.ts";
import { hasAccents, withOfficialTones } from "#services/text/tones.ts";

/** A pattern that tells "từ" from "đầu tư" where accents are written, and does without where none are. */
export function inAccents(source: string): (words: string) => boolean {
  const accented = new RegExp(source, "u");
  const bare = new RegExp(fold(source), "u");
  return (words) => (hasAccents(words) ? accented : bare).test(words);
}

/** A passage's small letters as written, positions kept; a scan's accents are not to be trusted. */
export const asWritten = oncePer(({ text, folded, scanned }: Passage): { readonly folded: string } => {
  const small = scanned ? folded : withOfficialTones(text).toLowerCase();
  return { folded: small.length === text.length ? small : folded };
});
