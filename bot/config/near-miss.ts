import { distance } from "fastest-levenshtein";

/**
 * The known name that somebody meant who wrote this one: other capitals, a letter or two wrong, a word left out. Null =
 * it is known, or no name like it is.
 */
export function nearMiss<Name extends string>(written: string, known: readonly Name[]): Name | null {
  if (known.some((name) => name === written)) return null;
  return known.find((name) => isLike(written, name)) ?? null;
}

/** Names are told apart by few letters: short ones are not guessed at, and the first letter is seldom wrong. */
function isLike(written: string, name: string): boolean {
  if (written.toUpperCase() === name) return true;
  if (written[0] !== name[0]) return false;
  const mostWrong = name.length >= 8 ? 2 : name.length >= 5 ? 1 : 0;
  return distance(written, name) <= mostWrong || lacksWords(written.split("_"), name.split("_"));
}

/** TELEGRAM_TOKEN for TELEGRAM_BOT_TOKEN. */
function lacksWords(written: readonly string[], words: readonly string[]): boolean {
  const isShorter = written.length > 1 && written.length < words.length;
  return isShorter && written[0] === words[0] && written.every((word) => words.includes(word));
}
