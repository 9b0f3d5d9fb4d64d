import type { CommandContext } from "#commands/define-command.ts";
import { expectOfficer } from "#commands/kit/expect.ts";
import { alertActions } from "#commands/parts/alert-actions.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = CommandContext<unknown>;

/** Somebody answerable for the unit has seen all that is open. Rejects with the Refusal "sample-only" where that is of the sample. */
export async function acknowledge(unit: Unit, context: Context): Promise<Reply> {
  const { services, t, asker } = context;
  await expectOfficer(unit, context);
  const seen = await services.alerts.acknowledge(unit.id, asker.sender);
  const [first] = seen;
  if (!first) {
    const open = await services.alerts.openOf(unit.id);
    if (open.some(({ state }) => state === "open")) throw new Refusal("sample-only", {});
    return { text: lines(t.alerts.nothingNew(unit)), actions: [] };
  }
  const by = asker.chatKind === "group" ? asker.senderName : null;
  return {
    text: lines(t.alerts.acknowledged({ unit, count: seen.length, by })),
    actions: alertActions({ unit, period: first.period, isOpen: true, isSeen: true }, services, t),
  };
}
