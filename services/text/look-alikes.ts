/** Cyrillic, Greek and small capitals that are drawn as the Latin letter after them. */
const ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["А", "Α", "ᴀ", "A"],
    ["В", "Β", "ʙ", "B"],
    ["С", "Ϲ", "ᴄ", "C"],
    ["Е", "Ε", "ᴇ", "E"],
    ["Н", "Η", "ʜ", "H"],
    ["І", "Ι", "ɪ", "I"],
    ["К", "Κ", "ᴋ", "K"],
    ["М", "Μ", "ᴍ", "M"],
    ["О", "Ο", "ᴏ", "O"],
    ["Т", "Τ", "ᴛ", "T"],
    ["У", "Υ", "ʏ", "Y"],
    ["ᴜ", "U"],
    ["а", "α", "a"],
    ["с", "c"],
    ["е", "e"],
    ["і", "ι", "i"],
    ["м", "m"],
    ["о", "ο", "o"],
    ["т", "τ", "t"],
    ["у", "y"],
  ].flatMap((letters) => letters.slice(0, -1).map((letter) => [letter, letters.at(-1) ?? letter])),
);

const STRANGE = /[^\t\n -~\u00c0-\u024f\u1ea0-\u1ef9]/;

/** Text as an eye reads it: letters of other scripts and styles as the Latin ones they look like. */
export function asSeen(text: string): string {
  if (!STRANGE.test(text)) return text;
  return text
    .normalize("NFKD")
    .replace(/[\u0370-\u04ff\u0250-\u02af\u1d00-\u1d7f]/gu, (letter) => ALIKE[letter] ?? letter)
    .normalize("NFC");
}
