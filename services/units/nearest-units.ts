import type { Finder } from "#services/units/finder.ts";
import type { NearUnit } from "#services/units/name-index.ts";
import { isAllowed, isValidAt, liesIn } from "#services/units/preference.ts";
import type { Reading, Readings } from "#services/units/reading.ts";
import { shapeOf } from "#services/units/spelling.ts";
import type { Unit } from "#services/units/unit.ts";
import type { UnitTree } from "#services/units/unit-tree.ts";
import type { FindUnitOptions } from "#services/units/units.ts";

/** How many letters apart names may be and still be called alike, first a little, then further; under half of them. */
const LETTERS_APART = [2, 4];

/** The few units whose names look most like what was written: those in the scope first, the closest first. */
export function nearestUnits(
  finder: Finder,
  readings: Readings,
  options: FindUnitOptions,
  count: number,
): readonly Unit[] {
  const written = readings.parted.length > 0 ? readings.parted : readings.whole;
  let near: readonly Unit[] = [];
  for (const apart of LETTERS_APART) {
    const alike = written.flatMap((reading) => unitsLike(finder, reading, apart, options));
    near = [...new Set(alike.sort((a, b) => a.distance - b.distance).map(({ unit }) => unit))];
    if (near.length >= count) break;
  }
  return near.slice(0, count);
}

function unitsLike(
  { tree, names }: Finder,
  reading: Reading,
  apart: number,
  options: FindUnitOptions,
): NearUnit[] {
  const shape = shapeOf(reading.words);
  const near = names.near(shape, Math.min(apart, Math.ceil(shape.letters.length / 2) - 1));
  return near
    .filter(({ unit }) => isAllowed(tree, unit, options))
    .map(({ unit, distance }) => ({ unit, distance: distance + doubt(tree, unit, reading, options) }));
}

/** Two letters for a unit outside the scope, less than one for another title, no data, another era. */
function doubt(tree: UnitTree, unit: Unit, { title }: Reading, options: FindUnitOptions): number {
  const { scope, preferred = [], at } = options;
  const otherKind = title !== null && !title.kinds.includes(unit.kind);
  const withoutData = preferred.length > 0 && !preferred.some((set) => set.has(unit.id));
  const outside = scope !== undefined && !liesIn(tree, unit, scope);
  return (
    (outside ? 2 : 0) + (otherKind ? 0.5 : 0) + (withoutData ? 0.25 : 0) + (isValidAt(unit, at) ? 0 : 0.2)
  );
}
