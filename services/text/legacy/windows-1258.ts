const BYTES = Uint8Array.from({ length: 256 }, (_, code) => code);
const WESTERN = [...new TextDecoder("windows-1252").decode(BYTES)];
const VIETNAMESE = [...new TextDecoder("windows-1258").decode(BYTES)];
const LETTERS = new Map(WESTERN.map((shown, code) => [shown, VIETNAMESE[code] ?? shown]));

/** What a program took for Windows-1252, in Unicode: tones stand behind their vowels and are joined to them. */
export function fromWindows1258(text: string): string {
  return Array.from(text, (letter) => LETTERS.get(letter) ?? letter)
    .join("")
    .normalize("NFC");
}
