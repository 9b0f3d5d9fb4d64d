import { isSign } from "#services/text/legacy/syllables.ts";

/**
 * TCVN 5712:1993, the set VN3 of the .VnTime fonts, as Windows-1252 shows its bytes; small letters, then the capitals it
 * has. Checked against the table TCVN5712-1 of the GNU C Library.
 */
const SHOWN = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦";
const MEANT = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";
const LETTERS = new Map([...SHOWN].map((shown, i) => [shown, [...MEANT][i] ?? shown]));

/** In Unicode. Most capitals are small letters in a font of capitals: they follow the plain letters beside them. */
export function fromTcvn3(text: string): string {
  const words = text.split(/(\s+)/u);
  return words.map((word, i) => inCase(word, words[i - 2], words[i + 2])).join("");
}

function inCase(word: string, before = "", after = ""): string {
  if (isSign(word)) return word;
  const letters = [...word].map((letter) => LETTERS.get(letter) ?? letter).join("");
  const plain = plainOf(word);
  const isShouted =
    plain.length > 1 ? isCapital(plain) : (plain === "" || isCapital(plain)) && [before, after].some(shouts);
  return isShouted ? letters.toUpperCase() : letters;
}

const plainOf = (word: string): string => word.replace(/[^a-zA-Z]/gu, "");
const isCapital = (plain: string): boolean => plain === plain.toUpperCase();

function shouts(word: string): boolean {
  const plain = plainOf(word);
  return plain.length > 1 && isCapital(plain);
}
