import { once } from "#services/once.ts";
import { findUnit } from "#services/units/find-unit.ts";
import type { Finder } from "#services/units/finder.ts";
import { readLists } from "#services/units/lists.ts";
import { createNameIndex } from "#services/units/name-index.ts";
import { draftUnit, idOfNewUnit } from "#services/units/new-unit.ts";
import type { Unit } from "#services/units/unit.ts";
import { createUnitTree } from "#services/units/unit-tree.ts";
import type { Units } from "#services/units/units.ts";

export interface UnitsOptions {
  /** Units added at run time, on top of the shipped lists. */
  readonly added?: readonly Unit[];
}

/** The shipped lists, read once in a process: they never change, and what is learnt is laid over them. */
const shippedTree = once(() => {
  const tree = createUnitTree();
  for (const listed of readLists()) tree.add(listed);
  return tree;
});
const shippedNames = once(() => createNameIndex(shippedTree().all()));

/**
 * Every unit known. Reads the shipped lists at once and indexes their names at the first `find`. A commune that the
 * merger of 1/7/2025 left unchanged is a child both of today's province and of its former district.
 */
export function createUnits({ added = [] }: UnitsOptions = {}): Units {
  const tree = createUnitTree(shippedTree());
  const learned = new Map<string, Unit>();
  let finder: Finder | undefined;

  function learn(units: readonly Unit[]): void {
    for (const unit of units) {
      if (tree.get(unit.id)) continue;
      tree.add({ unit });
      learned.set(unit.id, unit);
      finder?.names.add(unit);
    }
  }

  learn(added);

  return {
    count: tree.count,
    get: tree.get,
    children: tree.children,
    ancestors: tree.ancestors,
    predecessors: tree.predecessors,
    places(id) {
      const unit = tree.get(id);
      return unit ? tree.places(unit) : [];
    },
    isListed: (id) => tree.get(id) !== undefined && !learned.has(id),
    byPortalCode: tree.byPortalCode,
    find(text, options = {}) {
      finder ??= { tree, names: createNameIndex(learned.values(), shippedNames()) };
      return findUnit(finder, text, options);
    },
    idFor: idOfNewUnit,
    draft: (unit) => draftUnit(unit, tree.get(unit.parent)),
    learn,
  };
}
