import type { Slot } from "#commands/slots/slot.ts";
import type { Unit } from "#services/units/unit.ts";

const UNIT_KINDS: ReadonlySet<string> = new Set(["scope", "unit", "optionalUnit"]);

/** The unit that a command's slots name; null = none. */
export function unitOf(
  slots: Readonly<Record<string, Slot>>,
  values: Readonly<Record<string, unknown>>,
): Unit | null {
  const name = Object.keys(slots).find((one) => UNIT_KINDS.has(slots[one]?.kind ?? ""));
  return name === undefined ? null : ((values[name] ?? null) as Unit | null);
}
