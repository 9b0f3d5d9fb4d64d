import type { CommandContext } from "#commands/define-command.ts";
import type { Order } from "#commands/rights/read-order.ts";
import { unitNamed } from "#commands/rights/unit-named.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

/** Gives a person a role for a unit and everything below it. */
export async function give(
  { role, person, rest }: Extract<Order, { kind: "give" }>,
  context: CommandContext<unknown>,
): Promise<Reply> {
  const { services, t, asker } = context;
  const unit = await unitNamed(rest, context);
  if (!unit) throw new Refusal("unit-needed", { command: `quyen ${t.rights.roleTyped[role]} ${person}` });
  await services.rights.give(person, { role, unit: unit.id, by: asker.sender });
  return {
    text: lines(t.rights.given({ person, role, unit })),
    actions: [[{ label: t.rights.actions.takeBack, command: `/quyen thu ${person} #${unit.id}` }]],
    deeds: [{ kind: "right-given", unit: unit.id, about: `${t.rights.roleTyped[role]} ${person}` }],
  };
}

/** Takes back what a person was given, for one unit or altogether. */
export async function take(
  { person, rest }: Extract<Order, { kind: "take" }>,
  context: CommandContext<unknown>,
): Promise<Reply> {
  const { services, t } = context;
  const unit = await unitNamed(rest, context);
  const taken = await services.rights.take(person, unit?.id ?? null);
  if (taken.length === 0) throw new Refusal("no-such-right", { person });
  const items = taken.flatMap(({ role, unit: id }) => {
    const held = services.units.get(id);
    return held ? [{ role, unit: held }] : [];
  });
  return {
    text: lines(t.rights.taken({ person, items })),
    actions: [[{ label: t.rights.actions.list, command: "/quyen" }]],
    deeds: taken.map(({ unit: id }) => ({ kind: "right-taken", unit: id, about: person })),
  };
}
