import { defineCommand } from "#commands/define-command.ts";
import { readVerb, type Verbs } from "#commands/kit/verb.ts";
import { slot } from "#commands/slots/slot.ts";
import { Refusal } from "#services/refusal.ts";
import { lines } from "#services/reply/text.ts";

const VERBS: Verbs<"now"> = [["now", /ngay/u]];

/** How backups stand, and one made now. */
export const backups = defineCommand({
  name: "saoluu",
  words: (t) => t.backup,
  sisters: ["backup"],
  role: "operator",
  slots: { words: slot.words() },

  async run({ slots, services, t }) {
    const { verb, rest } = readVerb(slots.words, VERBS);
    if (rest !== "") throw new Refusal("not-understood", { typed: rest });
    const state = await services.backups.state();
    const isAsked = verb === "now" && (await services.backups.ask());
    const see = { label: t.backup.actions.see, command: "/saoluu" };
    const now = { label: t.backup.actions.now, command: "/saoluu ngay" };
    return {
      text: lines(
        isAsked ? t.backup.asked : t.backup.state(state, services.local),
        !isAsked && state.last !== null && t.backup.lies(state.last.file),
      ),
      actions: state.plan === null ? [] : [[isAsked ? see : now]],
      ...(isAsked ? { deeds: [{ kind: "backup-asked" }] as const } : {}),
    };
  },
});
