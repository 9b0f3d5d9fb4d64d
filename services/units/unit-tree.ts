import type { ListedUnit } from "#services/units/lists.ts";
import type { Unit } from "#services/units/unit.ts";

export interface UnitTree {
  add(listed: ListedUnit): void;
  get(id: string): Unit | undefined;
  all(): readonly Unit[];
  count(): number;
  children(id: string): readonly Unit[];
  ancestors(id: string): readonly Unit[];
  predecessors(id: string): readonly Unit[];
  /** The district of before the merger, where the merger left a commune unchanged. */
  formerParentOf(id: string): string | undefined;
  byPortalCode(code: string): Unit | undefined;
  /** The places a unit lies or lay in itself. */
  places(unit: Unit): readonly Unit[];
  /** The places its land lies in in the other era: those that took over its places, and those of its predecessors. */
  placesOfOtherEra(unit: Unit): readonly Unit[];
  /** Steps from the unit up to a place: 0 = itself, Infinity = it does not lie there. */
  depthIn(unit: Unit, place: string): number;
}

/**
 * Who lies in whom. A commune that the merger left unchanged lies in today's province and in its former district.
 * `base`: a tree that this one adds to without changing it.
 */
export function createUnitTree(base?: UnitTree): UnitTree {
  const units = new Map<string, Unit>();
  const formerParents = new Map<string, string>();
  const children = new Map<string, Unit[]>();
  const predecessors = new Map<string, Unit[]>();
  const byPortalCode = new Map<string, Unit>();

  const get = (id: string): Unit | undefined => units.get(id) ?? base?.get(id);
  const formerParentOf = (id: string): string | undefined =>
    formerParents.get(id) ?? base?.formerParentOf(id);
  const childrenOf = (id: string) => joined(base?.children(id), children.get(id));
  const predecessorsOf = (id: string) => joined(base?.predecessors(id), predecessors.get(id));
  const ofPortalCode = (code: string): Unit | undefined => base?.byPortalCode(code) ?? byPortalCode.get(code);

  function add({ unit, formerParent }: ListedUnit): void {
    units.set(unit.id, unit);
    if (unit.parent !== null) append(children, unit.parent, unit);
    if (formerParent !== undefined) {
      formerParents.set(unit.id, formerParent);
      append(children, formerParent, unit);
    }
    for (const successor of unit.successors) append(predecessors, successor, unit);
    const { portal } = unit.codes;
    if (portal !== undefined && !ofPortalCode(portal)) byPortalCode.set(portal, unit);
  }

  function ancestors(id: string): Unit[] {
    const found: Unit[] = [];
    let parent = get(get(id)?.parent ?? "");
    while (parent && !found.includes(parent)) {
      found.push(parent);
      parent = get(parent.parent ?? "");
    }
    return found;
  }

  function depthIn(unit: Unit, place: string): number {
    if (unit.id === place) return 0;
    const parent = unit.parent === null ? undefined : get(unit.parent);
    const depth = parent ? 1 + depthIn(parent, place) : Number.POSITIVE_INFINITY;
    const former = get(formerParentOf(unit.id) ?? "");
    return former ? Math.min(depth, 1 + depthIn(former, place)) : depth;
  }

  function places(unit: Unit): Unit[] {
    const former = get(formerParentOf(unit.id) ?? "");
    return [...ancestors(unit.id), ...(former ? [former, ...ancestors(former.id)] : [])];
  }

  function placesOfOtherEra(unit: Unit): Unit[] {
    const later = places(unit).flatMap((place) => place.successors.map(get));
    const earlier = predecessorsOf(unit.id).flatMap(places);
    return [...later.filter((place) => place !== undefined), ...earlier];
  }

  return {
    add,
    ancestors,
    depthIn,
    places,
    placesOfOtherEra,
    formerParentOf,
    get,
    all: (): readonly Unit[] => [...(base?.all() ?? []), ...units.values()],
    count: (): number => (base?.count() ?? 0) + units.size,
    children: childrenOf,
    predecessors: predecessorsOf,
    byPortalCode: ofPortalCode,
  };
}

function append(lists: Map<string, Unit[]>, key: string, unit: Unit): void {
  const listed = lists.get(key);
  if (listed) listed.push(unit);
  else lists.set(key, [unit]);
}

function joined(first: readonly Unit[] = [], second: readonly Unit[] = []): readonly Unit[] {
  if (second.length === 0) return first;
  return first.length === 0 ? second : [...first, ...second];
}
