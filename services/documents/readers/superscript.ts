const RAISED: Readonly<Record<string, string>> = {
  0: "⁰",
  1: "¹",
  2: "²",
  3: "³",
  4: "⁴",
  5: "⁵",
  6: "⁶",
  7: "⁷",
  8: "⁸",
  9: "⁹",
};

/** A note's mark behind a figure stays a mark: 88,03 with a raised 1 is not 88,031. */
export function raised(text: string): string {
  return text.replace(/\d/gu, (digit) => RAISED[digit] ?? digit);
}
