import type { Asker, CommandContext } from "#commands/define-command.ts";
import { Refusal } from "#services/refusal.ts";
import { atLeast } from "#services/rights/roles.ts";
import type { Unit } from "#services/units/unit.ts";

type HasAsker = Pick<CommandContext<unknown>, "asker">;

/** Alerts of a unit are for its officers, and for those above them. Rejects with the Refusal "role-needed-there". */
export async function expectOfficer(unit: Unit, { asker }: HasAsker): Promise<void> {
  if (atLeast(await asker.roleIn(unit.id), "officer")) return;
  throw new Refusal("role-needed-there", { role: "officer", unit });
}

/** What changes for all who read of a unit is for its editors. Rejects with the Refusal "role-needed-there". */
export async function expectEditor(unit: Unit, context: HasAsker): Promise<void> {
  if (!(await isEditorOf(unit.id, context))) throw new Refusal("role-needed-there", { role: "editor", unit });
}

/** The asker is an editor of the unit, by its id, or an operator. */
export async function isEditorOf(unit: string, { asker }: HasAsker): Promise<boolean> {
  return atLeast(await asker.roleIn(unit), "editor");
}

/** What a group hears is for its admins to decide. Rejects with the Refusal "chat-admin-only". */
export async function expectChatAdmin({ isChatAdmin, adminsByCode: byCode }: Asker): Promise<void> {
  if (!(await isChatAdmin())) throw new Refusal("chat-admin-only", { byCode });
}

/** A home scope must have units to rank. Throws the Refusal "no-children". */
export function expectScope(unit: Unit): Unit {
  if (unit.kind === "commune" || unit.kind === "department") throw new Refusal("no-children", { unit });
  return unit;
}
