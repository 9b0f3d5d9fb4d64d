import type { SheetHead } from "#services/sheets/sheets.ts";

interface Answers<T> {
  readonly units: number;
  readonly byKey: Map<string, T>;
}

/**
 * Remembers what was worked out of a list of heads, by key, for as long as the list stands: a publication makes a new
 * one. What depends on the kinds of units is worked out anew once more `units` are known.
 */
export function createMemoOfHeads<T>() {
  const remembered = new WeakMap<readonly SheetHead[], Answers<T>>();

  return (heads: readonly SheetHead[], key: string, make: () => T, units = 0): T => {
    let answers = remembered.get(heads);
    if (answers?.units !== units) {
      answers = { units, byKey: new Map() };
      remembered.set(heads, answers);
    }
    const known = answers.byKey.get(key);
    if (known !== undefined) return known;
    const made = make();
    answers.byKey.set(key, made);
    return made;
  };
}
