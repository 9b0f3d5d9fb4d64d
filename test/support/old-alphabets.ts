const TCVN3_SHOWN = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦";
const TCVN3_MEANT = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";

/** As a font of capitals has it: small codes, where there are no capital ones. */
export function toTcvn3(text: string): string {
  const code = (letter: string) => TCVN3_SHOWN.charAt([...TCVN3_MEANT].indexOf(letter));
  return [...text].map((letter) => code(letter) || code(letter.toLowerCase()) || letter).join("");
}

const VNI_TONES: Readonly<Record<string, string>> = {
  "\u0301": "ù",
  "\u0300": "ø",
  "\u0309": "û",
  "\u0303": "õ",
  "\u0323": "ï",
};
const VNI_BOTH: Readonly<Record<string, string>> = {
  "\u0302": "âáàåãä",
  "\u0306": "êéèúüë",
};
const TONES = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];
const VNI_SINGLES: Readonly<Record<string, string>> = {
  ơ: "ô",
  ư: "ö",
  đ: "ñ",
  í: "í",
  ì: "ì",
  ỉ: "æ",
  ĩ: "ó",
  ị: "ò",
  ỵ: "î",
};

/** As VNI-Windows has it, seen through Windows-1252. */
export function toVni(text: string): string {
  return [...text]
    .map((letter) => {
      const isCapital = letter !== letter.toLowerCase();
      const small = smallVni(letter.toLowerCase());
      return isCapital ? small.toUpperCase() : small;
    })
    .join("");
}

function smallVni(letter: string): string {
  if (VNI_SINGLES[letter]) return VNI_SINGLES[letter];
  const marks = letter.normalize("NFD");
  const tone = TONES.find((each) => each !== "" && marks.includes(each)) ?? "";
  const bare = marks.replace(tone, "").normalize("NFC");
  const horned = VNI_SINGLES[bare];
  if (horned) return tone === "" ? horned : `${horned}${VNI_TONES[tone]}`;
  const shape = Object.keys(VNI_BOTH).find((each) => marks.includes(each));
  if (shape) return `${marks.charAt(0)}${VNI_BOTH[shape]?.charAt(TONES.indexOf(tone))}`;
  return tone === "" ? letter : `${bare}${VNI_TONES[tone]}`;
}

/** The letters of its own, tones behind their vowels. */
export function toBytes1258(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1258");
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code] as const),
  );
  const letters = [...text.normalize("NFC")].flatMap((letter) => {
    if (codes.has(letter)) return [letter];
    const marks = letter.normalize("NFD");
    const tone = TONES.find((each) => each !== "" && marks.includes(each)) ?? "";
    return [marks.replace(tone, "").normalize("NFC"), tone];
  });
  return Uint8Array.from(
    letters.filter((letter) => letter !== ""),
    (letter) => codes.get(letter) ?? 63,
  );
}

/** The bytes of what Windows-1252 shows, as a program of its time wrote a file. */
export const western = (text: string): Uint8Array => {
  const decoder = new TextDecoder("windows-1252");
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code] as const),
  );
  return Uint8Array.from([...text], (letter) => codes.get(letter) ?? 63);
};
