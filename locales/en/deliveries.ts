import { figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { recipients } from "#locales/en/phrases.ts";
import type { DeliveryWords, MessageWords } from "#locales/words/deliveries.ts";
import { bold, code, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const REASONS: DeliveryWords["reason"] = {
  blocked: "the bot is blocked there",
  "chat-not-found": "the chat is gone",
  "no-rights": "the bot may not write there",
  "bad-request": "the platform refused the message",
  unauthorized: "the bot's token is no longer valid",
  "too-large": "the message or picture is too large",
  "too-many-requests": "the platform asked for a slower pace",
  unreachable: "the platform could not be reached",
  timeout: "may have arrived: no answer in time",
  "server-error": "may have arrived: the platform failed",
  "process-died": "may have arrived: the bot was stopped while sending",
  withdrawn: "the broadcast was stopped",
  "left-chat": "the bot left the chat",
  quota: "the platform's quota is used up",
  muted: "the chat is muted",
};

export const deliveries: DeliveryWords = {
  commands: {
    giaonhan: {
      purpose: "Which chats received what",
      usage: "[period / lỗi / gửi lại <code>]",
      examples: ["/giaonhan", "/giaonhan tháng 8/2024", "/giaonhan lỗi"],
    },
  },
  title: bold("Deliveries of recent broadcasts"),
  titleOf: (period) => bold(`Deliveries ${periods.name(period)}`),
  none: "Nothing has been sent yet.",
  tally: ({ name, state, tally }) => {
    const { sent, total, waiting, refused, unknown, cancelled } = tally;
    const parts = [
      `${sent} of ${total} received`,
      ...(waiting > 0 ? [`${waiting} waiting`] : []),
      ...(refused > 0 ? [`${refused} refused`] : []),
      ...(unknown > 0 ? [`${unknown} unknown`] : []),
      ...(cancelled > 0 ? [`${cancelled} called off`] : []),
    ];
    return text`${bold(name)} · ${state}: ${parts.join(" · ")}`;
  },
  state: {
    due: "waiting",
    sending: "being sent",
    sent: "sent",
    refused: "refused",
    unknown: "unknown",
    cancelled: "called off",
  },
  reason: REASONS,
  reasonCount: (reason, count) => `${REASONS[reason]}: ${count}`,
  failed: ({ chat, state, reason }) => `– ${chat}: ${state}${reason ? `, ${reason}` : ""}`,
  more: (count) => `… and ${figures.number(count)} more, see the file`,
  resending: (count) => `Sending again to ${recipients(count)}.`,
  nothingFailed: "Nothing of this broadcast failed.",
  mayRepeat: "An “unknown” one may arrive twice; what is sent again says so.",
  kinds: {
    results: "Results",
    correction: "Correction",
    alerts: "Alerts",
    digest: "Morning digest",
    "alerts-reminder": "Reminder of unseen alerts",
    explanation: "News of an explanation",
    notice: "Notice to operators",
    "task-reminder": "Reminder of tasks",
  },
  trialOf: (name) => `Trial: ${name}`,
  noFailures: "Nothing failed to arrive.",
  failures: (count) => bold(`${figures.number(count)} messages that some chats did not get`),
  failure: ({ name, code: named, at, count, reasons }) =>
    `– ${name} · ${at} · ${recipients(count)} (${reasons}) · code ${named}`,
  otherFailures: (count) =>
    `${figures.number(count)} other messages did not reach everybody: type /giaonhan lỗi.`,
  actions: { resend: "Send failed ones again", ledger: "Deliveries", failures: "What failed" },
  file: {
    name: (day) => `deliveries-${day}.xlsx`,
    sheet: "Deliveries",
    columns: {
      broadcast: "Broadcast",
      chat: "Chat id",
      name: "Chat",
      state: "State",
      reason: "Reason",
      attempts: "Attempts",
      resent: "Sent again",
      at: "At",
      messages: "Message ids",
    },
    yes: "yes",
  },
};

export const messages: MessageWords = {
  resent: "(sent again)",
  trial: "TEST – sent here only, no group has it yet",
  correctionTitle: ({ scope, period }) =>
    bold(`Correction of the results ${periods.name(period)} · ${fullName(scope)}`),
  replaces: ({ from, version, restores }) =>
    `Version ${version}${restores === null ? "" : ` (the figures of version ${restores} again)`} replaces version ${from}, which was sent. What changed:`,
  withdrew: (from) =>
    `The figures that were sent (version ${from}) are withdrawn; there are no others yet. Withdrawn:`,
  changed: ({ what, indicator, period, earlier }) => {
    const name = figures.indicator(indicator);
    if (what === "values") return name;
    if (what === "added") return `${name} (added)`;
    if (what === "publishedRanks") return `Published rank (${name})`;
    if (what === "ranks") return `Ranks ${periods.name(period)} that changed (${name})`;
    return `Published change against ${earlier ? periods.name(earlier) : "the period before"} (${name})`;
  },
  turned: (before, after) => `${before} → ${after}`,
  place: (rank, of) => (of === null ? `${rank}` : `${rank}/${of}`),
  changes: (head, names, more) =>
    text`${bold(head)}: ${names.join("; ")}${more > 0 ? `; and ${figures.number(more)} more units` : ""}`,
  moreChanges: (count) => `and ${figures.number(count)} other changes`,
  wholeList: (command) => text`All of them: ${code(command)}`,
  allChanges: "All changes",
  absent: "no figure",
  notices: {
    draft: ({ name, reach, schedule }) =>
      text`${bold(name)}: the figures are in and wait for approval, to be sent to ${recipients(reach)}.${
        schedule ? ` ${capital(schedule)} sends them by itself unless you call it off.` : ""
      }`,
    oneMore: ({ name }) => text`${bold(name)}: approved once, your approval is needed too.`,
    noData: ({ schedule, scope, period, deadline }) =>
      text`${bold(`No results ${periods.name(period)} of ${fullName(scope)}`)} by ${deadline}. ${capital(schedule)} has sent nothing to the chats. You will be asked to approve them once they are there.`,
    missed: ({ schedule, scope, period, occurrence }) =>
      text`${bold(`The results ${periods.name(period)} of ${fullName(scope)} were not sent`)}. ${capital(schedule)} was due at ${occurrence}; the bot was not running or the figures were not there, and the time to wait is over. To send them now, choose below.`,
    gone: "What this message was about is not there any more.",
  },
};
