import type { CommandContext } from "#commands/define-command.ts";
import { type Remainder, words } from "#commands/slots/remainder.ts";
import { findUnit } from "#commands/slots/unit-slot.ts";
import type { Unit } from "#services/units/unit.ts";

/** The unit an order names; null = none. Rejects with the refusals of a unit's name, whose actions repeat the order. */
export function unitNamed(
  rest: Remainder,
  { slots, services, asker }: Pick<CommandContext<unknown>, "slots" | "services" | "asker">,
): Promise<Unit | null> {
  const { order } = slots as { readonly order: string };
  const question = { text: order, calledAs: "quyen", slots: {}, services, home: asker.home };
  return words(rest) === ""
    ? Promise.resolve(null)
    : findUnit(rest, { ...question, period: null, kind: "unit" });
}
