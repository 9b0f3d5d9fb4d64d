import type { ExtractedRow } from "#services/documents/extraction.ts";
import type { UnitRef } from "#services/documents/marks/cast.ts";
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
  const earliest = Math.max(0, start - LONGEST_QUOTE / 2);
  const before = text.slice(earliest, start);
  const from = earliest + Math.max(before.lastIndexOf(". ") + 1, before.lastIndexOf("; ") + 1);
  const latest = Math.min(text.length, Math.max(end, from + LONGEST_QUOTE));
  const stop = /[.;](?=\s|$)/u.exec(text.slice(end, latest + 1));
  const to = Math.min(stop ? end + stop.index : text.length, latest);
  const quote = text.slice(from, to).trim();
  const isCutBefore = from > 0 && !/[.;]\s?$/u.test(text.slice(Math.max(0, from - 2), from));
  return `${isCutBefore ? "…" : ""}${quote}${to < text.length && !stop ? "…" : ""}`;
}
