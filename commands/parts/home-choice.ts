import { Refusal } from "#services/refusal.ts";
import type { Unit } from "#services/units/unit.ts";

/** A home scope must have units to rank. Throws the Refusal "no-children". */
export function expectScope(unit: Unit): Unit {
  if (unit.kind === "commune" || unit.kind === "department") throw new Refusal("no-children", { unit });
  return unit;
}
