import type { NearUnit } from "#services/units/name-index.ts";
import type { Reading } from "#services/units/reading.ts";
import { accentAgreement, keyOf, splitWords } from "#services/units/spelling.ts";
import type { Unit, UnitKind } from "#services/units/unit.ts";
import type { UnitTree } from "#services/units/unit-tree.ts";
import type { FindUnitOptions } from "#services/units/units.ts";

/** A unit that may be meant, and the reading under which its name fits. */
export interface Candidate extends NearUnit {
  readonly reading: Reading;
}

interface Preference extends FindUnitOptions {
  readonly tree: UnitTree;
  /** The text carries accents, so they tell names apart. */
  readonly accented: boolean;
}

/**
 * What is left after each wish in order, a wish that nobody meets being dropped: the scope; the fewest letters
 * changed; the title and the accents as written; data; the era; of a unit and its namesake successor the one valid
 * then (today, where no day is asked for); the one nearest to the scope.
 */
export function prefer(candidates: readonly Candidate[], wishes: Preference): readonly Unit[] {
  const { tree, scope, within, at, preferred = [] } = wishes;
  let left = scope === undefined ? candidates : those(candidates, ({ unit }) => liesIn(tree, unit, scope));
  left = least(left, ({ distance }) => distance);
  left = those(left, ({ unit, reading }) => reading.title?.title === unit.title);
  if (wishes.accented) left = least(left, (candidate) => -agreement(candidate));
  for (const set of preferred) left = those(left, ({ unit }) => set.has(unit.id));
  if (at !== undefined) left = those(left, ({ unit }) => isValidAt(unit, at));
  left = withoutSucceeded(left, at);
  const base = scope ?? within;
  if (base !== undefined) left = least(left, ({ unit }) => tree.depthIn(unit, base));
  return helpfullySorted([...new Set(left.map(({ unit }) => unit))], tree, at);
}

export function liesIn(tree: UnitTree, unit: Unit, place: string): boolean {
  return tree.depthIn(unit, place) !== Number.POSITIVE_INFINITY;
}

/** Whether a unit may be answered at all. */
export function isAllowed(tree: UnitTree, unit: Unit, { kinds, within }: FindUnitOptions): boolean {
  if (kinds && !kinds.includes(unit.kind)) return false;
  return within === undefined || liesIn(tree, unit, within);
}

/** Whether a unit existed on a day; without a day, whether it exists today. */
export function isValidAt(unit: Unit, at: string | undefined): boolean {
  if (at === undefined) return unit.validTo === null;
  return (unit.validFrom === null || unit.validFrom <= at) && (unit.validTo === null || at <= unit.validTo);
}

function those<T>(candidates: readonly T[], fits: (candidate: T) => boolean): readonly T[] {
  const fitting = candidates.filter(fits);
  return fitting.length > 0 ? fitting : candidates;
}

function least<T>(candidates: readonly T[], measure: (candidate: T) => number): readonly T[] {
  if (candidates.length < 2) return candidates;
  const measured = candidates.map(measure);
  const smallest = Math.min(...measured);
  return candidates.filter((_, i) => measured[i] === smallest);
}

function agreement({ unit, reading }: Candidate): number {
  return Math.max(
    ...[unit.name, ...unit.aliases].map((name) => accentAgreement(reading.words, splitWords(name))),
  );
}

/** Leaves out a unit that is not valid then where a namesake that took it over is. */
function withoutSucceeded(candidates: readonly Candidate[], at: string | undefined): readonly Candidate[] {
  const valid = new Map(
    candidates.filter(({ unit }) => isValidAt(unit, at)).map(({ unit }) => [unit.id, unit]),
  );
  const isSucceeded = (unit: Unit): boolean =>
    unit.successors.some((id) => {
      const successor = valid.get(id);
      return successor !== undefined && keyOf(splitWords(successor.name)) === keyOf(splitWords(unit.name));
    });
  return candidates.filter(({ unit }) => valid.has(unit.id) || !isSucceeded(unit));
}

const KIND_ORDER: readonly UnitKind[] = ["country", "province", "district", "commune", "department"];
const byName = new Intl.Collator("vi");

/** Those valid then first, larger units before smaller ones, then by name and by the place they lie in. */
function helpfullySorted(units: readonly Unit[], tree: UnitTree, at: string | undefined): readonly Unit[] {
  if (units.length < 2) return units;
  const placeName = (unit: Unit): string =>
    tree
      .ancestors(unit.id)
      .map(({ name }) => name)
      .reverse()
      .join(" ");
  const keyed = units.map((unit) => ({ unit, valid: isValidAt(unit, at) ? 0 : 1, place: placeName(unit) }));
  keyed.sort(
    (a, b) =>
      a.valid - b.valid ||
      KIND_ORDER.indexOf(a.unit.kind) - KIND_ORDER.indexOf(b.unit.kind) ||
      byName.compare(a.unit.name, b.unit.name) ||
      byName.compare(a.place, b.place),
  );
  return keyed.map(({ unit }) => unit);
}
