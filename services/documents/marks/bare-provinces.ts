import type { Passage } from "#services/documents/marks/passage.ts";
import type { UnitResolver } from "#services/documents/marks/unit-resolver.ts";
import { fold } from "#services/text/fold.ts";
import { oncePer } from "#services/text/once-per.ts";
import { hasAccents, withOfficialTones } from "#services/text/tones.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";

/** A province named without its title. */
export interface BareProvince {
  readonly start: number;
  readonly end: number;
  readonly unit: Unit;
}

/** Names that are somebody's before they are a province's. */
const PERSONS = new Set(["Hồ Chí Minh"]);

/** The provinces of the paper's time by their names, and what finds them in folded text, the longest first. */
const namesOf = oncePer((resolver: UnitResolver) => {
  const units = resolver.members(COUNTRY_ID, "province");
  const named = units.flatMap((unit) =>
    [unit.name, ...unit.aliases]
      .filter((name) => /\s|^Huế$/u.test(name))
      .map((name) => [name, unit] as const),
  );
  const unitOf = new Map(
    named.filter(([name]) => !PERSONS.has(name)).map(([name, unit]) => [fold(name), { name, unit }]),
  );
  const longest = [...unitOf.keys()].toSorted((a, b) => b.length - a.length).join("|");
  return { unitOf, pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${longest})(?![\p{L}\p{N}])`, "gu") };
});

/** In clean text, in capitals: "Bắc Ninh", not "Yên Bài" for "Yên Bái", not part of a longer name ("Thái Bình Dương"). */
export function bareProvinces(passage: Passage, resolver: UnitResolver): readonly BareProvince[] {
  if (passage.scanned) return [];
  const { unitOf, pattern } = namesOf(resolver);
  return [...passage.folded.matchAll(pattern)].flatMap(({ 0: words, index: start }) => {
    const known = unitOf.get(words);
    const end = start + words.length;
    const written = passage.text.slice(start, end);
    const isName = known !== undefined && isWritten(written, known.name) && isWhole(passage.text, start, end);
    return isName ? [{ start, end, unit: known.unit }] : [];
  });
}

function isWritten(written: string, name: string): boolean {
  if (written.split(/\s/u).some((word) => !/^\p{Lu}/u.test(word))) return false;
  const isSame = withOfficialTones(written).toLowerCase() === withOfficialTones(name).toLowerCase();
  return isSame || !hasAccents(written);
}

/** Longest word before or behind a name that is looked at. */
const LONGEST_WORD = 20;

function isWhole(text: string, start: number, end: number): boolean {
  const before =
    /(?<!\p{L})(\p{L}+)\s$/u.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))?.[1] ?? "";
  const behind = /^\s(\p{L}+)/u.exec(text.slice(end, end + LONGEST_WORD))?.[1] ?? "";
  const isName = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word);
  if (LOWER_TITLES.has(fold(before))) return false;
  return !isName(behind) && (!isName(before) || /^(?:[.:!?]|$)/u.test(before) || OPENERS.has(fold(before)));
}

/** "phường Tây Ninh" is no province. */
const LOWER_TITLES = new Set(["xa", "phuong", "tran", "khu", "huyen", "quan"]);

/** Words that begin a sentence with a capital before a name. */
const OPENERS = new Set([
  "tinh",
  "tp",
  "ubnd",
  "cua",
  "tai",
  "o",
  "con",
  "rieng",
  "nam",
  "ve",
  "voi",
  "theo",
  "la",
  "hien",
  "nay",
]);
