import type { Attributes } from "#services/documents/readers/packages/xml.ts";

/** Codes at which fonts of signs have theirs. */
const SIGNS = 0xf000;
const LAST_SIGN = 0xf0ff;
/** Of the font "Symbol": what stands where ordinary fonts have it. */
const ORDINARY = /[0-9+%.,/()\-–<>=]/u;
/** A sign that nobody knows: no number goes through with it. */
const UNKNOWN = "•";

/** The letter or sign that `w:sym` draws in a font of its own. */
export function symbolOf({ "w:char": code = "", "w:font": font = "" }: Attributes): string {
  const point = Number.parseInt(code, 16);
  if (Number.isNaN(point)) return UNKNOWN;
  if (point < SIGNS || point > LAST_SIGN) return String.fromCodePoint(point);
  const sign = String.fromCodePoint(point - SIGNS);
  return font === "Symbol" && ORDINARY.test(sign) ? sign : UNKNOWN;
}
