import type { CommandContext } from "#commands/define-command.ts";
import type { Order } from "#commands/rights/read-order.ts";
import { unitNamed } from "#commands/rights/unit-named.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { CodePurpose } from "#services/rights/codes.ts";

/** Makes a code that whoever enters it first becomes an officer, an editor or a group's admin by. */
export async function issueCode(
  { role, rest }: Extract<Order, { kind: "code" }>,
  context: CommandContext<unknown>,
): Promise<Reply> {
  const { services, t, asker } = context;
  const unit = role === "group" ? null : await unitNamed(rest, context);
  if (role !== "group" && !unit) {
    throw new Refusal("unit-needed", { command: `quyen mã ${t.rights.roleTyped[role]}` });
  }
  const purpose: CodePurpose =
    role === "group" || !unit ? { kind: "group" } : { kind: "role", role, unit: unit.id };
  const { code, until } = await services.codes.issue(purpose, asker.sender);
  const deed = unit && role !== "group" ? { unit: unit.id, about: t.rights.roleTyped[role] } : {};
  return {
    text: lines(t.rights.code({ code, until: services.local(until), role, unit })),
    actions: [],
    deeds: [{ kind: "code-issued", ...deed }],
  };
}
