import { cut, type Found, type Remainder, wholeWords } from "#commands/slots/remainder.ts";
import type { MapShade } from "#services/charts/map-steps.ts";

const SHADES: readonly (readonly [MapShade, RegExp])[] = [
  [
    "moved",
    wholeWords(
      "(?:theo |muc |su )*(?:tang,? giam|len,? xuong|bien dong|thay doi)(?: (?:thu hang|hang|thu bac|bac))?|theo thay doi",
    ),
  ],
  ["target", wholeWords("(?:theo |muc |so voi |dat )*chi tieu")],
];

/** "tăng giảm", "theo chỉ tiêu": what a map's colours are to tell; figures when nothing is said. */
export function findShade(text: Remainder): Found<MapShade> {
  for (const [shade, pattern] of SHADES) {
    const match = pattern.exec(text.folded);
    if (match) return [shade, cut(text, match)];
  }
  return ["value", text];
}
