import { wordCost } from "#services/documents/scan/find-phrase.ts";
import { fold, foldWords } from "#services/text/fold.ts";
import { COUNTRY_ID, fullName, type Unit, type UnitKind } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** Units as one document means them: those that existed at its time, its own first. */
export interface UnitResolver {
  readonly units: Units;
  /** The one unit that bears just this name anywhere, or null. `near`: a unit whose surroundings are meant. */
  anywhere(words: string, near?: string): Unit | null;
  /** Whether one or several units bear just this name. */
  isName(words: string): boolean;
  /** The one province or district these words mean, mistyped or misread. */
  roughly(words: string, near?: string): Unit | null;
  /** The one child (or deeper) of `scope` these words mean. */
  inside(words: string, scope: string): Unit | null;
  /** The one child whose name a scan most likely showed so. */
  likest(words: string, scope: string): Unit | null;
  /** Units of a kind right under `scope`. */
  members(scope: string, kind: UnitKind): readonly Unit[];
  /** All units right under `scope`. */
  livingIn(scope: string): readonly Unit[];
  /** "huyện Mê Linh"; with what it lies in where the name alone would mean several. */
  readable(unit: Unit): string;
}

export function createUnitResolver(units: Units, at: string): UnitResolver {
  const lived = (unit: Unit) => (unit.validFrom ?? "") <= at && (unit.validTo === null || unit.validTo >= at);

  const anywhere = remembered((words, near) => search(words, near));
  const isName = remembered((words) => units.find(words, { at, exact: true }).found !== "none");
  const inside = remembered((words, scope) => searchInside(words, scope));

  function search(words: string, near: string): Unit | null {
    for (const text of new Set([words, withoutTitle(words)])) {
      const match = units.find(text, { at, exact: true, ...(near === "" ? {} : { scope: near }) });
      if (match.found === "one" && lived(match.unit)) return match.unit;
    }
    return null;
  }

  function searchInside(words: string, scope: string): Unit | null {
    const match = units.find(words, { within: scope, at });
    if (match.found !== "one" || !lived(match.unit) || match.unit.id === scope) return null;
    return match.exact || sameLetters(words, match.unit) ? match.unit : null;
  }

  return {
    units,
    anywhere,
    inside,
    isName,
    roughly(words, near) {
      const exact = anywhere(words, near);
      if (exact) return exact;
      const match = units.find(words, {
        at,
        kinds: ["province", "district"],
        ...(near ? { scope: near } : {}),
      });
      return match.found === "one" && lived(match.unit) ? match.unit : null;
    },
    likest(words, scope) {
      const name = foldWords(words).replace(LOOSE_TITLE, "");
      const byCost = units
        .children(scope)
        .filter(lived)
        .map((unit) => ({ unit, cost: wordCost(foldWords(unit.name), name) / Math.max(1, unit.name.length) }))
        .sort((a, b) => a.cost - b.cost);
      const [best, second] = byCost;
      if (!best || best.cost > LIKE_PER_LETTER) return null;
      return second && second.cost - best.cost < CLEARLY ? null : best.unit;
    },
    members: (scope, kind) => units.children(scope).filter((unit) => unit.kind === kind && lived(unit)),
    livingIn: (scope) => units.children(scope).filter(lived),
    readable(unit) {
      if (unit.id === COUNTRY_ID) return unit.name;
      const name = fullName(unit);
      const [parent] = units.ancestors(unit.id);
      return anywhere(name)?.id === unit.id || !parent ? name : `${name}, ${fullName(parent)}`;
    },
  };
}

/** The same names come again and again in one document. */
function remembered<T>(search: (words: string, place: string) => T) {
  const seen = new Map<string, T>();
  return (words: string, place = ""): T => {
    const key = `${place}\t${words}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const found = search(words, place);
    seen.set(key, found);
    return found;
  };
}

/** Cost per letter up to which a scanned name is believed, and by which it must beat the next. */
const LIKE_PER_LETTER = 0.2;
const CLEARLY = 0.08;
const LOOSE_TITLE =
  /^(?:\S{0,2}ubnd|u[bd]nd)?\s*(?:x\S{1,2}|tt|thi tran|th\S tr\S{1,2}n|phu\S{0,3}ng|huy\S{1,2}n|p\.?|x\.?)\s+/u;

/** "tỉnh Đồng Nai" of 2025 is the city of 2026: the title changed, the unit did not. */
function withoutTitle(words: string): string {
  return words.replace(/^(?:tỉnh|tinh)\s+/iu, "");
}

/** A unit found loosely is believed when its name stands in the words but for accents. */
function sameLetters(words: string, unit: Unit): boolean {
  return fold(words)
    .replace(/[^a-z0-9]/gu, "")
    .endsWith(fold(unit.name).replace(/[^a-z0-9]/gu, ""));
}
