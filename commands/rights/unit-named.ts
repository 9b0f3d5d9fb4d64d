import type { CommandContext } from "#commands/define-command.ts";
import { unitIn } from "#commands/kit/unit-in.ts";
import { type Remainder, words } from "#commands/slots/remainder.ts";
import type { Unit } from "#services/units/unit.ts";

/** The unit an order names; null = none. Rejects with the refusals of a unit's name, whose actions repeat the order. */
export async function unitNamed(
  rest: Remainder,
  { slots, services, asker }: Pick<CommandContext<unknown>, "slots" | "services" | "asker">,
): Promise<Unit | null> {
  const { order } = slots as { readonly order: string };
  if (words(rest) === "") return null;
  return unitIn({ text: order, rest }, "unit", { services, asker, calledAs: "quyen" });
}
