import type { LeftWord } from "#bot/answering/dispatch/left-words.ts";
import type { Listening } from "#bot/answering/dispatch/listening.ts";
import type { Sentence } from "#bot/answering/dispatch/sentence.ts";
import { isWeighty } from "#bot/answering/dispatch/small-words.ts";
import type { Unit } from "#services/units/unit.ts";

/** Words of a name that may hold a slip: one word alone is too like others. */
const LEAST_WORDS = 2;
const MOST_WORDS = 5;

/** A unit that was mistyped, or words that `/xa` is to ask back about. */
type Guess = { readonly unit: Unit } | { readonly typed: string };

/**
 * The unit that leftover words name with a slip, as `/xa` would find it: only where they stand side by side and the
 * sentence asks for nothing else or writes them as a name. null = they name none.
 */
export function guessUnit(
  sentence: Sentence,
  preferred: readonly ReadonlySet<string>[],
  { services, home }: Listening,
): Guess | null {
  const { left, units, intent, takes, limits, rest } = sentence;
  if (left.length === 0 || units.length > 0) return null;
  if (left.some((word) => isWeighty(word.folded, word.written))) return null;
  const isName = left.length > 1 && left.every(({ written }) => /^\p{Lu}/u.test(written));
  if (!isName && (intent !== null || `${takes}${limits}` !== "")) return null;
  const isKnown = (unit: Unit): boolean =>
    unit.parent === home.id || unit.id === home.id || preferred.some((set) => set.has(unit.id));
  for (const words of phrasesAround(rest, left)) {
    const match = services.units.find(words, { scope: home.id, preferred });
    if (match.found === "one" && isKnown(match.unit)) return { unit: match.unit };
    if (match.found === "several" && match.units.some(isKnown)) return { typed: words };
  }
  return isName ? { typed: left.map(({ written }) => written).join(" ") } : null;
}

/** Runs of the remaining words that hold all leftover ones, longest first: a name's own words may be small ones too. */
function* phrasesAround(rest: string, left: readonly LeftWord[]): Generator<string> {
  const [first, last] = [left[0], left.at(-1)];
  if (!first || !last || / {2}/u.test(rest.slice(first.start, last.end))) return;
  const before = wordsOf(/\S+( \S+)* ?$/u.exec(rest.slice(0, first.start))?.[0]);
  const after = wordsOf(/^ ?\S+( \S+)*/u.exec(rest.slice(last.end))?.[0]);
  const core = rest.slice(first.start, last.end);
  const size = core.split(" ").length;
  for (let more = Math.min(before.length + after.length, MOST_WORDS - size); more >= 0; more--) {
    if (size + more < LEAST_WORDS) return;
    for (let ahead = Math.min(more, before.length); ahead >= 0 && more - ahead <= after.length; ahead--) {
      yield [...before.slice(before.length - ahead), core, ...after.slice(0, more - ahead)].join(" ");
    }
  }
}

const wordsOf = (text = ""): readonly string[] =>
  text
    .replace(/[?!.,;:]/gu, " ")
    .split(/\s+/u)
    .filter((word) => word !== "");
