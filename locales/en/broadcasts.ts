import { periods } from "#locales/en/period.ts";
import { recipients, WEEKDAYS } from "#locales/en/phrases.ts";
import type { BroadcastWords, ScheduleWords } from "#locales/words/broadcasts.ts";
import { bold, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

export const broadcasts: BroadcastWords = {
  commands: {
    phatsong: {
      purpose: "Send results to subscribed chats",
      usage: "[period] [area] / xem, thử, duyệt, huỷ <code>",
      examples: ["/phatsong", "/phatsong tháng 8 Tiên Lữ"],
    },
  },
  name: ({ recipe, scope }) =>
    recipe.kind === "results"
      ? `Results ${periods.name(recipe.period)} · ${fullName(scope)} · version ${recipe.version}`
      : `Correction ${periods.name(recipe.period)} · ${fullName(scope)} · version ${recipe.from} → ${recipe.version}`,
  state: {
    draft: "waits for approval",
    approved: "approved",
    sending: "being sent",
    done: "sent",
    cancelled: "called off",
  },
  newerVersion: "not sent: there is a newer version",
  title: bold("Recent broadcasts"),
  item: ({ name, state, code }) => `– ${name}: ${state} (code ${code})`,
  none: "There are no broadcasts yet.",
  how: "To prepare one: /phatsong <period> <area>, e.g. /phatsong tháng 8 Tiên Lữ.",
  preview: ({ state, reach, code }) =>
    text`${bold("PREVIEW")} · ${state} · to ${recipients(reach)} · code ${code}`,
  nothing: "The current version says nothing that was not sent already.",
  approved: ({ name, reach }) => text`Approved: ${bold(name)}. Sending to ${recipients(reach)}.`,
  oneMore: "Noted. It is sent once another operator approves too.",
  samePerson: "You have approved this already. The second approval must be another operator's.",
  outdated: "The figures have a newer version, so this one is not sent. Type /phatsong for the newer one.",
  settled: (state) => `This broadcast is ${state}; no approval is needed.`,
  cancelled: (before) => {
    if (before === "done") return "This broadcast has been sent; it cannot be called off.";
    if (before === "cancelled") return "This broadcast was called off already.";
    return before === "draft"
      ? "Called off. Nothing was sent."
      : "Stopped. What was sent cannot be taken back; the rest will not be sent.";
  },
  tested: "A test comes here in a few seconds, just as the chats will get it.",
  progress: ({ name, state, tally, reasons }) => {
    const { sent, total, waiting, refused, unknown } = tally;
    const failed = refused + unknown;
    const head = {
      draft: "Waiting",
      approved: "Approved",
      sending: "Sending",
      done: "Sent",
      cancelled: "Stopped",
    };
    return text`${bold(`${head[state]}: ${name}`)}\n${sent} of ${total}${waiting > 0 ? ` · ${waiting} waiting` : ""}${
      failed > 0 ? ` · ${failed} failed (${reasons})` : ""
    }`;
  },
  actions: {
    preview: "Preview",
    test: "Test here",
    approve: "Approve",
    cancel: "Call off",
    stop: "Stop",
    deliveries: "Who got it",
    prepare: "Prepare",
    all: "All broadcasts",
  },
};

/** The 31st is the last day of every month. */
const dayOfMonth = (day: number): string => (day === 31 ? "the last day" : `day ${day}`);

export const schedules: ScheduleWords = {
  commands: {
    lich: {
      purpose: "Schedules that send by themselves",
      usage: "[thêm <when> [area] / tạm dừng, tiếp, xoá, duyệt <number>]",
      examples: ["/lich"],
    },
  },
  called: ({ id, rule }) => `schedule ${id} (${rule})`,
  rule(rule) {
    const named = (day: number): string =>
      rule.on === "weekly" ? (WEEKDAYS[day - 1] ?? "") : dayOfMonth(day);
    const { deadline } = rule;
    const until = deadline && `${deadline.time ?? "the end"} of ${named(deadline.day)}`;
    if (rule.on === "published") return `as soon as there are figures${until ? `, by ${until}` : ""}`;
    const every = rule.on === "weekly" ? "every week on" : "every month on";
    return `${every} ${named(rule.day)} at ${rule.time}${until ? `, waiting for figures until ${until}` : ""}`;
  },
  title: bold("Schedules"),
  item: ({ id, rule, scope, state, next }) =>
    `${id}. ${capital(rule)} · ${fullName(scope)} · ${state}${next ? ` · next ${next}` : ""}`,
  state: { active: "active", paused: "paused", waiting: "waits for a second approval" },
  none: "There are no schedules yet.",
  how: "To add one: /lich thêm hằng tháng ngày 5 lúc 8:00, chờ số liệu đến ngày 8, huyện Tiên Lữ. Or: khi có số liệu; hằng tuần thứ Hai 7:30.",
  added: ({ id, rule, scope }) =>
    text`Added ${bold(`schedule ${id}`)}: ${rule}, the results of ${fullName(scope)}.`,
  already: ({ id, rule, scope }) =>
    text`There is ${bold(`schedule ${id}`)} for that: ${rule}, the results of ${fullName(scope)}. Nothing was added.`,
  next: (moment) => `Next: ${moment}.`,
  standing: "The bot then sends without asking. When no figures come in time, operators are told.",
  oneMore: "It starts once another operator approves too.",
  samePerson: "You have approved this schedule already. The second approval must be another operator's.",
  approved: (id) => `Schedule ${id} is approved and active.`,
  paused: (id) => `Schedule ${id} is paused.`,
  resumed: (id) => `Schedule ${id} is active again. What fell due in the pause is not caught up with.`,
  removed: (id) => `Schedule ${id} is removed.`,
  actions: { pause: "Pause", resume: "Resume", remove: "Remove", approve: "Approve", all: "All schedules" },
};
