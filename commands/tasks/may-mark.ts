import type { Asker } from "#commands/define-command.ts";
import { atLeast } from "#services/rights/roles.ts";
import { type Task, unitsOwing } from "#services/tasks/task.ts";

/** An officer of a unit that owes it, an editor of the one that gave it, or an operator. */
export async function mayMark(task: Task, { role, roleIn }: Asker): Promise<boolean> {
  if (!atLeast(role, "officer")) return false;
  if (atLeast(await roleIn(task.scope), "editor")) return true;
  for (const unit of unitsOwing(task)) if (atLeast(await roleIn(unit), "officer")) return true;
  return false;
}

/** Whether to show the button: always in a group, where somebody may press it; never on sample data. */
export async function isMarkOffered(task: Task, asker: Asker): Promise<boolean> {
  return !task.sample && (asker.chatKind === "group" || (await mayMark(task, asker)));
}
