import { findPhrase, isWord, phraseAt } from "#services/documents/scan/find-phrase.ts";
import { type Found, SCANNED, type Tolerance, TYPED } from "#services/documents/scan/found.ts";
import { fold } from "#services/text/fold.ts";

/** A stretch of text with single spaces; positions in `text` and `folded` are the same. */
export interface Passage {
  readonly text: string;
  readonly folded: string;
  /** From a scan: letters may be wrong. */
  readonly scanned: boolean;
  /** Every word it holds, folded, with its places. */
  readonly tokens: () => ReadonlyMap<string, readonly number[]>;
  /** Where words stand that may be this folded one. */
  readonly like: (word: string) => readonly number[];
}

export function passageOf(text: string, scanned: boolean): Passage {
  const single = text.replace(/\s+/gu, " ").trim();
  const folded = fold(single);
  let known: ReadonlyMap<string, readonly number[]> | undefined;
  const tokens = () => {
    known ??= tokensOf(folded);
    return known;
  };
  return { text: single, folded, scanned, tokens, like: wordFinder(tokens, toleranceOf({ scanned })) };
}

/** Share of a phrase's words that must be recognisable before it is looked for letter by letter. */
export const RECOGNISABLE = 0.7;

/** All places of a folded phrase, as loosely as the passage's origin allows. */
export function places(
  passage: Passage,
  phrase: string,
  tolerance: Tolerance = toleranceOf(passage),
): readonly Found[] {
  const words = phrase.split(" ");
  const held = words.filter((word) => passage.like(word).length > 0).length;
  if (held < words.length * RECOGNISABLE) return [];
  return windowsOf(passage, phrase, words).flatMap(({ from, to }) =>
    findPhrase(passage.folded.slice(from, to), phrase, tolerance).map(({ start, end, cost }) => ({
      start: from + start,
      end: from + end,
      cost,
    })),
  );
}

export function has(passage: Passage, phrase: string): boolean {
  return places(passage, phrase).length > 0;
}

export function hasAny(passage: Passage, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => has(passage, phrase));
}

/** The first of the phrases that stands at `at`, spaces skipped. */
export function anyAt(passage: Passage, at: number, phrases: readonly string[]): Found | null {
  for (const phrase of phrases) {
    const found = phraseAt(passage.folded, at, phrase, toleranceOf(passage));
    if (found) return found;
  }
  return null;
}

export function toleranceOf(passage: Pick<Passage, "scanned">): Tolerance {
  return passage.scanned ? SCANNED : TYPED;
}

/** The stretches around the phrase's two rarest words: it can stand nowhere else. */
function windowsOf(
  passage: Passage,
  phrase: string,
  words: readonly string[],
): readonly { from: number; to: number }[] {
  const anchors = [...new Set(words)]
    .map((word) => passage.like(word))
    .filter((at) => at.length > 0)
    .sort((a, b) => a.length - b.length)
    .slice(0, 2);
  const reach = Math.ceil(phrase.length * 1.3) + 8;
  const windows: { from: number; to: number }[] = [];
  for (const at of anchors.flat().sort((a, b) => a - b)) {
    const from = wordStart(passage.folded, at - reach);
    const to = Math.min(passage.folded.length, wordStart(passage.folded, at + reach));
    const last = windows.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else windows.push({ from, to });
  }
  return windows;
}

function wordStart(text: string, near: number): number {
  if (near <= 0) return 0;
  if (near >= text.length) return text.length;
  return text.lastIndexOf(" ", near) + 1;
}

const TOKEN = /[\p{L}\p{N}&$¢@']+/gu;

function wordFinder(tokens: Passage["tokens"], tolerance: Tolerance): Passage["like"] {
  const known = new Map<string, readonly number[]>();
  return (word) => {
    const answer = known.get(word);
    if (answer) return answer;
    const bare = bareWord(word);
    const weighed = weighedWords(bare, tolerance);
    const found: number[] = [];
    for (const [token, at] of tokens()) {
      let isLike = weighed.get(token);
      if (isLike === undefined) {
        isLike = isWord(bare, token, tolerance);
        weighed.set(token, isLike);
      }
      if (isLike) found.push(...at);
    }
    known.set(word, found);
    return found;
  };
}

/** Which words were found to be this one or not: papers say the same few hundred words again and again. */
function weighedWords(word: string, tolerance: Tolerance): Map<string, boolean> {
  const byWord = weighed.get(tolerance) ?? new Map<string, Map<string, boolean>>();
  weighed.set(tolerance, byWord);
  if (byWord.size > MOST_WORDS) byWord.clear();
  const known = byWord.get(word) ?? new Map<string, boolean>();
  if (known.size > MOST_WEIGHED) known.clear();
  byWord.set(word, known);
  return known;
}

const MOST_WORDS = 1_000;
const MOST_WEIGHED = 2_000;
const weighed = new WeakMap<Tolerance, Map<string, Map<string, boolean>>>();

/** Of a phrase's word, the part that a passage's words are weighed against. */
export function bareWord(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, "");
}

function tokensOf(folded: string): ReadonlyMap<string, number[]> {
  const tokens = new Map<string, number[]>();
  for (const match of folded.matchAll(TOKEN)) {
    const at = tokens.get(match[0]);
    if (at) at.push(match.index);
    else tokens.set(match[0], [match.index]);
  }
  return tokens;
}
