import { type CommandContext, defineCommand } from "#commands/define-command.ts";
import { begin, discard, like, say } from "#commands/explain/drafting.ts";
import { alertsOfUnit, overview } from "#commands/explain/lists.ts";
import { type Order, readOrder } from "#commands/explain/read-order.ts";
import { accept, giveBack, view } from "#commands/explain/reviewing.ts";
import { send } from "#commands/explain/sending.ts";
import { slot } from "#commands/slots/slot.ts";
import type { Reply } from "#services/reply/reply.ts";

/** Explanations of alerts: an office says why, what it does and by when; its leaders accept or return that. */
export const explain = defineCommand({
  name: "giaitrinh",
  words: (t) => t.explanations,
  role: "officer",
  asksItself: true,
  slots: { words: slot.words() },

  run: (context) => obey(readOrder(context.slots.words), context),
});

function obey(order: Order, context: CommandContext<unknown>): Promise<Reply> {
  switch (order.kind) {
    case "list":
      return overview(context);
    case "unit":
      return alertsOfUnit(order.words, context);
    case "begin":
      return begin(order.alert, context);
    case "say":
      return say(order, context);
    case "like":
      return like(order, context);
    case "send":
      return send(order.alert, context);
    case "discard":
      return discard(order.alert, context);
    case "view":
      return view(order, context);
    case "accept":
      return accept(order, context);
    case "giveBack":
      return giveBack(order, context);
  }
}
