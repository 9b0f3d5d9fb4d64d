/** Letters only Vietnamese has; scans read without knowledge of the language lose nearly all of them. */
const VIETNAMESE = /[\u1ea0-\u1ef9ăđơư]/giu;
const LETTERS = /\p{L}/gu;
/** Clean letters hold 12–20 %, the garbled scans at hand 0–3 %. */
const CLEAN_SHARE = 0.07;

/** Whether accents are so rare that the text must come from a poor scan, or was typed without them. */
export function looksScanned(text: string): boolean {
  const letters = text.match(LETTERS)?.length ?? 0;
  if (letters === 0) return false;
  return (text.match(VIETNAMESE)?.length ?? 0) / letters < CLEAN_SHARE;
}
