import type { CommandContext } from "#commands/define-command.ts";
import { type Remainder, remainderOf } from "#commands/slots/remainder.ts";
import { findUnit, type UnitQuestion } from "#commands/slots/unit-slot.ts";
import { Refusal } from "#services/refusal.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = Pick<CommandContext<unknown>, "services" | "asker" | "calledAs">;

/** What a unit's name is read from. */
export interface Naming {
  readonly text: string;
  /** What is left of the text once other things in it are understood; the whole text by default. */
  readonly rest?: Remainder;
}

/**
 * The unit that a text names; for a scope left out the chat's home. Rejects with the Refusals "unit-needed",
 * "ambiguous" and "unknown-unit", whose actions begin with the name the command was called by.
 */
export async function unitIn(naming: Naming, kind: "unit" | "scope", context: Context): Promise<Unit> {
  const unit = await findIn(naming, kind, context);
  if (!unit) throw new Refusal("unit-needed", { command: context.calledAs });
  return unit;
}

/** The same, where no unit need be named; null = none is. */
export function optionalUnitIn(naming: Naming, context: Context): Promise<Unit | null> {
  return findIn(naming, "optionalUnit", context);
}

function findIn(
  { text, rest = remainderOf(text) }: Naming,
  kind: UnitQuestion["kind"],
  { services, asker, calledAs }: Context,
): Promise<Unit | null> {
  return findUnit(rest, { text, calledAs, services, home: asker.home, period: null, kind });
}
