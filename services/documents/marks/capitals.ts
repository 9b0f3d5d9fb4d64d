import { type Passage, passageOf } from "#services/documents/marks/passage.ts";

/** Of a line's letters, the capitals that make it a line in capitals. */
const MOSTLY = 0.7;
const TITLES = /(?<!\p{L})(Thành Phố|Thị Xã|Thị Trấn|Đặc Khu)(?!\p{L})/gu;

/** A line in capitals as running text has it, for names of units: "PHƯỜNG PHÚC THUẬN" is "Phường Phúc Thuận". */
export function withoutCapitals(passage: Passage): Passage {
  const letters = passage.text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = passage.text.match(/\p{Lu}/gu)?.length ?? 0;
  if (capitals < letters * MOSTLY) return passage;
  const named = passage.text
    .replace(/\p{L}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase())
    .replace(TITLES, (title) => title.slice(0, 1) + title.slice(1).toLowerCase());
  return passageOf(named, passage.scanned);
}
