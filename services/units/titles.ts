import type { Word } from "#services/units/spelling.ts";
import type { UnitKind } from "#services/units/unit.ts";

/** The word before a unit's name, and the kinds of unit that bear it. */
export interface Title {
  readonly title: string;
  readonly kinds: readonly UnitKind[];
}

interface Spelling extends Title {
  /** Folded words, as they stand one after another. */
  readonly words: readonly string[];
}

/** The title that begins at a word, and how many words it takes; a name must follow it. */
export function titleAt(words: readonly Word[], start: number): { title: Title; length: number } | null {
  const found = SPELLINGS.find(({ words: spelt }) =>
    spelt.every((letters, i) => words[start + i]?.letters === letters),
  );
  if (!found || words.length <= start + found.words.length) return null;
  return { title: found, length: found.words.length };
}

const PROVINCE: readonly UnitKind[] = ["province"];
const CITY: readonly UnitKind[] = ["province", "district"];
const DISTRICT: readonly UnitKind[] = ["district"];
const COMMUNE: readonly UnitKind[] = ["commune"];

/** "x4" is how scans read "xã". */
const SPELLINGS: readonly Spelling[] = [
  ...spelt("thành phố", CITY, "thanh pho", "t pho", "tp", "t p"),
  ...spelt("thị trấn", COMMUNE, "thi tran", "tt", "t t"),
  ...spelt("thị xã", DISTRICT, "thi xa", "tx", "t x"),
  ...spelt("đặc khu", COMMUNE, "dac khu", "dk"),
  ...spelt("phường", COMMUNE, "phuong", "p"),
  ...spelt("xã", COMMUNE, "xa", "x", "x4"),
  ...spelt("huyện", DISTRICT, "huyen", "h"),
  ...spelt("quận", DISTRICT, "quan", "q"),
  ...spelt("tỉnh", PROVINCE, "tinh", "t"),
];

function spelt(title: string, kinds: readonly UnitKind[], ...spellings: string[]): Spelling[] {
  return spellings.map((spelling) => ({ title, kinds, words: spelling.split(" ") }));
}
