import { OVERDRAWN } from "#services/documents/neutral.ts";

const MARKED = new RegExp(`^(?:(?<read>.*)${OVERDRAWN})?#(?<number>\\d+)$`, "u");

/** A doubtful cell's text: what was read, and its number; no pattern of a figure or a name fits it. */
export function doubtfulText(readings: readonly string[], number: number): string {
  return [...readings, `#${number}`].join(OVERDRAWN);
}

/** Whether no figure can be taken from a text. */
export const isDoubtful = (text: string): boolean => MARKED.test(text) || text.includes(OVERDRAWN.trim());

/** What was read of a doubtful cell, and its number; null where it has none, as in a pdf with text. */
export function doubtIn(text: string): { readonly read: string; readonly number: number | null } {
  const { read = "", number } = MARKED.exec(text)?.groups ?? {};
  return number === undefined ? { read: text, number: null } : { read, number: Number(number) };
}
