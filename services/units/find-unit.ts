import { distance } from "fastest-levenshtein";
import { hasAccents } from "#services/text/tones.ts";
import type { Finder } from "#services/units/finder.ts";
import { nearestUnits } from "#services/units/nearest-units.ts";
import { type Candidate, isAllowed, prefer } from "#services/units/preference.ts";
import { type NamePart, type Reading, type Readings, readUnit } from "#services/units/reading.ts";
import { keyOf, shapeOf, type Word } from "#services/units/spelling.ts";
import type { Title } from "#services/units/titles.ts";
import type { Unit } from "#services/units/unit.ts";
import type { FindUnitOptions, UnitMatch } from "#services/units/units.ts";

/** How many units a question back offers. */
const CHOICES = 8;
const NEAREST = 3;

/**
 * Finds a unit by what a person or a scan wrote. A name that fits exactly beats one mistyped, wherever it lies; a
 * written title keeps units of other kinds out, unless only such a unit bears the name.
 */
export function findUnit(finder: Finder, text: string, options: FindUnitOptions): UnitMatch {
  const readings = readUnit(text);
  if (!readings) return { found: "none", nearest: [] };
  for (const { candidates, exact } of attempts(finder, readings, options)) {
    const [unit, ...others] = prefer(candidates, {
      ...options,
      tree: finder.tree,
      accented: hasAccents(text),
    });
    if (!unit) continue;
    if (others.length === 0) return { found: "one", unit, exact };
    return { found: "several", units: [unit, ...others].slice(0, CHOICES) };
  }
  return { found: "none", nearest: options.exact ? [] : nearestUnits(finder, readings, options, NEAREST) };
}

interface Attempt {
  readonly candidates: readonly Candidate[];
  readonly exact: boolean;
}

/** Ever looser ways to match, each tried only when those before found nobody. */
function* attempts(finder: Finder, readings: Readings, options: FindUnitOptions): Generator<Attempt> {
  const { whole, parted, run } = readings;
  const may = ({ unit }: Candidate): boolean => isAllowed(finder.tree, unit, options);
  for (const way of [whole, parted, run]) {
    const named = way
      .flatMap((reading) => namesakes(finder, reading))
      .filter((one) => may(one) && fitsTitle(one));
    yield { candidates: named.filter((one) => liesInPlaces(finder, one, ownPlaces)), exact: true };
    yield { candidates: named.filter((one) => liesInPlaces(finder, one, eitherEra)), exact: true };
  }
  if (options.exact) return;
  const mistyped = (parted.length > 0 ? parted : whole).flatMap((reading) => soundalikes(finder, reading));
  const fitting = mistyped.filter((one) => may(one) && fitsTitle(one));
  yield { candidates: fitting.filter((one) => liesInPlaces(finder, one, nearlyOwnPlaces)), exact: false };
  if (options.within !== undefined) return;
  const anyTitle = [...whole, ...parted].flatMap((reading) => namesakes(finder, reading)).filter(may);
  yield { candidates: anyTitle.filter((one) => liesInPlaces(finder, one, ownPlaces)), exact: false };
}

function namesakes({ names }: Finder, reading: Reading): Candidate[] {
  return names.exact(reading.words, reading.title !== null).map((unit) => ({ unit, distance: 0, reading }));
}

function soundalikes({ names }: Finder, reading: Reading): Candidate[] {
  const shape = shapeOf(reading.words);
  const near = names.near(shape, allowedTypos(shape.letters));
  return near.map((found) => ({ ...found, reading }));
}

/** Edits taken for a slip: none in names under 4 letters, 1 under 9, then 2. */
function allowedTypos(letters: string): number {
  if (letters.length < 4) return 0;
  return letters.length < 9 ? 1 : 2;
}

function fitsTitle({ unit, reading }: Candidate): boolean {
  return isOfKind(unit, reading.title);
}

type FitsPlace = (finder: Finder, unit: Unit, written: NamePart) => boolean;

function liesInPlaces(finder: Finder, { unit, reading }: Candidate, fits: FitsPlace): boolean {
  return reading.places.every((written) => fits(finder, unit, written));
}

/** As written, title and all. */
const ownPlaces: FitsPlace = (finder, unit, { title, words }) => {
  const bears = (place: Unit): boolean => title === null || title.title === place.title;
  return finder.tree.places(unit).some((place) => bears(place) && isNamed(finder, place, words, 0));
};

/** Of either era ("xã Tiên Hoa, huyện Tiên Lữ"), with a title of its kind ("tỉnh Huế"). */
const eitherEra: FitsPlace = (finder, unit, { title, words }) =>
  [...finder.tree.places(unit), ...finder.tree.placesOfOtherEra(unit)].some(
    (place) => isOfKind(place, title) && isNamed(finder, place, words, 0),
  );

const nearlyOwnPlaces: FitsPlace = (finder, unit, { title, words }) => {
  const typos = allowedTypos(shapeOf(words).letters);
  return finder.tree
    .places(unit)
    .some((place) => isOfKind(place, title) && isNamed(finder, place, words, typos));
};

function isOfKind(unit: Unit, title: Title | null): boolean {
  return title === null || title.kinds.includes(unit.kind);
}

/** Whether a place bears the written name, or one at most some letters away. */
function isNamed({ names }: Finder, place: Unit, words: readonly Word[], typos: number): boolean {
  const key = keyOf(words);
  return names.keysOf(place).some((own) => own === key || (typos > 0 && distance(own, key) <= typos));
}
