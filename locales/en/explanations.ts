import { figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { weekdayOf } from "#locales/en/phrases.ts";
import type { ExplanationWords } from "#locales/words/explanations.ts";
import type { ExplanationPart } from "#services/explanations/explanation.ts";
import { bold, text } from "#services/reply/text.ts";
import { fullName } from "#services/units/unit.ts";

const PARTS: Readonly<Record<ExplanationPart, string>> = {
  cause: "Cause",
  remedy: "Remedy",
  deadline: "Deadline",
};

const QUESTIONS: Readonly<Record<ExplanationPart, string>> = {
  cause: "What is the cause? Type your answer here.",
  remedy: "What is being done about it?",
  deadline: "By when? For example: 30/11, thứ Sáu tuần sau, 10 working days.",
};

export const explanations: ExplanationWords = {
  commands: {
    giaitrinh: {
      purpose: "Explain alerts; accept, return",
      usage: "[unit / number] · <number> xem, chấp nhận, trả lại <reason>",
      examples: ["/giaitrinh", "/giaitrinh Cương Chính"],
    },
  },
  title: (number, state) =>
    bold(`Explanation of alert #${number}${state === null ? "" : ` · ${explanations.state[state]}`}`),
  matter: ({ unit, period, matter }) => `${fullName(unit)}, ${periods.name(period)}: ${matter}`,
  said: (part, words) => text`${bold(`${PARTS[part]}:`)} ${words}`,
  day: (date) => `${weekdayOf(date)}, ${figures.date(date)}`,
  ask: (part, { at, of }) => text`${bold(`${at}/${of}.`)} ${QUESTIONS[part]}`,
  now: (words) => `Written so far: ${words}`,
  howToStop: "Type “stop” to leave; what you typed is kept.",
  lookOver: "Look it over, then choose Send: it goes to those who decide and to the chats told of the alert.",
  changeFirst: "Change what has to be changed, then send it again.",
  returned: (reason) => text`${bold("Returned:")} ${reason}`,
  sent: (number) =>
    text`${bold(`The explanation of alert #${number} is sent.`)} You will hear what was decided.`,
  discarded: (number) => `What you wrote about alert #${number} was thrown away.`,
  toldInPrivate: "The bot has written to you in private.",
  signatory: ({ name, role, unit }) =>
    [...(name ? [name] : []), unit ? `${role} of ${fullName(unit)}` : role].join(", "),
  signed: ({ who, at }) => `Explained by ${who}, ${at}`,
  decided: ({ isAccepted, reason, who, at }) =>
    isAccepted
      ? text`${bold("Accepted:")} ${who}, ${at}`
      : text`${bold("Returned:")} ${reason ?? ""} (${who}, ${at})`,
  state: {
    waiting: "waits for a decision",
    accepted: "accepted",
    returned: "returned",
    replaced: "replaced by a later one",
  },
  earlier: ({ nth, day, state, reason }) => `No. ${nth}, ${day}: ${state}${reason ? ` – ${reason}` : ""}`,
  askReason: (number) =>
    text`${bold(`Returning the explanation of alert #${number}.`)} Type the reason, and what is missing; “stop” leaves.`,
  gaveBack: (number) => `The explanation of alert #${number} was returned; its author is told the reason.`,
  due: ({ number, day }) => bold(`Alert #${number} was to be settled by ${day}`),
  choose: (unit, count) => bold(`${fullName(unit)} has ${figures.number(count)} open alerts. Explain:`),
  toReview: bold("Explanations that wait for your decision"),
  toExplain: bold("Alerts that are not explained"),
  nothing: "Nothing waits for you. To explain a unit's alerts: /giaitrinh <unit>.",
  listed: (number, matter) => text`#${number} ${matter}`,
  actions: {
    send: "Send",
    change: { cause: "Change cause", remedy: "Change remedy", deadline: "Change deadline" },
    discard: "Throw away",
    accept: "Accept",
    giveBack: "Return",
    again: "Explain again",
    view: "See explanation",
    viewOf: (number) => `See #${number}`,
    explain: (number) => `Explain #${number}`,
    sameFor: (number) => `Use for alert #${number}`,
  },
};
