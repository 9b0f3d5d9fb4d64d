import { askedForBy } from "#bot/answering/dispatch/asked-for.ts";
import type { Stretch } from "#bot/answering/dispatch/left-words.ts";
import type { Listening } from "#bot/answering/dispatch/listening.ts";
import { type Remainder, without } from "#commands/slots/remainder.ts";
import { fold } from "#services/text/fold.ts";
import { hasAccents } from "#services/text/tones.ts";
import { accentAgreement, keyOf, splitWords, type Word } from "#services/units/spelling.ts";
import { titleAt } from "#services/units/titles.ts";
import type { Unit, UnitKind } from "#services/units/unit.ts";
import type { FindUnitOptions, UnitMatch, Units } from "#services/units/units.ts";

/** Longest name of a unit, in words. */
const UNIT_WORDS = 8;
/** A name is sought among the first so many words: each run of words takes its time. */
const QUESTION_WORDS = 40;
/** A single word may be any. */
const LEAST_OF_NAME = 2;
/** Units of one sentence. */
const MOST_UNITS = 6;

/** Of namesakes the one that has units is meant, as in a command. */
const SCOPES: readonly UnitKind[] = ["district", "province", "country"];

export interface NamedUnits {
  /** In the order they stand. */
  readonly units: readonly Unit[];
  /** Where units are named of which there are no data, or that may be several: "Gia Lai" is not two small words. */
  readonly strange: readonly Stretch[];
  readonly rest: Remainder;
}

/** The units whose names stand in a sentence, longest name first; only those with data, or of the home scope. */
export async function unitsIn(
  text: Remainder,
  { services: { results, units }, home, commands }: Pick<Listening, "services" | "home" | "commands">,
): Promise<NamedUnits> {
  const preferred = await results.unitsWithData(null);
  const isKnown = (unit: Unit): boolean =>
    unit.parent === home.id || unit.id === home.id || preferred.some((set) => set.has(unit.id));
  const found: (Phrase & { readonly unit: Unit })[] = [];
  const strange: Phrase[] = [];
  for (const phrase of phrasesOf(text.text)) {
    if (found.length === MOST_UNITS) break;
    if (found.some(({ start, end }) => phrase.start < end && start < phrase.end)) continue;
    const options = { scope: home.id, preferred, exact: true };
    const match = meantBy(phrase.words, options, units);
    if (match.found !== "one" || !match.exact || !isKnown(match.unit)) {
      if (isName(phrase.words, match)) strange.push(phrase);
      continue;
    }
    if (agreesInAccents(phrase.words, match.unit)) found.push({ ...phrase, unit: match.unit });
  }
  const named =
    found.length > 1
      ? found.filter(({ words }) => hasAccents(words) || !askedForBy(fold(words), commands))
      : found;
  const rest = named.reduce((left, { start, end }) => without(left, start, end), text);
  const inOrder = named.sort((a, b) => a.start - b.start).map(({ unit }) => unit);
  return { units: [...new Set(inOrder)], rest, strange };
}

function meantBy(words: string, options: FindUnitOptions, units: Units): UnitMatch {
  const any = units.find(words, options);
  return any.found === "several" ? units.find(words, { ...options, kinds: SCOPES }) : any;
}

/**
 * Words that are some unit's whole name, and that nobody writes so by chance: with its title, accents or capitals, or a
 * province's.
 */
function isName(phrase: string, match: UnitMatch): boolean {
  const words = splitWords(phrase);
  const titled = titleAt(words, 0)?.length ?? 0;
  if (words.length - titled < LEAST_OF_NAME) return false;
  const one = match.found === "one" && match.exact ? [match.unit] : [];
  const units = match.found === "several" ? match.units : one;
  const isMarked = titled > 0 || hasAccents(phrase) || /^\p{Lu}\S*(?: \p{Lu}\S*)*$/u.test(phrase);
  return units.some((unit) => (isMarked || unit.kind === "province") && agreesInAccents(phrase, unit));
}

/**
 * In a sentence "văn bản" is no xã Vân Bán, nor is "Xá" a title: "Lệ Xá, Dị Chế" are two. Words without accents may be
 * any name.
 */
function agreesInAccents(phrase: string, unit: Unit): boolean {
  const written = splitWords(phrase);
  const title = splitWords(unit.title);
  return [unit.name, ...unit.aliases].map(splitWords).some((name) =>
    written.some((_, at) => {
      const before = written.slice(Math.max(0, at - title.length), at);
      return accentAgreement(written.slice(at, at + name.length), name) > 0 && isTitleOrElse(before, title);
    }),
  );
}

/** Words that are a title but for their accents are none. */
function isTitleOrElse(words: readonly Word[], title: readonly Word[]): boolean {
  return keyOf(words) !== keyOf(title) || accentAgreement(words, title) > 0;
}

/** "xa, di che": the title belongs to the name before it. */
function isTitleApart(phrase: string): boolean {
  const comma = phrase.indexOf(",");
  return comma > 0 && titleAt(splitWords(phrase), 0)?.length === splitWords(phrase.slice(0, comma)).length;
}

interface Phrase extends Stretch {
  readonly words: string;
}

/** Runs of words that could be a name, longest first; none goes over what was taken out between them. */
function* phrasesOf(text: string): Generator<Phrase> {
  const words = [...text.matchAll(/[\p{L}\d.]+/gu)].slice(0, QUESTION_WORDS);
  for (let size = Math.min(UNIT_WORDS, words.length); size >= 1; size--) {
    for (let at = 0; at + size <= words.length; at++) {
      const [first, last] = [words[at], words[at + size - 1]];
      if (!first || !last) continue;
      const [start, end] = [first.index, last.index + last[0].length];
      const phrase = text.slice(start, end);
      if (phrase.length > 2 && !/ {2}|[;?!]/u.test(phrase) && !isTitleApart(phrase))
        yield { words: phrase, start, end };
    }
  }
}
