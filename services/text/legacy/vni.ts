/** VNI-Windows writes a mark behind its vowel; as Windows-1252 shows them: the mark of the letter, then its tone. */
const MARKS: Readonly<Record<string, string>> = {
  ù: "\u0301",
  ø: "\u0300",
  û: "\u0309",
  õ: "\u0303",
  ï: "\u0323",
  â: "\u0302",
  á: "\u0302\u0301",
  à: "\u0302\u0300",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
  ê: "\u0306",
  é: "\u0306\u0301",
  è: "\u0306\u0300",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
};

/** Letters of one byte. */
const LETTERS: Readonly<Record<string, string>> = { ô: "ơ", ö: "ư", ñ: "đ", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ" };
const VOWEL = /^[aeouyôö]$/iu;

/** In Unicode. */
export function fromVni(text: string): string {
  let unicode = "";
  for (let i = 0; i < text.length; i += 1) {
    const letter = text.charAt(i);
    const mark = VOWEL.test(letter) ? MARKS[text.charAt(i + 1).toLowerCase()] : undefined;
    const marked = mark && `${single(letter)}${mark}`.normalize("NFC");
    if (marked?.length === 1) i += 1;
    unicode += marked?.length === 1 ? marked : single(letter);
  }
  return unicode;
}

function single(letter: string): string {
  const small = LETTERS[letter.toLowerCase()];
  if (small === undefined) return letter;
  return letter === letter.toLowerCase() ? small : small.toUpperCase();
}
