/** How Vietnamese syllables begin, sound and end, without tones. */
const SYLLABLE =
  /^(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?(?:a[iouy]?|ă|âu|ây|â|eo|e|êu|ê|ia|iêu|iê|iu|i|oa[ioy]?|oă|oeo|oe|oi|oo|o|ôi|ô|ơi|ơ|ua|uâ|uây|uêu|uê|ui|uôi|uô|uơ|uyêu|uyê|uya|uyu|uy|u|ưa|ươi|ươu|ươ|ưi|ưu|ư|yêu|yê|y)(?:ch|ng|nh|[cmnpt])?$/u;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Whether a word may be Vietnamese: the letters of one syllable with at most one tone. */
export function isSyllable(word: string): boolean {
  const letters = word.toLowerCase().normalize("NFD");
  const bare = letters.replace(TONES, "");
  return letters.length - bare.length <= 1 && SYLLABLE.test(bare.normalize("NFC"));
}

/** Tags of a page among them. */
const BETWEEN_WORDS = /[\s,.;:!?()"'“”‘’/\\|[\]{}<>=&…–—-]+/u;
/** Letters, and what stands for letters in old alphabets; bullets, arrows and currencies are above them. */
const MARKED = /[\u00a1-\u1fff]/u;

/** Without letters, and one mark alone or beside a figure: "¦", "½", "89,63¹". Of several marks an old alphabet makes words: "®·". */
export function isSign(word: string): boolean {
  return !/\p{L}/u.test(word) && (word.length === 1 || /\d/u.test(word));
}

/** Of the words that are written with marks, how many there are and which share of them is Vietnamese. */
export function spellingOf(text: string): { readonly words: number; readonly share: number } {
  const words = text
    .split(BETWEEN_WORDS)
    .filter((word) => MARKED.test(word) && !/\d/u.test(word) && !isSign(word));
  const right = words.filter(isSyllable).length;
  return { words: words.length, share: words.length === 0 ? 0 : right / words.length };
}
