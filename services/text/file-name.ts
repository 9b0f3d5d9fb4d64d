import { fold } from "#services/text/fold.ts";

/** Words as part of a file's name, read alike by every system: "Tiên Lữ" → "Tien-Lu". */
export function fileName(words: string): string {
  const letters = [...fold(words)].map((letter, i) =>
    isCapital(words.charAt(i)) ? letter.toUpperCase() : letter,
  );
  return letters
    .join("")
    .replace(/[^A-Za-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "");
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();
