import { defineCommand } from "#commands/define-command.ts";
import { anywhere } from "#commands/parts/broadcast-parts.ts";
import { expectChatAdmin } from "#commands/parts/chat-admin.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { readWanted } from "#commands/parts/subscribable.ts";
import { slot } from "#commands/slots/slot.ts";
import { lines } from "#services/reply/text.ts";
import { foldWords } from "#services/text/fold.ts";

const ALL = /^(?:tat ca|het|moi thu|all)$/u;

/** Ends a chat's subscriptions: the only one, the one named, or all. */
export const unsubscribe = defineCommand({
  name: "huydangky",
  sisters: ["thoinhan"],
  role: "viewer",
  slots: { words: slot.words() },

  async run({ slots, services, t, asker, calledAs }) {
    const unitOf = unitLookup(services.units);
    const words = t.subscriptions;
    const held = await services.subscriptions.ofChat(asker.chat);
    const all = ALL.test(foldWords(slots.words));
    const { scope } = all ? { scope: null } : await readWanted(slots.words, { services, asker, calledAs });
    const ended = held.filter(({ unit }) => all || (scope ? unit === scope.id : held.length === 1));
    const mine = { label: words.actions.mine, command: "/dangkycuatoi" };
    if (held.length === 0) return { text: lines(words.none), actions: [] };
    if (scope && ended.length === 0) return { text: lines(words.notThis(scope)), actions: [[mine]] };
    if (ended.length === 0) {
      const each = held.map(({ unit }) => ({
        label: words.actions.end(unitOf(unit)),
        command: `/huydangky ${anywhere(unitOf(unit), services)}`,
      }));
      const everything = { label: words.actions.endAll, command: "/huydangky tất cả" };
      return { text: lines(words.which), actions: [...each, everything].map((action) => [action]) };
    }
    await expectChatAdmin(asker);
    for (const { unit } of ended) await services.subscriptions.remove(asker.chat, { unit });
    return { text: lines(words.ended(ended.map(({ unit }) => unitOf(unit)))), actions: [[mine]] };
  },
});
