import { defineCommand } from "#commands/define-command.ts";
import { slot } from "#commands/slots/slot.ts";
import { lines } from "#services/reply/text.ts";

/** Says hello, what it can do, and the sender's own id as `OPERATORS` wants it, while there is no operator. */
export const start = defineCommand({
  name: "batdau",
  words: (t) => t.start,
  sisters: ["start"],
  role: "viewer",
  onlyReads: true,
  phrases: { asks: /^\s*(?:xin )?(?:chao|hello|hi|alo)(?![\p{L}\d])/u, takes: "alone" },
  // A link to the bot may add words of its own: whatever they are, they ask nothing.
  slots: { ignored: slot.words() },

  async run({ services, t, asker }) {
    const heads = await services.sheets.heads();
    const own = heads.filter(({ scope }) => scope === asker.home.id);
    const sheet = own[0] && (await services.sheets.current(own[0].scope, own[0].period));
    const isUnconfigured = asker.chatKind === "private" && services.rights.operators.length === 0;
    return {
      text: lines(
        t.start.welcome({ home: asker.home, sample: sheet?.sample ?? false }),
        isUnconfigured && t.start.yourId(asker.sender),
      ),
      actions: [
        [
          { label: t.actions.summary, command: "/tonghop" },
          { label: t.actions.ranking, command: "/xephang" },
        ],
        [{ label: t.actions.help, command: "/trogiup" }],
      ],
    };
  },
});
