import type { Measure } from "#services/indicators/indicator.ts";

/** A folded number: "1.200", "85,5", "85 phay 5". */
export function numberIn(written: string): number {
  const isGrouped = /^\d{1,3}(?:\.\d{3})+$/u.test(written);
  return Number(isGrouped ? written.replaceAll(".", "") : written.replace(/,| phay /u, "."));
}

/** What a folded word behind a number measures; null = there is no word. */
export function measureOf(word: string | undefined): Measure | null {
  if (word === undefined) return null;
  if (word === "diem") return "points";
  return word === "%" || word === "phan tram" ? "rate" : "count";
}
