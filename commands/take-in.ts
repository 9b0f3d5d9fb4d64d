import { type CommandContext, defineCommand } from "#commands/define-command.ts";
import { slot } from "#commands/slots/slot.ts";
import { amend, begin, readCollected, stop, take } from "#commands/take-in/collecting.ts";
import { hearCorrections } from "#commands/take-in/corrections/hear.ts";
import { correct } from "#commands/take-in/corrections/obey.ts";
import { confirm, discard } from "#commands/take-in/deciding.ts";
import { type Order, readOrder } from "#commands/take-in/read-order.ts";
import { seePage, seeSummary, seeWorkbook } from "#commands/take-in/seeing.ts";
import { takeSent } from "#commands/take-in/sent.ts";
import { undo } from "#commands/take-in/taking-back.ts";
import { LONGEST_PAPER } from "#services/intake/parts.ts";
import type { Reply } from "#services/reply/reply.ts";

/** Takes in a document that is sent, or pasted: collected, read, looked over, and stored once it is confirmed. */
export const takeIn = defineCommand({
  name: "nhap",
  words: (t) => t.intake,
  role: "editor",
  asksItself: true,
  papers: { longest: LONGEST_PAPER, hears: hearCorrections },
  slots: { words: slot.words() },

  async run(context) {
    const { slots, isEdit, files } = context;
    const order = readOrder(slots.words);
    const unused = order.kind === "text" ? order.text : "";
    if (files.length > 0 && (order.kind === "begin" || unused !== ""))
      return takeSent(files, unused, context);
    const amended = isEdit ? await amend(slots.words, context) : null;
    return amended ?? obey(order, context);
  },
});

function obey(order: Order, context: CommandContext<unknown>): Promise<Reply> {
  switch (order.kind) {
    case "begin":
      return begin(context);
    case "text":
      return take(order.text, context);
    case "read":
      return readCollected(context);
    case "stop":
      return stop(context);
    case "correct":
      return correct(order.corrections, order.code, context);
    case "summary":
      return seeSummary(order.code, context);
    case "rows":
    case "differences":
    case "suggestions":
      return seePage(order, context);
    case "workbook":
      return seeWorkbook(order.code, context);
    case "confirm":
      return confirm(order.code, context);
    case "undo":
      return undo(order.code, context);
    case "discard":
      return discard(order.code, context);
  }
}
