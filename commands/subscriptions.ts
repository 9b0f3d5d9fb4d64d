import { defineCommand } from "#commands/define-command.ts";
import { anywhere } from "#commands/parts/broadcast-parts.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { lines } from "#services/reply/text.ts";

/** What this chat is subscribed to. */
export const subscriptions = defineCommand({
  name: "dangkycuatoi",
  role: "viewer",
  slots: {},

  async run({ services, t, asker }) {
    const words = t.subscriptions;
    const unitOf = unitLookup(services.units);
    const held = await services.subscriptions.ofChat(asker.chat);
    if (held.length === 0) {
      const offered = { label: words.actions.subscribe(asker.home), command: "/dangky kết quả tháng" };
      return { text: lines(words.none), actions: [[offered]] };
    }
    return {
      text: lines(
        words.title,
        ...held.map(({ unit, at }) =>
          words.item({ scope: unitOf(unit), since: t.figures.date(services.local(at)) }),
        ),
      ),
      actions: held.map(({ unit }) => [
        {
          label: words.actions.end(unitOf(unit)),
          command: `/huydangky ${anywhere(unitOf(unit), services)}`,
        },
      ]),
    };
  },
});
