import { officialSpelling, splitWords } from "#services/units/spelling.ts";
import type { Unit } from "#services/units/unit.ts";
import type { NewUnit } from "#services/units/units.ts";

/** "od332.xa-hai-trieu": spellings that differ in accents alone are one unit of a parent. */
export function idOfNewUnit({ parent, title, name }: NewUnit): string {
  return `${parent}.${splitWords(`${title} ${name}`)
    .map(({ letters }) => letters)
    .join("-")}`;
}

/** The unit as it would be added; it exists no longer than its parent. */
export function draftUnit(unit: NewUnit, parent: Unit | undefined): Unit {
  return {
    id: idOfNewUnit(unit),
    kind: unit.kind,
    name: officialSpelling(unit.name),
    title: officialSpelling(unit.title).toLowerCase(),
    parent: unit.parent,
    validFrom: parent?.validFrom ?? null,
    validTo: parent?.validTo ?? null,
    successors: [],
    aliases: unit.aliases ?? [],
    codes: unit.portalCode === undefined ? {} : { portal: unit.portalCode },
  };
}
