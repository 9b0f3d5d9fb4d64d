import fc from "fast-check";

/** Characters that nobody sees, as copying from web pages, chats and Word leaves them. */
const UNSEEN =
  "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\ufe0f\ufeff\u{e0041}";
const SPACES = "\u00a0\u2002\u2003\u2009\u200a\u202f\u205f\u3000\u2800";

/** How a text may be written so that it looks the same. */
export type Disguise = (text: string) => string;

export const disguises: fc.Arbitrary<Disguise> = fc
  .record({
    unseen: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...UNSEEN)), { maxLength: 6 }),
    space: fc.constantFrom(" ", ...SPACES),
    isWide: fc.boolean(),
    isDecomposed: fc.boolean(),
    lineEnd: fc.constantFrom("\n", "\r\n", "\u2028", "\u0085"),
  })
  .map(({ unseen, space, isWide, isDecomposed, lineEnd }) => (text) => {
    const spaced = text.replaceAll("\n", lineEnd).replaceAll(" ", space);
    const digits = isWide ? spaced.replace(/[0-9/,]/gu, wide) : spaced;
    const letters = Array.from(isDecomposed ? digits.normalize("NFD") : digits);
    for (const [at, mark] of unseen) letters.splice(at % (letters.length + 1), 0, mark);
    return letters.join("");
  });

function wide(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + 0xfee0);
}
