import { kindList } from "#locales/en/phrases.ts";
import type { PostWords } from "#locales/words/posts.ts";
import { bold, code, lines, text } from "#services/reply/text.ts";
import { fullName } from "#services/units/unit.ts";

export const posts: PostWords = {
  commands: {
    bangiao: {
      purpose: "Hand your rights and subscriptions over",
      usage: "[huỷ]",
      examples: ["/bangiao", "/bangiao huỷ"],
    },
  },
  held: (whose) =>
    whose === null
      ? bold("You answer for:")
      : text`${code(whose.person)}${whose.name ? ` (${whose.name})` : ""} ${bold("answers for:")}`,
  hears: ({ unit, kinds }) => `– receives ${kindList(kinds)} of ${fullName(unit)}`,
  more: (count) => `… and ${count} more`,
  code: ({ code: digits, until, own }) =>
    lines(
      text`Handover code: ${code(digits)}`,
      text`Whoever takes over types ${code(`/quyen ${digits}`)} in a private chat with the bot, before ${until}.`,
      own
        ? "Once it is entered, all of the above is theirs; you hold it no more, and are told so."
        : "Once it is entered, all of the above is theirs; whoever held it is told so.",
    ),
  withdrawn: (wasThere) =>
    wasThere
      ? "The handover code is called back and good no longer."
      : "There is no handover code to call back.",
  received: (from) => text`You took over from ${bold(from)}:`,
  comesHere: "From now on messages about these units come here.",
  gone: ({ to, at }) => text`${bold(to)} took over at ${at}. You no longer hold:`,
  latest: bold("Latest handovers"),
  handover: ({ from, to, at, roles, followed }) =>
    text`– ${at}: ${from} → ${to}: ${[roles, ...(followed > 0 ? [`${followed} subscriptions`] : [])].filter(Boolean).join("; ")}`,
  actions: {
    start: "Hand over",
    withdraw: "Call the code back",
    rights: "My rights",
    alerts: (unit) => `Alerts of ${fullName(unit)}`,
  },
};
