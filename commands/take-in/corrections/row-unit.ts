import type { Extraction } from "#services/documents/extraction.ts";
import { fold, foldWords } from "#services/text/fold.ts";

type Rows = Pick<Extraction, "sheets" | "doubtful">;

/** A unit of a paper's rows, found at the beginning of what was typed. */
export interface RowUnit {
  /** As the rows name it. */
  readonly unit: string;
  /** What was typed behind its name. */
  readonly rest: string;
}

/** Titles that people leave out or shorten. */
const TITLE =
  /^(?:ubnd )?(?:xa|x\.?|phuong|p\.?|thi tran|tt\.?|dac khu|huyen|h\.?|quan|q\.?|thi xa|tx\.?|thanh pho|tp\.?|tinh|so)(?: |$)/u;

/** The units whose names a text begins with, longest name first; of one length all of them. */
export function rowUnitsAt(text: string, extraction: Rows): readonly RowUnit[] {
  const words = text
    .trim()
    .replace(/^["“”']|["“”']/gu, "")
    .replace(/\s+/gu, " ");
  const typed = fold(words);
  const bare = typed.replace(TITLE, "");
  const offset = typed.length - bare.length;
  const found = unitsOf(extraction).flatMap((unit) => {
    const whole = foldWords(unit);
    const short = shortName(unit);
    const match = begins(typed, whole) ? whole.length : begins(bare, short) ? offset + short.length : 0;
    const isTitled = match > 0 && offset > 0 && !begins(typed, whole);
    return match > 0 ? [{ unit, rest: words.slice(match).trim(), length: short.length, isTitled }] : [];
  });
  const longest = Math.max(0, ...found.map(({ length }) => length));
  const best = found.filter(({ length }) => length === longest);
  const exact = best.filter(({ isTitled }) => !isTitled);
  return exact.length > 0 ? exact : best;
}

const begins = (text: string, name: string): boolean =>
  name !== "" && text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length));

/** A unit's name without its title, folded. */
export const shortName = (unit: string): string => foldWords(unit).replace(TITLE, "");

/** Units of the rows, each once, in their order. */
export const unitsOf = ({ sheets, doubtful = [] }: Rows): readonly string[] => [
  ...new Set([...sheets.flatMap(({ rows }) => rows), ...doubtful].map(({ unit }) => unit)),
];
