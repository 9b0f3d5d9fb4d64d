import { isAlert, KIND_NAMES, kindList } from "#locales/en/phrases.ts";
import type { SubscriptionWords } from "#locales/words/subscriptions.ts";
import { bold, text } from "#services/reply/text.ts";
import type { SubscriptionKind } from "#services/subscriptions/subscription.ts";
import { capital } from "#services/text/capital.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

/** Units named before the rest is only counted. */
const NAMED = 5;

export const subscriptions: SubscriptionWords = {
  commands: {
    dangky: {
      purpose: "Subscribe to alerts, results, reminders",
      usage: "<unit / area> [kinds]",
      examples: [
        "/dangky Cương Chính",
        "/dangky dưới chỉ tiêu, quá hạn, tụt hạng Tiên Lữ",
        "/dangky nhắc việc Cương Chính",
        "/dangky kết quả tháng",
      ],
    },
    huydangky: {
      purpose: "End a subscription",
      usage: "[unit / tất cả] [kinds]",
      examples: ["/huydangky", "/huydangky tụt hạng Cương Chính", "/huydangky tất cả"],
    },
    dangkycuatoi: {
      purpose: "What this chat is subscribed to",
      usage: "",
      examples: ["/dangkycuatoi"],
    },
  },
  kinds: kindList,
  ask: "Which unit would you like to hear of? Type /dangky <unit or area>, e.g. /dangky Cương Chính. For some kinds only, add: kết quả tháng (monthly results), dưới chỉ tiêu (below target), quá hạn (overdue), tụt hạng (lost places), nhắc việc (reminders). Or choose:",
  added: ({ unit, kinds }) =>
    text`Subscribed to ${kindList(kinds)} of ${bold(fullName(unit))}${below(unit, kinds)}.`,
  again: ({ unit, kinds, chatKind }) =>
    text`${chatKind === "group" ? "This group already receives" : "You already receive"} ${kindList(kinds)} of ${bold(fullName(unit))}${below(unit, kinds)}.`,
  open: (count) => `${count} alerts are open there now.`,
  next(kinds) {
    const end = "To end it: /huydangky.";
    if (kinds.every((kind) => kind === "results"))
      return `When a new month is approved, its chart and summary come here. ${end}`;
    const parts = [
      kinds.includes("results") && "monthly results once approved",
      kinds.some(isAlert) && "alerts when new figures are in, when they get worse and when all is well again",
      kinds.includes("tasks") && "reminders before a deadline",
    ];
    return `The bot sends here: ${parts.filter(Boolean).join("; ")}. ${end}`;
  },
  succession({ unit, kinds, successors, since }) {
    const name = capital(fullName(unit));
    if (successors.length > 0) {
      const heirs = names(successors, unit);
      const became = successors.length > 1 ? "was divided among" : "became";
      return `${name} ${became} ${heirs} on ${since}: for later periods the bot follows ${heirs}.`;
    }
    if (unit.kind !== "district")
      return `${name} is no more; the bot does not know who took it over: subscribe to the new unit too.`;
    return kinds.some((kind) => kind !== "results")
      ? `${name} ended on ${since}: for later periods the bot follows the communes that took it over.`
      : `${name} ended on ${since}: it has no results for later periods.`;
  },
  title: (units) => (units > 1 ? text`${bold("Subscribed to")} (${units} units)` : bold("Subscribed to")),
  item: ({ unit, kinds, since, successors }) => {
    const now = successors.length > 0 ? `, now ${names(successors, unit)}` : "";
    return `– ${capital(fullName(unit))}${now}: ${kindList(kinds)} (since ${since})`;
  },
  none: (chatKind) =>
    `${chatKind === "group" ? "This group is" : "You are"} not subscribed to anything. Type /dangky <unit> to be told what needs attention there, /dangky kết quả tháng for the monthly results.`,
  notThis: ({ unit, kinds, chatKind }) =>
    `${chatKind === "group" ? "This group does" : "You do"} not receive ${kinds.length > 0 ? kindList(kinds) : "anything"}${unit ? ` of ${fullName(unit)}` : ""}.`,
  which: "Which one should end?",
  ended: ({ units, kinds }) => text`No more ${kindList(kinds)} of ${bold(names(units))}.`,
  actions: {
    everything: (unit) => `Follow ${fullName(unit)}`,
    monthly: (scope) => `Monthly results ${fullName(scope)}`,
    drop: (kind) => `Drop ${KIND_NAMES[kind]}`,
    end: (unit) => `End: ${fullName(unit)}`,
    endAll: "End all",
    back: "Subscribe again",
    mine: "My subscriptions",
  },
};

/** Of a scope everything below is heard of too, but for the results, which are its own. */
function below(unit: Unit, kinds: readonly SubscriptionKind[]): string {
  const isScope = unit.kind !== "commune" && unit.kind !== "department";
  return isScope && kinds.some((kind) => kind !== "results") ? " and all units below" : "";
}

/** An heir that bears the same name as before is called the new one. */
function names(units: readonly Unit[], before?: Unit): string {
  const old = before && fullName(before);
  const named = units
    .slice(0, NAMED)
    .map((unit) => (fullName(unit) === old ? "the new " : "") + fullName(unit));
  const list = named.join(", ");
  return units.length > NAMED ? `${list} and ${units.length - NAMED} more` : list;
}
