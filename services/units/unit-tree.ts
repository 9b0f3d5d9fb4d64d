import type { ListedUnit } from "#services/units/lists.ts";
import type { Unit } from "#services/units/unit.ts";

/** Who lies in whom. A commune that the merger left unchanged lies in today's province and in its former district. */
export function createUnitTree() {
  const units = new Map<string, Unit>();
  const formerParents = new Map<string, string>();
  const children = new Map<string, Unit[]>();
  const predecessors = new Map<string, Unit[]>();
  const byPortalCode = new Map<string, Unit>();

  function add({ unit, formerParent }: ListedUnit): void {
    units.set(unit.id, unit);
    if (unit.parent !== null) append(children, unit.parent, unit);
    if (formerParent !== undefined) {
      formerParents.set(unit.id, formerParent);
      append(children, formerParent, unit);
    }
    for (const successor of unit.successors) append(predecessors, successor, unit);
    const { portal } = unit.codes;
    if (portal !== undefined && !byPortalCode.has(portal)) byPortalCode.set(portal, unit);
  }

  function ancestors(id: string): Unit[] {
    const found: Unit[] = [];
    let parent = units.get(units.get(id)?.parent ?? "");
    while (parent && !found.includes(parent)) {
      found.push(parent);
      parent = units.get(parent.parent ?? "");
    }
    return found;
  }

  /** Steps from the unit up to a place: 0 = itself, Infinity = it does not lie there. */
  function depthIn(unit: Unit, place: string): number {
    if (unit.id === place) return 0;
    const parent = unit.parent === null ? undefined : units.get(unit.parent);
    const depth = parent ? 1 + depthIn(parent, place) : Number.POSITIVE_INFINITY;
    const former = units.get(formerParents.get(unit.id) ?? "");
    return former ? Math.min(depth, 1 + depthIn(former, place)) : depth;
  }

  /** The places a unit lies or lay in itself. */
  function places(unit: Unit): Unit[] {
    const former = units.get(formerParents.get(unit.id) ?? "");
    return [...ancestors(unit.id), ...(former ? [former, ...ancestors(former.id)] : [])];
  }

  /** The places its land lies in in the other era: those that took over its places, and those of its predecessors. */
  function placesOfOtherEra(unit: Unit): Unit[] {
    const later = places(unit).flatMap((place) => place.successors.map((id) => units.get(id)));
    const earlier = (predecessors.get(unit.id) ?? []).flatMap(places);
    return [...later.filter((place) => place !== undefined), ...earlier];
  }

  return {
    add,
    ancestors,
    depthIn,
    places,
    placesOfOtherEra,
    all: (): Iterable<Unit> => units.values(),
    count: () => units.size,
    get: (id: string): Unit | undefined => units.get(id),
    children: (id: string): readonly Unit[] => children.get(id) ?? [],
    predecessors: (id: string): readonly Unit[] => predecessors.get(id) ?? [],
    byPortalCode: (code: string): Unit | undefined => byPortalCode.get(code),
  };
}

export type UnitTree = ReturnType<typeof createUnitTree>;

function append(lists: Map<string, Unit[]>, key: string, unit: Unit): void {
  const listed = lists.get(key);
  if (listed) listed.push(unit);
  else lists.set(key, [unit]);
}
