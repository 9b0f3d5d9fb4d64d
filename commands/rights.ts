import { type CommandContext, defineCommand } from "#commands/define-command.ts";
import { decide } from "#commands/rights/decide.ts";
import { give, take } from "#commands/rights/grants.ts";
import { list } from "#commands/rights/list.ts";
import { issueCode } from "#commands/rights/one-time-codes.ts";
import { type Order, readOrder } from "#commands/rights/read-order.ts";
import { redeemCode } from "#commands/rights/redeem-code.ts";
import { slot } from "#commands/slots/slot.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";

/** A code as the bot writes it; "2024-2025" is none. */
const ONE_TIME_CODE = /^(?=.*[A-Z])[\dA-Z]{4}-[\dA-Z]{4}$/u;

/** Who may what: shown, given, taken back, handed out by one-time codes; strangers' chats approved. */
export const rights = defineCommand({
  name: "quyen",
  words: (t) => t.rights,
  sisters: ["phanquyen", "rights"],
  takesAlone: ONE_TIME_CODE,
  role: "viewer",
  personal: true,
  anywhere: true,
  slots: { order: slot.words() },

  async run(context) {
    const { slots, asker } = context;
    const order = readOrder(slots.order);
    if (!order) throw new Refusal("rights-unclear", { typed: slots.order });
    if (order.kind === "list") return list(context);
    if (order.kind === "redeem") return redeemCode(order, context);
    if (asker.role !== "operator") throw new Refusal("role-needed", { role: "operator" });
    return obey(order, context);
  },
});

type OperatorsOrder = Exclude<Order, { kind: "list" | "redeem" }>;

function obey(order: OperatorsOrder, context: CommandContext<unknown>): Promise<Reply> {
  switch (order.kind) {
    case "give":
      return give(order, context);
    case "take":
      return take(order, context);
    case "code":
      return issueCode(order, context);
    case "decide":
      return decide(order, context);
  }
}
