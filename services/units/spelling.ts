import { fold } from "#services/text/fold.ts";
import { hasAccents, withOfficialTones, withToneLast } from "#services/text/tones.ts";

/** One word as written and as compared: letters and digits without accents, case and leading zeros. */
export interface Word {
  readonly written: string;
  readonly letters: string;
}

/** Vietnamese has some thousand syllables: each is folded once. */
const foldedWords = new Map<string, string>();
const MOST_FOLDED_WORDS = 20_000;

/** The words of a text; apostrophes join ("M'Drắk" is one word), any other mark separates. */
export function splitWords(text: string): Word[] {
  const found: Word[] = [];
  for (const written of text.replace(/['’‘ʼ`]/gu, "").match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const letters = plainLetters(written);
    if (letters !== "") found.push({ written, letters });
  }
  return found;
}

/** Words as one key without spaces, so that "Đaklak" is "Đắk Lắk". */
export function keyOf(words: readonly Word[]): string {
  let key = "";
  for (const { letters } of words) key += letters;
  return key;
}

/** A key in which letters that scans and habits confuse are one: l, I, 1 and y; 0 and o; rn and m; w and u. */
export interface Shape {
  readonly letters: string;
  /** Numbers are part of a name and never mistyped: "Phú Hòa 1" is not "Phú Hòa 2". */
  readonly numbers: string;
}

export function shapeOf(words: readonly Word[]): Shape {
  let letters = "";
  let numbers = "";
  for (const word of words) {
    if (isNumber(word.letters)) numbers += `${word.letters} `;
    else letters += word.letters;
  }
  return {
    letters: letters.replace(/[0-9lyw]/gu, (letter) => CONFUSED[letter] ?? letter).replace(/rn/gu, "m"),
    numbers,
  };
}

export function isNumber(letters: string): boolean {
  return /^[0-9]+$/u.test(letters);
}

/**
 * How well a name's accents agree with what was written: 2 = every word, 1 = every word that was written with
 * accents, 0 = not. Where a tone mark stands in its word does not matter (hoà = hòa).
 */
export function accentAgreement(written: readonly Word[], name: readonly Word[]): 0 | 1 | 2 {
  const all = (words: readonly Word[]): string => words.map((word) => accented(word.written)).join("");
  if (all(written) === all(name)) return 2;
  if (written.length !== name.length) return 0;
  const agrees = (word: Word, i: number): boolean =>
    accented(word.written) === accented(name[i]?.written ?? "") ||
    (!hasAccents(word.written) && word.letters === name[i]?.letters);
  return written.every(agrees) ? 1 : 0;
}

/** The name as officials write it: single spaces, tone on the first vowel of open oa, oe, uy. */
export function officialSpelling(name: string): string {
  return withOfficialTones(name).replace(/\s+/gu, " ").trim();
}

const CONFUSED: Readonly<Record<string, string>> = {
  0: "o",
  1: "i",
  4: "a",
  5: "s",
  6: "o",
  8: "b",
  l: "i",
  y: "i",
  w: "u",
};

/** A word's letters with its tone moved to the end. */
function accented(word: string): string {
  return withToneLast(word.toLowerCase());
}

function plainLetters(written: string): string {
  const known = foldedWords.get(written);
  if (known !== undefined) return known;
  const letters = fold(written).replace(/[^a-z0-9]/gu, "");
  const plain = isNumber(letters) ? letters.replace(/^0+(?=[0-9])/u, "") : letters;
  if (foldedWords.size >= MOST_FOLDED_WORDS) foldedWords.clear();
  foldedWords.set(written, plain);
  return plain;
}
