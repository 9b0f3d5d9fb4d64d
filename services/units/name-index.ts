import { distance } from "fastest-levenshtein";
import { departmentKey, departmentKeys } from "#services/units/department-keys.ts";
import { isNumber, keyOf, type Shape, shapeOf, splitWords, type Word } from "#services/units/spelling.ts";
import type { Unit } from "#services/units/unit.ts";

/** A unit and by how many letters its name differs from what was written. */
export interface NearUnit {
  readonly unit: Unit;
  readonly distance: number;
}

interface Entry extends Shape {
  readonly units: Unit[];
}

export interface NameIndex {
  add(unit: Unit): void;
  /** Units of just this name. A number alone is no name: its title must be written. */
  exact(words: readonly Word[], titled: boolean): readonly Unit[];
  /** Units whose names are at most some letters away; numbers in a name must be the same. */
  near(shape: Shape, most: number): readonly NearUnit[];
  /** The keys of a unit's name and aliases. */
  keysOf(unit: Unit): readonly string[];
}

/**
 * All names and aliases, found exactly (without accents, case and spaces) or by edit distance. `base`: an index that
 * this one adds to without changing it.
 */
export function createNameIndex(units: Iterable<Unit>, base?: NameIndex): NameIndex {
  const byKey = new Map<string, Unit[]>();
  const byShape = new Map<string, Entry>();
  const entries: Entry[] = [];
  /** Which entries hold a pair of letters. */
  const byPair = new Map<string, number[]>();
  const keysById = new Map<string, readonly string[]>();
  /** Most names are borne by several units: each is spelt out once. */
  const lists = new Map<string, readonly Unit[][]>();

  function add(unit: Unit): void {
    for (const name of [unit.name, ...unit.aliases]) {
      for (const list of listsOf(name, unit.kind === "department")) if (!list.includes(unit)) list.push(unit);
    }
  }

  /** The lists that hold the units of a name. */
  function listsOf(name: string, departmental: boolean): readonly Unit[][] {
    const id = departmental ? `department ${name}` : name;
    let found = lists.get(id);
    if (!found) {
      const words = splitWords(name);
      const keys = departmental ? departmentKeys(words) : [keyOf(words)];
      found = [...keys.map((key) => listAt(byKey, key)), entryOf(shapeOf(words)).units];
      lists.set(id, found);
    }
    return found;
  }

  function entryOf(shape: Shape): Entry {
    const id = `${shape.letters} ${shape.numbers}`;
    const known = byShape.get(id);
    if (known) return known;
    const entry = { ...shape, units: [] };
    byShape.set(id, entry);
    for (const pair of pairsOf(shape.letters)) listAt(byPair, pair).push(entries.length);
    entries.push(entry);
    return entry;
  }

  function exact(words: readonly Word[], titled: boolean): readonly Unit[] {
    return [...(base?.exact(words, titled) ?? []), ...ownExact(words, titled)];
  }

  function ownExact(words: readonly Word[], titled: boolean): readonly Unit[] {
    const key = keyOf(words);
    if (!titled && isNumber(key)) return [];
    const named = byKey.get(key) ?? [];
    const departmental = departmentKey(words);
    if (departmental === key) return named;
    const departments = (byKey.get(departmental) ?? []).filter(({ kind }) => kind === "department");
    return [...named, ...departments];
  }

  function near(shape: Shape, most: number): readonly NearUnit[] {
    const { letters, numbers } = shape;
    if (letters === "") return [];
    const mayBe = (entry: Entry): boolean =>
      entry.numbers === numbers && Math.abs(entry.letters.length - letters.length) <= most;
    const own = alike(letters, most)
      .filter(mayBe)
      .map((entry) => ({ entry, away: distance(entry.letters, letters) }))
      .filter(({ away }) => away <= most)
      .flatMap(({ entry, away }) => entry.units.map((unit) => ({ unit, distance: away })));
    return [...(base?.near(shape, most) ?? []), ...own];
  }

  /** Entries that share enough pairs of letters: a letter changed spoils two pairs; a third must be left. */
  function alike(letters: string, most: number): Entry[] {
    const pairs = pairsOf(letters);
    const enough = Math.ceil(Math.max(pairs.size - 2 * most, pairs.size / 3));
    const shared = new Uint8Array(entries.length);
    const found: number[] = [];
    for (const pair of pairs) {
      for (const i of byPair.get(pair) ?? []) {
        const count = (shared[i] ?? 0) + 1;
        shared[i] = count;
        if (count === enough) found.push(i);
      }
    }
    return found.sort((a, b) => a - b).flatMap((i) => entries[i] ?? []);
  }

  function keysOf(unit: Unit): readonly string[] {
    let keys = keysById.get(unit.id);
    if (!keys) {
      keys = [unit.name, ...unit.aliases].map((name) => keyOf(splitWords(name)));
      keysById.set(unit.id, keys);
    }
    return keys;
  }

  for (const unit of units) add(unit);
  return { add, exact, near, keysOf };
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  let list = lists.get(key);
  if (!list) {
    list = [];
    lists.set(key, list);
  }
  return list;
}

/** Every two letters that stand together, with the first and the last letter. */
function pairsOf(letters: string): Set<string> {
  const pairs = new Set<string>();
  const framed = `^${letters}$`;
  for (let i = 1; i < framed.length; i++) pairs.add(framed.slice(i - 1, i + 1));
  return pairs;
}
