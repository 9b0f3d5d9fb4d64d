import type { Asker, CommandContext } from "#commands/define-command.ts";
import { isEditorOf } from "#commands/kit/expect.ts";
import type { ImportPlan } from "#services/documents/plan/plan-import.ts";
import type { PlannedSheet } from "#services/documents/plan/plan-sheets.ts";
import type { Preview } from "#services/intake/preview.ts";
import { Refusal } from "#services/refusal.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = Pick<CommandContext<unknown>, "asker" | "services">;

/**
 * The first area of whose results the asker is no editor; null = all may be stored. What the list of an area says is
 * its editors' to store; the areas' own figures, which stand in the list above, are those areas' too.
 */
export async function notTheirs(
  { sheets, targets, tasks }: ImportPlan,
  asker: Asker,
  { units }: Pick<Services, "units">,
): Promise<Unit | null> {
  const isEditor = ({ id }: Unit): Promise<boolean> => isEditorOf(id, { asker });
  for (const sheet of sheets) {
    const owners = ownersOf(sheet, units);
    if (!(await isEditor(sheet.scope)) && !(await areAll(owners, isEditor))) return sheet.scope;
  }
  for (const id of new Set([...targets, ...tasks].map(({ scope }) => scope))) {
    const scope = units.get(id);
    if (scope && !(await isEditor(scope))) return scope;
  }
  return null;
}

/** Rejects with the Refusal "role-needed-there". */
export async function expectMayStore({ plan }: Preview, { asker, services }: Context): Promise<void> {
  const unit = await notTheirs(plan, asker, services);
  if (unit) throw new Refusal("role-needed-there", { role: "editor", unit });
}

/** Whoever handed it in may mend it or throw it away, and whoever could store it. */
export async function expectMayDecide(preview: Preview, context: Context): Promise<void> {
  if (preview.by !== context.asker.sender) await expectMayStore(preview, context);
}

/** Areas that a sheet says nothing but their own figures of; none when it lists units without areas below them. */
function ownersOf(
  { draft, units: listed }: PlannedSheet,
  units: Pick<Services["units"], "children">,
): readonly Unit[] {
  const areAreas = listed.every(({ id }) => units.children(id).length > 0);
  return areAreas && !draft.complete ? listed : [];
}

async function areAll(all: readonly Unit[], is: (unit: Unit) => Promise<boolean>): Promise<boolean> {
  if (all.length === 0) return false;
  for (const one of all) if (!(await is(one))) return false;
  return true;
}
