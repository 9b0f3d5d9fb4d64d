import { bareWord, type Passage, RECOGNISABLE, toleranceOf } from "#services/documents/marks/passage.ts";
import { isWord } from "#services/documents/scan/find-phrase.ts";
import type { Tolerance } from "#services/documents/scan/found.ts";

/** Answers which of many folded phrases a passage may hold, in their order: no other has a place in it. */
export function createPhraseIndex(phrases: readonly string[]): (passage: Passage) => readonly string[] {
  const lengths = phrases.map((phrase) => phrase.split(" ").length);
  const phrasesByWord = new Map<string, number[]>();
  for (const [i, phrase] of phrases.entries()) {
    for (const word of phrase.split(" ")) {
      const holders = phrasesByWord.get(word);
      if (holders) holders.push(i);
      else phrasesByWord.set(word, [i]);
    }
  }
  const wordsLike = createLikeness([...phrasesByWord.keys()]);

  return (passage) => {
    const tolerance = toleranceOf(passage);
    const held = new Set([...passage.tokens().keys()].flatMap((token) => wordsLike(token, tolerance)));
    const counts = new Map<number, number>();
    for (const word of held) {
      for (const i of phrasesByWord.get(word) ?? []) counts.set(i, (counts.get(i) ?? 0) + 1);
    }
    const isPossible = (_: string, i: number): boolean =>
      (counts.get(i) ?? 0) >= (lengths[i] ?? 0) * RECOGNISABLE;
    return phrases.filter(isPossible);
  };
}

/** The words that a word of a passage may be; each is weighed once, however often it comes. */
function createLikeness(words: readonly string[]) {
  const bare = words.map((word) => ({ word, bare: bareWord(word) }));
  const known = new Map<Tolerance, Map<string, readonly string[]>>();
  return (token: string, tolerance: Tolerance): readonly string[] => {
    const weighed = known.get(tolerance) ?? new Map<string, readonly string[]>();
    known.set(tolerance, weighed);
    const found =
      weighed.get(token) ??
      bare.filter((each) => isWord(each.bare, token, tolerance)).map(({ word }) => word);
    weighed.set(token, found);
    return found;
  };
}
