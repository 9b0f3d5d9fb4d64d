import type { Direction } from "#services/indicators/indicator.ts";
import { type Incomparable, unitsBreak } from "#services/sheets/comparable.ts";
import { type Places, placesOf, subtract } from "#services/sheets/places.ts";
import type { Observation } from "#services/sheets/sheet.ts";

export type Measured = Observation & { readonly value: number };

export const hasValue = (o: Observation): o is Measured => o.value !== null;

/** What a change is measured against. */
export type Comparison =
  /** `over`: how many units both lists have, where one has others beside them; null = they have the same. */
  | { readonly kind: "sheet"; readonly over: number | null }
  /** Derived from the changes the document itself gives for every unit: the period before is not stored. */
  | { readonly kind: "published" }
  | { readonly kind: "none"; readonly reason: Incomparable };

/** What a list of units is set against. */
export interface Earlier {
  readonly comparison: Comparison;
  /** Stored figures by unit, of other lists too; else derived ones. */
  readonly values: ReadonlyMap<string, number>;
  /** Units whose figure was derived. */
  readonly derived: ReadonlySet<string>;
  /** Places among the units that both lists have; none where the lists do not compare. */
  readonly now: Places;
  readonly before: Places;
}

/** What is stored of the period before wins; only where it is not, the changes that a document gives are reckoned back. */
export function setAgainst(
  earlier: readonly Observation[] | Incomparable,
  measured: readonly Measured[],
  direction: Direction,
): Earlier {
  const stored = typeof earlier === "string" ? [] : earlier.filter(hasValue);
  const reason = typeof earlier === "string" ? earlier : listsBreak(stored, measured);
  const known = new Map(stored.map((o) => [o.unit, o.value]));
  const isDerived = reason !== null && givesEveryChange(measured);
  const derived = isDerived ? reckonedBack(measured, known) : new Map<string, number>();
  const values = new Map([...known, ...derived]);
  const found = { values, derived: new Set(derived.keys()) };
  if (reason !== null && !isDerived) {
    return { ...found, comparison: { kind: "none", reason }, now: new Map(), before: new Map() };
  }
  const common = measured.filter(({ unit }) => values.has(unit));
  const isSame = common.length === measured.length && common.length === stored.length;
  return {
    ...found,
    comparison: isDerived ? { kind: "published" } : { kind: "sheet", over: isSame ? null : common.length },
    now: placesOf(new Map(common.map((o) => [o.unit, o.value])), direction),
    before: placesOf(new Map(common.map((o) => [o.unit, values.get(o.unit) ?? 0])), direction),
  };
}

/** One unit's change says nothing of places. */
function givesEveryChange(measured: readonly Measured[]): boolean {
  return measured.length > 1 && measured.every(({ change }) => change !== null);
}

function reckonedBack(
  measured: readonly Measured[],
  known: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const unknown = measured.filter(({ unit }) => !known.has(unit));
  return new Map(unknown.map(({ unit, value, change }) => [unit, subtract(value, change ?? 0)]));
}

function listsBreak(earlier: readonly Measured[], later: readonly Measured[]): Incomparable | null {
  if (earlier.length === 0) return "no-earlier";
  return unitsBreak(
    earlier.map(({ unit }) => unit),
    later.map(({ unit }) => unit),
  );
}
