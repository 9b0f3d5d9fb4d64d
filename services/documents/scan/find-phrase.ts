import { alignments, isWordEdge } from "#services/documents/scan/align.ts";
import type { Found, Tolerance } from "#services/documents/scan/found.ts";
import { extraCost, missingCost, swapCost } from "#services/documents/scan/scan-cost.ts";
import { apart, createTaken } from "#services/text/taken.ts";

/** Even a short word may differ by this much. */
const LEAST_WORD_COST = 0.6;

/**
 * All places of `phrase` (folded) in `text` (folded, single spaces) within the tolerance.
 * Approximate matching after Sellers (1980), with the costs of a scan instead of 1 for every edit.
 */
export function findPhrase(text: string, phrase: string, tolerance: Tolerance): readonly Found[] {
  const exact = exactPlaces(text, phrase);
  const allowed = allowedCost(phrase, tolerance);
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
  if (!mayBegin(phrase, text.charAt(start), tolerance)) return null;
  const window = text.slice(start, start + phrase.length + 4);
  const found = findPhrase(window, phrase, tolerance).find((place) => place.start === 0);
  return found ? { start, end: start + found.end, cost: found.cost } : null;
}

/** Whether a phrase can stand where this letter is its first: read as the phrase's own, or that one missing. */
function mayBegin(phrase: string, seen: string, tolerance: Tolerance): boolean {
  if (seen === "") return false;
  const first = phrase.charAt(0);
  return Math.min(swapCost(first, seen), missingCost(first)) <= allowedCost(phrase, tolerance);
}

function allowedCost(phrase: string, tolerance: Tolerance): number {
  return tolerance.perLetter * phrase.replaceAll(" ", "").length;
}

/**
 * Cost of reading `seen` as the one word `meant`, both folded; infinite as soon as it is sure to be above `most`.
 * One row of the edit table is kept, and written over letter by letter.
 */
export function wordCost(meant: string, seen: string, most = Number.POSITIVE_INFINITY): number {
  const width = seen.length;
  if (row.length <= width) row = new Float64Array(2 * width);
  row[0] = 0;
  for (let j = 1; j <= width; j += 1) row[j] = (row[j - 1] ?? 0) + extraCost(seen.charAt(j - 1));
  for (let i = 0; i < meant.length; i += 1) {
    if (readLetter(meant.charAt(i), seen) > most) return Number.POSITIVE_INFINITY;
  }
  return row[width] ?? 0;
}

let row = new Float64Array(64);

/** Takes the row on by one letter meant; answers the least cost in it: the word can cost no less. */
function readLetter(letter: string, seen: string): number {
  const missing = missingCost(letter);
  let diagonal = row[0] ?? 0;
  let cost = diagonal + missing;
  let least = cost;
  row[0] = cost;
  for (let j = 1; j <= seen.length; j += 1) {
    const mark = seen.charAt(j - 1);
    const above = row[j] ?? 0;
    cost = Math.min(diagonal + swapCost(letter, mark), cost + extraCost(mark), above + missing);
    diagonal = above;
    row[j] = cost;
    if (cost < least) least = cost;
  }
  return least;
}

/** Whether `seen` may be the word `meant` under a tolerance. */
export function isWord(meant: string, seen: string, tolerance: Tolerance): boolean {
  if (meant === seen) return true;
  if (Math.abs(meant.length - seen.length) > 2) return false;
  const most = Math.max(LEAST_WORD_COST, tolerance.perWordLetter * meant.length);
  return wordCost(meant, seen, most) <= most;
}

/** The places where a folded phrase stands letter for letter, as words of its own. */
export function exactPlaces(text: string, phrase: string): Found[] {
  const places: Found[] = [];
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    if (isWordEdge(text, at) && isWordEdge(text, end)) places.push({ start: at, end, cost: 0 });
  }
  return places;
}
