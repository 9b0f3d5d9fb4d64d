import { defineCommand } from "#commands/define-command.ts";
import { typed } from "#commands/parts/ask-again.ts";
import { expectChatAdmin } from "#commands/parts/chat-admin.ts";
import { readWanted } from "#commands/parts/subscribable.ts";
import { slot } from "#commands/slots/slot.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { lines } from "#services/reply/text.ts";

/** Lets a chat hear of every month's results of an area. */
export const subscribe = defineCommand({
  name: "dangky",
  role: "viewer",
  slots: { words: slot.words() },

  async run({ slots, services, t, asker, calledAs }) {
    const { isNamed, scope } = await readWanted(slots.words, { services, asker, calledAs });
    const mine = { label: t.subscriptions.actions.mine, command: "/dangkycuatoi" };
    if (!isNamed && !scope) {
      const offered = {
        label: t.subscriptions.actions.subscribe(asker.home),
        command: "/dangky kết quả tháng",
      };
      return { text: lines(t.subscriptions.ask), actions: [[offered], [mine]] };
    }
    await expectChatAdmin(asker);
    const unit = scope ?? asker.home;
    const wanted = { chat: asker.chat, unit: unit.id, kinds: ["results"], by: asker.sender } as const;
    const isNew = (await services.subscriptions.add(wanted)).length > 0;
    const where = unit.id === asker.home.id ? "" : unitPhrase(unit, services.units, asker.home);
    return {
      text: lines(isNew ? t.subscriptions.added(unit) : t.subscriptions.again(unit), t.subscriptions.next),
      actions: [[{ label: t.actions.summary, command: typed("/tonghop", where) }, mine]],
    };
  },
});
