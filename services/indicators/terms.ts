import type { Indicator } from "#services/indicators/indicator.ts";
import { foldWords } from "#services/text/fold.ts";
import { withToneLast } from "#services/text/tones.ts";

/** One way of writing something that is measured. */
export interface Term {
  readonly folded: string;
  /** The same with its accents, word by word, tones moved to the end: "hóa" and "hoá" are one. */
  readonly words: readonly string[];
  /** All it may stand for, in the order of the catalogue. */
  readonly indicators: readonly Indicator[];
}

type Abbreviations = readonly (readonly [full: string, short: string])[];

/** The names, aliases, labels and ids of indicators, also abbreviated; longest first. */
export function termsOf(indicators: readonly Indicator[], abbreviations: Abbreviations): readonly Term[] {
  const terms = new Map<string, { words: readonly string[]; indicators: Indicator[] }>();
  for (const indicator of indicators) {
    const { name, short, aliases, id } = indicator;
    for (const written of [name.vi, ...aliases, id, name.en, short.vi, short.en].flatMap((each) =>
      spellings(each, abbreviations),
    )) {
      const folded = foldWords(written);
      const term = terms.get(folded) ?? { words: wordsOf(written), indicators: [] };
      if (!term.indicators.includes(indicator)) term.indicators.push(indicator);
      terms.set(folded, term);
    }
  }
  return [...terms]
    .map(([folded, term]) => ({ folded, ...term }))
    .sort((a, b) => b.folded.length - a.folded.length);
}

/**
 * Whether written words, equal to a term's but for accents, can be meant as it: accents may be missing or some of them
 * wrong ("tiên độ"), but "Hải Long" is not "hài lòng".
 */
export function agrees(written: string, { words }: Term): boolean {
  let right = 0;
  let wrong = 0;
  for (const [i, word] of wordsOf(written).entries()) {
    if (word === foldWords(word)) right += 0.5;
    else if (word === words[i]) right += 1;
    else wrong += 1;
  }
  return wrong <= right;
}

/** Whether every word of a text, there is at least one, is among the term's. */
export function holdsAll({ words }: Term, text: string): boolean {
  const asked = wordsOf(text).filter((word) => word.length > 1);
  const isHeld = (word: string): boolean => words.some((own) => own === word || foldWords(own) === word);
  return asked.length > 0 && asked.every(isHeld);
}

function spellings(written: string, abbreviations: Abbreviations): readonly string[] {
  // "Tỷ lệ" says how something is measured, and stands or not beside any name.
  const all = new Set([written.toLowerCase().replace(/^tỷ lệ /u, "")]);
  for (const [full, short] of abbreviations) {
    for (const each of [...all]) all.add(each.replaceAll(full.toLowerCase(), short.toLowerCase()));
  }
  return [...all];
}

function wordsOf(written: string): readonly string[] {
  return (written.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(withToneLast);
}
