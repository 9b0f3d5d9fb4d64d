import { type Passage, passageOf } from "#services/documents/marks/passage.ts";

/** Stands between a head and the head below it; where a head is read as words, it is a space. */
const BELOW = "\n";

/** A row of units of measure under the heads is no head of its own: "(%)", "(điểm)". */
const MEASURE = /^(?:\([^()]*\)|%)$/u;

/** A column's heads as one text, the highest first, each said once. */
export function joinLevels(levels: readonly string[]): string {
  const flat = levels.map((level) => level.replace(/\s+/gu, " ").trim());
  const said = [...new Set(flat.filter((level) => level !== ""))];
  return said.map((level, i) => (i === 0 ? level : `${MEASURE.test(level) ? " " : BELOW}${level}`)).join("");
}

/** The heads that stand above each other, the highest first. */
export function levelsOf(head: string, scanned: boolean): readonly Passage[] {
  return head.split(BELOW).map((level) => passageOf(level, scanned));
}
