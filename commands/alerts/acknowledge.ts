import type { CommandContext } from "#commands/define-command.ts";
import { alertActions } from "#commands/parts/alert-actions.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { atLeast } from "#services/rights/roles.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = CommandContext<unknown>;

/** Alerts of a unit are for its officers, and for those above them. Rejects with the Refusal "role-needed-there". */
export async function expectOfficer(unit: Unit, { asker }: Pick<Context, "asker">): Promise<void> {
  if (atLeast(await asker.roleIn(unit.id), "officer")) return;
  throw new Refusal("role-needed-there", { role: "officer", unit });
}

/** Somebody answerable for the unit has seen all that is open. */
export async function acknowledge(unit: Unit, context: Context): Promise<Reply> {
  const { services, t, asker } = context;
  await expectOfficer(unit, context);
  const seen = await services.alerts.acknowledge(unit.id, asker.sender);
  const [first] = seen;
  if (!first) return { text: lines(t.alerts.nothingNew(unit)), actions: [] };
  return {
    text: lines(t.alerts.acknowledged({ unit, count: seen.length })),
    actions: alertActions({ unit, period: first.period, isOpen: true }, services, t),
  };
}
