import type { CommandContext } from "#commands/define-command.ts";
import { atLeast } from "#services/rights/roles.ts";
import type { Unit } from "#services/units/unit.ts";

/** Rules are for those who answer for the figures of a scope. */
export async function maySetRules(
  scope: Unit,
  { asker }: Pick<CommandContext<unknown>, "asker">,
): Promise<boolean> {
  return atLeast(await asker.roleIn(scope.id), "editor");
}
