import { defineCommand } from "#commands/define-command.ts";
import { slot } from "#commands/slots/slot.ts";
import { Refusal } from "#services/refusal.ts";
import { lines } from "#services/reply/text.ts";

/** Takes an answer out of a group again, for whoever asked and for those who run the group. */
export const takeBack = defineCommand({
  name: "thuhoi",
  words: (t) => t.takeBack,
  role: "viewer",
  personal: true,
  slots: { ignored: slot.words() },

  async run({ t, asker, ours, takeBack }) {
    if (!takeBack) return { text: lines(t.takeBack.never), actions: [] };
    if (!ours) return { text: lines(t.takeBack.how), actions: [] };
    // What nobody asked for, as a publication or an alert, stands in the ledger as sent.
    if (!ours.askedBy) throw new Refusal("not-taken-back", { because: "unasked" });
    const isAsker = ours.askedBy === asker.sender;
    if (!isAsker && !(await asker.isChatAdmin())) throw new Refusal("not-taken-back", { because: "other" });
    if (!(await takeBack(ours))) throw new Refusal("not-taken-back", { because: "old" });
    return { text: lines(t.takeBack.done), actions: [], beside: true };
  },
});
