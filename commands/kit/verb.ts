import { fold } from "#services/text/fold.ts";

/** How the verbs of a command are typed, folded: the first that the text begins with is meant. */
export type Verbs<V extends string> = readonly (readonly [verb: V, typed: RegExp])[];

/** The verb a text begins with, and what follows it; without a verb the whole text. */
export function readVerb<V extends string>(
  text: string,
  verbs: Verbs<V>,
): { readonly verb: V | null; readonly rest: string } {
  const words = text.trim();
  const folded = fold(words);
  for (const [verb, typed] of verbs) {
    const match = new RegExp(`^(?:${typed.source})(?![\\p{L}\\d])`, "u").exec(folded);
    if (match) return { verb, rest: words.slice(match[0].length).trim() };
  }
  return { verb: null, rest: words };
}
