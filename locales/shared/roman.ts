const SIGNS = [
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
] as const;

/** A number from 1 on in Roman numerals, as appendices are counted. */
export function roman(number: number): string {
  let left = number;
  let written = "";
  for (const [sign, worth] of SIGNS) {
    while (left >= worth) {
      written += sign;
      left -= worth;
    }
  }
  return written;
}
