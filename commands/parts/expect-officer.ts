import type { CommandContext } from "#commands/define-command.ts";
import { Refusal } from "#services/refusal.ts";
import { atLeast } from "#services/rights/roles.ts";
import type { Unit } from "#services/units/unit.ts";

/** Alerts of a unit are for its officers, and for those above them. Rejects with the Refusal "role-needed-there". */
export async function expectOfficer(
  unit: Unit,
  { asker }: Pick<CommandContext<unknown>, "asker">,
): Promise<void> {
  if (atLeast(await asker.roleIn(unit.id), "officer")) return;
  throw new Refusal("role-needed-there", { role: "officer", unit });
}
