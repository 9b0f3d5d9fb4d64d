/** Grave, acute, tilde, hook and dot below: where they stand in a word is a habit (hoà = hòa). */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const OPEN_VOWELS = /(?<!q)(o[ae]|uy)([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/giu;

/** A word's tone mark alone; "" = none. */
export function toneOf(word: string): string {
  return (word.normalize("NFD").match(TONES) ?? []).join("");
}

/** A word with its tone moved to the end. */
export function withToneLast(word: string): string {
  const letters = word.normalize("NFD");
  return (letters.replace(TONES, "") + toneOf(word)).normalize("NFC");
}

/** A text with the tone on the first vowel of open oa, oe, uy, as officials write it: Hòa, Thủy, but Quý. */
export function withOfficialTones(text: string): string {
  return text
    .normalize("NFD")
    .replace(OPEN_VOWELS, (_, vowels: string, tone: string) => vowels.charAt(0) + tone + vowels.charAt(1))
    .normalize("NFC");
}

/** Whether a text carries any Vietnamese mark; one without matches names of any accents. */
export function hasAccents(text: string): boolean {
  return /[\u0300-\u036fđĐ]/u.test(text.normalize("NFD"));
}
