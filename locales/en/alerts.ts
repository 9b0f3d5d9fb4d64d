import { chart } from "#locales/en/alert-chart.ts";
import { fixed, matter, measured, type Named, named } from "#locales/en/alert-matter.ts";
import { figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { RULE_NAMES } from "#locales/en/phrases.ts";
import type { AlertTone, AlertWords } from "#locales/words/alerts.ts";
import type { Said } from "#services/alerts/alert.ts";
import { bold, concat, join, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const TITLES: Readonly<Record<AlertTone, string>> = {
  amiss: "Alert",
  fixed: "Resolved",
  revised: "Alerts revised",
};

/** Rules that a scope made for an indicator, by what their ids begin with. */
const OWN_RULES: readonly (readonly [begins: string, name: string])[] = [
  ["level-", "beyond its level"],
  ["rank-drop-", "rank drop"],
  ["drop-", "worse than the period before"],
  ["falling-", "falling several periods in a row"],
];

export const alerts: AlertWords = {
  commands: {
    canhbao: {
      purpose: "Open alerts; seen, pause, who has seen them, a file of them",
      usage:
        "[unit / area] · nhận <unit> · dừng nhắc [days / đến date] <unit> · nhắn lại <unit> · ai đã xem · xuất [month]",
      examples: ["/canhbao", "/canhbao Cương Chính", "/canhbao ai đã xem"],
    },
  },
  title: ({ place: where, period, tone }) =>
    bold(`${TITLES[tone]} · ${fullName(where)} · ${periods.name(period)}`),
  digestTitle: ({ day }) => bold(`Alerts as of ${day}`),
  matter,
  event({ kind, matter, event, indicator }) {
    const facts = { reading: event, indicator };
    const said = event.said === null ? "" : saidBefore(event.said, facts);
    switch (kind) {
      case "fired":
        return matter;
      case "worse":
        return `${matter} — worse than told before (${said})`;
      case "resolved":
        return fixed(facts);
      case "corrected":
        return text`${bold("Correction:")} ${matter} (told before: ${said})`;
      case "unfounded":
        return text`${bold("Withdrawn:")} the figure of ${figures.indicator(indicator)} was taken back and none took its place (told before: ${said})`;
      case "lifted":
        return text`${bold("Alert lifted:")} ${figures.indicator(indicator)}, the rule “${alerts.rule(event.rule)}” holds no more (told before: ${said})`;
      case "withdrawn":
        return text`${bold("Withdrawn:")} by newer figures, ${named(facts)} (told before: ${said})`;
    }
  },
  ofPeriod: (matter, period) => `${periods.name(period)}: ${matter}`,
  unitLine: (name, matters) => concat(bold(name), ": ", join(matters, "; ")),
  moreUnits: (count) => `and ${figures.number(count)} more units`,
  moreMatters: (count) => `and ${figures.number(count)} more matters`,
  formerly: ({ old, now }) =>
    `You follow ${fullName(old)}, which is part of ${now.map(fullName).join(", ")} now.`,
  state: {
    open: "not seen yet",
    acknowledged: "seen",
    explained: "explained, under review",
    accepted: "explanation accepted",
    returned: "explanation returned",
    resolved: "resolved",
  },
  ended: {
    resolved: "resolved",
    withdrawn: "withdrawn by newer figures",
    unfounded: "its figure was taken back",
    lifted: "its rule holds no more",
  },
  chart,
  boardTitle: ({ scope, period }) =>
    bold(["Alerts", fullName(scope), ...(period ? [periods.name(period)] : [])].join(" · ")),
  boardCounts: ({ open, units, unseen, unexplained, late }) =>
    [
      `${figures.number(open)} open in ${figures.number(units)} units`,
      `not seen: ${figures.number(unseen)}`,
      `not explained: ${figures.number(unexplained)}`,
      ...(late > 0 ? [`past the promised day: ${figures.number(late)}`] : []),
    ].join(" · "),
  boardUnit: ({ name, state, matters }) => text`${bold(name)} (${state}): ${matters.join("; ")}`,
  none: "No alert is open.",
  behind:
    "Some figures were taken in just now and are not checked yet: the running bot does so within minutes.",
  noneOf: (unit) => text`${bold(capital(fullName(unit)))}: no alert is open.`,
  boardLine: ({ number, matter, period, state }) =>
    `#${number} ${matter} · ${periods.name(period)} (${alerts.state[state]})`,
  rollCall: ({ scope, period, seen, of }) =>
    text`${bold(`Seen by ${figures.number(seen)} of ${figures.number(of)} units with alerts`)} · ${fullName(scope)} · ${periods.name(period)}`,
  notSeen: (names, more) =>
    `Not seen: ${names.join(", ")}${more > 0 ? ` and ${figures.number(more)} more` : ""}`,
  notFollowed: (names, more) =>
    `Of those nobody follows: ${names.join(", ")}${more > 0 ? ` and ${figures.number(more)} more` : ""}`,
  reminded: ({ scope, units, now, of }) => {
    if (of === 0) return `Nobody in ${fullName(scope)} is to be reminded.`;
    if (now === 0) return `${capital(fullName(scope))} was reminded today; each chat is reminded once a day.`;
    return `Reminded ${figures.number(now)} chats told of ${figures.number(units)} units that have not seen their alerts.`;
  },
  reminder: ({ place: where, period }) =>
    bold(
      ["Reminder: alerts not seen yet", fullName(where), ...(period ? [periods.name(period)] : [])].join(
        " · ",
      ),
    ),
  allSeen: (scope) => `The alerts of ${fullName(scope)} have been seen by now.`,
  acknowledged: ({ unit, count, by }) =>
    text`Noted: ${by === null ? "you have" : `${by} has`} seen ${figures.number(count)} alerts of ${bold(fullName(unit))}.`,
  nothingNew: (unit) => `${capital(fullName(unit))} has no alert that is not seen yet.`,
  silenced: ({ unit, until }) =>
    text`No alerts of ${bold(fullName(unit))} will be sent until the end of ${until}. They are followed all the same, and told when that time is over.`,
  unsilenced: ({ unit, count }) =>
    count > 0
      ? text`Alerts of ${bold(fullName(unit))} are sent again as usual.`
      : text`${bold(capital(fullName(unit)))} was not paused.`,
  silentUntil: ({ until, reason }) => `Paused until the end of ${until}${reason ? `: ${reason}` : ""}.`,
  fellTogether: ({ scope, period, items }) =>
    text`${bold(`Many units of ${fullName(scope)} fell at once in ${periods.name(period)}`)}: ${items.join("; ")}. The portal may have changed its reckoning, or the figures are incomplete, so the units were not told. Please check the figures.`,
  fellItem: ({ rule, indicator, units, of }) =>
    `${rule}, ${figures.indicator(indicator)}: ${figures.number(units)} of ${figures.number(of)} units`,
  noFigures: ({ scope, period, missing, listed }) =>
    listed === 0
      ? text`${bold(`No figures for ${periods.name(period)} of ${fullName(scope)} yet`)}. The units were not told.`
      : text`${bold(`Figures for ${periods.name(period)} of ${fullName(scope)} are incomplete`)}: ${figures.number(missing)} of ${figures.number(listed)} units have no total. The units were not told one by one.`,
  rule: (id) => RULE_NAMES[id] ?? OWN_RULES.find(([begins]) => id.startsWith(begins))?.[1] ?? id,
  actions: {
    acknowledge: "Seen",
    explain: "Explain",
    silence: "Pause for 7 days",
    unsilence: "Send again",
    detail: "Details",
    board: "All alerts",
    rollCall: "Who has seen",
    remind: "Remind who has not seen",
    asText: "As text",
  },
};

/** "83.28 of August 2024". */
function saidBefore({ value, period }: Said, facts: Named): string {
  return `${measured(value, facts)}${period ? ` of ${periods.name(period)}` : ""}`;
}
