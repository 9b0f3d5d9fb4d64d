/** Longest part of a message that is repeated to its sender. */
const LONGEST_QUOTE = 60;

/** What a person typed, in quotation marks, cut at a whole character. */
export function quote(typed: string): string {
  const letters = Array.from(typed.replace(/\s+/gu, " ").trim());
  const cut =
    letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join("")}…` : letters.join("");
  return `“${cut}”`;
}
