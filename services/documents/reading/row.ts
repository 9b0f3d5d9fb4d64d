import type { ExtractedRow } from "#services/documents/extraction.ts";
import type { UnitRef } from "#services/documents/reading/places-of-units.ts";
import type { Period } from "#services/periods/period.ts";

/** One figure, or figure with rank and change, as found; grouped into sheets later. */
export interface FoundRow extends Omit<ExtractedRow, "unit"> {
  readonly unit: UnitRef;
  readonly period: Period;
  /** Said beside the figure itself; null = what the whole document says. */
  readonly asOf: string | null;
  readonly origin: "prose" | "table";
}

const LONGEST_QUOTE = 160;

/** The words around a place, cut at sentence ends where possible. */
export function quoteAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start);
  const from = Math.max(
    before.lastIndexOf(". ") + 1,
    before.lastIndexOf("; ") + 1,
    start - LONGEST_QUOTE / 2,
    0,
  );
  const stop = /[.;](?=\s|$)/u.exec(text.slice(end));
  const to = Math.min(end + (stop ? stop.index : text.length - end), from + LONGEST_QUOTE);
  const quote = text.slice(from, to).trim();
  return `${from > 0 && !/[.;]\s?$/u.test(text.slice(0, from)) ? "…" : ""}${quote}${to < text.length && !stop ? "…" : ""}`;
}
