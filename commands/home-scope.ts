import { defineCommand } from "#commands/define-command.ts";
import { expectChatAdmin, expectScope } from "#commands/kit/expect.ts";
import { slot } from "#commands/slots/slot.ts";
import { lines } from "#services/reply/text.ts";

/** Shows or sets the unit whose children a chat asks about when it names none. */
export const homeScope = defineCommand({
  name: "diaban",
  words: (t) => t.home,
  role: "viewer",
  slots: { unit: slot.optionalUnit() },

  async run({ slots, services, t, asker }) {
    const actions = [
      [
        { label: t.actions.summary, command: "/tonghop" },
        { label: t.actions.ranking, command: "/xephang" },
      ],
    ];
    if (!slots.unit) return { text: lines(t.home.is(asker.home), t.home.how), actions };
    const unit = expectScope(slots.unit);
    await expectChatAdmin(asker);
    await services.chats.change(asker.chat, { homeScope: unit.id }, asker.sender);
    const deed = { kind: "setting-changed", unit: unit.id, about: asker.chat } as const;
    return { text: lines(t.home.set(unit)), actions, deeds: [deed] };
  },
});
