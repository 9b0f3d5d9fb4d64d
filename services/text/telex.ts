import { fold } from "#services/text/fold.ts";

const ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|dd|[bcdghklmnpqrstvx])?";
const TONE = "[sfrxj]?";
const CODA = "(?:ch|ng|nh|[cmnpt])?";
/** The key of a tone may follow any vowel, or end the word: "nafo", "naof". */
const SYLLABLE = new RegExp(`^(${ONSET})([aeiouyw]{1,6})(${TONE})([aeiouyw]{0,3})(${CODA})(${TONE})$`, "u");

/**
 * Words whose Telex keys were not turned into accents, without those keys: "thaasp nhaast" → "thap nhat". Words that
 * are no syllable with such keys stay as they are.
 * Keys: https://vi.wikipedia.org/wiki/Telex_(kiểu_gõ)
 */
export function withoutTelexKeys(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => syllableOf(fold(word)) ?? word);
}

/** null = it holds no such keys. */
function syllableOf(typed: string): string | null {
  const [, onset = "", first = "", inner = "", more = "", coda = "", outer = ""] = SYLLABLE.exec(typed) ?? [];
  const vowels = `${first}${more}`;
  if (vowels === "" || (inner !== "" && outer !== "")) return null;
  const letters = vowels === "w" ? "u" : vowels.replace(/w/gu, "").replace(/aa|ee|oo/gu, ([one = ""]) => one);
  const syllable = `${onset === "dd" ? "d" : onset}${letters}${coda}`;
  return syllable === typed || letters === "" ? null : syllable;
}
