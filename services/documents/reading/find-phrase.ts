import { alignments, isWordEdge } from "#services/documents/reading/align.ts";
import type { Found, Tolerance } from "#services/documents/reading/found.ts";
import { extraCost, missingCost, swapCost } from "#services/documents/reading/scan-cost.ts";
import { apart, createTaken } from "#services/text/taken.ts";

/** Even a short word may differ by this much. */
const LEAST_WORD_COST = 0.6;

/**
 * All places of `phrase` (folded) in `text` (folded, single spaces) within the tolerance.
 * Approximate matching after Sellers (1980), with the costs of a scan instead of 1 for every edit.
 */
export function findPhrase(text: string, phrase: string, tolerance: Tolerance): readonly Found[] {
  const exact = exactPlaces(text, phrase);
  const allowed = tolerance.perLetter * phrase.replaceAll(" ", "").length;
  if (allowed < 0.3) return exact;
  const near = [...alignments(text, phrase, allowed, tolerance)].sort(
    (a, b) => a.cost - b.cost || b.end - b.start - (a.end - a.start),
  );
  const taken = createTaken(text.length);
  for (const place of exact) taken.take(place);
  return [...exact, ...apart(near, text.length).filter(taken.isFree)].sort((a, b) => a.start - b.start);
}

/** The phrase at exactly this place, leading spaces allowed; null when it is not there. */
export function phraseAt(text: string, at: number, phrase: string, tolerance: Tolerance): Found | null {
  let start = at;
  while (text[start] === " ") start += 1;
  const window = text.slice(start, start + phrase.length + 4);
  const found = findPhrase(window, phrase, tolerance).find((place) => place.start === 0);
  return found ? { start, end: start + found.end, cost: found.cost } : null;
}

/** Cost of reading `seen` as the one word `meant`, both folded. */
export function wordCost(meant: string, seen: string): number {
  let costs = [0];
  for (const mark of seen) costs.push((costs.at(-1) ?? 0) + extraCost(mark));
  for (const letter of meant) {
    const next = [(costs[0] ?? 0) + missingCost(letter)];
    for (let j = 1; j <= seen.length; j += 1) {
      const mark = seen.charAt(j - 1);
      const swap = (costs[j - 1] ?? 0) + swapCost(letter, mark);
      const extra = (next[j - 1] ?? 0) + extraCost(mark);
      next.push(Math.min(swap, extra, (costs[j] ?? 0) + missingCost(letter)));
    }
    costs = next;
  }
  return costs[seen.length] ?? 0;
}

/** Whether `seen` may be the word `meant` under a tolerance. */
export function isWord(meant: string, seen: string, tolerance: Tolerance): boolean {
  if (meant === seen) return true;
  if (Math.abs(meant.length - seen.length) > 2) return false;
  return wordCost(meant, seen) <= Math.max(LEAST_WORD_COST, tolerance.perWordLetter * meant.length);
}

function exactPlaces(text: string, phrase: string): Found[] {
  const places: Found[] = [];
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    if (isWordEdge(text, at) && isWordEdge(text, end)) places.push({ start: at, end, cost: 0 });
  }
  return places;
}
