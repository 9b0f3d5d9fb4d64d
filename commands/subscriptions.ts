import { defineCommand } from "#commands/define-command.ts";
import { byUnit, subscriptionCommand, successorsOf } from "#commands/parts/subscription-parts.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import { slot } from "#commands/slots/slot.ts";
import { Refusal } from "#services/refusal.ts";
import { lines } from "#services/reply/text.ts";

/** Units on one page. */
const PAGE = 15;

/** What this chat is subscribed to. */
export const subscriptions = defineCommand({
  name: "dangkycuatoi",
  words: (t) => t.subscriptions,
  role: "viewer",
  personal: true,
  onlyReads: true,
  phrases: {
    matters: [
      {
        asks: wholeWords(
          "(?:da |dang )+dang ky(?: nhan)?(?: tin)?(?: (?:cua )?(?:nhung |cac )?(?:xa|don vi|cho|noi|gi)(?: nao| gi)?)?",
        ),
      },
    ],
    takes: ["page"],
  },
  slots: { page: slot.page() },

  async run({ slots, services, t, asker }) {
    const words = t.subscriptions;
    const held = byUnit(await services.subscriptions.ofChat(asker.chat), services);
    if (held.length === 0) {
      const offered = { label: words.actions.monthly(asker.home), command: "/dangky kết quả tháng" };
      return { text: lines(words.none(asker.chatKind)), actions: [[offered]] };
    }
    const pages = Math.ceil(held.length / PAGE);
    if (slots.page > pages) throw new Refusal("no-such-page", { pages });
    const shown = held.slice((slots.page - 1) * PAGE, slots.page * PAGE);
    const next = {
      label: t.actions.nextPage(slots.page + 1, pages),
      command: `/dangkycuatoi trang ${slots.page + 1}`,
    };
    return {
      text: lines(
        words.title(held.length),
        ...shown.map(({ unit, kinds, since }) =>
          words.item({
            unit,
            kinds,
            since: t.figures.date(services.local(since)),
            successors: successorsOf(unit, services) ?? [],
          }),
        ),
      ),
      actions: [
        ...shown.map(({ unit }) => [
          { label: words.actions.end(unit), command: subscriptionCommand("huydangky", unit, [], services) },
        ]),
        ...(slots.page < pages ? [[next]] : []),
      ],
    };
  },
});
