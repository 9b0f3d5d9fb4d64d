import { OTHER_INDICES, THIS_INDEX } from "#services/documents/marks/other-indices.ts";
import type { Passage } from "#services/documents/marks/passage.ts";
import { oncePer } from "#services/text/once-per.ts";

/** An index named in a passage. */
export interface IndexMark {
  readonly start: number;
  readonly end: number;
  /** The name of an index that is not this one: "DDCI"; null = the index of Decision 766. */
  readonly other: string | null;
}

/** The indices a passage names, in order. In scans too only exact words count. */
export const indexMarks = oncePer((passage: Passage): readonly IndexMark[] =>
  [...passage.folded.matchAll(NAMES)].flatMap(({ 0: words, index: start }) => {
    const other = OTHERS.get(words) ?? null;
    const isWord = words.length <= LONGEST_ACRONYM && !isCapital(passage, start, words);
    return isWord ? [] : [{ start, end: start + words.length, other }];
  }),
);

const OTHERS: ReadonlyMap<string, string> = new Map(
  Object.entries(OTHER_INDICES).flatMap(([name, words]) => words.map((each) => [each, name] as const)),
);

/** Longer names win where one begins another. */
const NAMES = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${[...OTHERS.keys(), ...THIS_INDEX]
    .toSorted((a, b) => b.length - a.length)
    .map((words) => words.replaceAll(".", String.raw`\.`))
    .join("|")})(?![\p{L}\p{N}])`,
  "gu",
);

/** "ict" in small letters is no index. */
const LONGEST_ACRONYM = 5;

function isCapital({ text }: Passage, start: number, words: string): boolean {
  const written = text.slice(start, start + words.length);
  return written === written.toUpperCase();
}
