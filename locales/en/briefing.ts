import { figures } from "#locales/en/common.ts";
import { monthExport } from "#locales/en/month-export.ts";
import { periods } from "#locales/en/period.ts";
import type { BriefingWords } from "#locales/words/briefing.ts";
import { bold } from "#services/reply/text.ts";
import { fullName } from "#services/units/unit.ts";

export const briefing: BriefingWords = {
  commands: {
    giaoban: {
      purpose: "One A4 page for a meeting (pdf, Word)",
      usage: "[period] [scope] [word]",
      examples: ["/giaoban", "/giaoban 8/2024 Tiên Lữ", "/giaoban word"],
    },
  },
  action: "Briefing",
  title: ({ scope, period }) => bold(`Briefing · ${fullName(scope)} · ${periods.name(period)}`),
  holds: ({ missed, alerts, tasks }) =>
    `One A4 page: ${[
      missed === null ? "no target is set" : `${figures.number(missed)} targets that units miss`,
      `${figures.number(alerts)} alerts not explained`,
      `${figures.number(tasks)} tasks due this week`,
    ].join(", ")}.`,
  paper: {
    language: "en",
    title: ({ scope, period }) =>
      `Briefing on index 766, ${periods.name(period)} – ${fullName(scope)}`.toUpperCase(),
    nobody: "……",
    spoken: (number, text) => `${number}. ${text}`,
    decide: "To be decided",
    nothing: ({ hasTargets }) =>
      `${hasTargets ? "No unit misses a target, no alert" : "No alert"} waits for its explanation, no task is due this week.${hasTargets ? "" : " No target is set."}`,
    columns: { kind: "Matter", who: "Unit", what: "What" },
    task: ({ date, isOverdue }) => `Task ${isOverdue ? "OVERDUE since" : "due"} ${figures.date(date)}`,
    missed: "Target missed",
    units: (names) => names.join(", "),
    target: ({ indicator, target, count }) =>
      `${figures.number(count)} units miss ${monthExport.file.missed(indicator, target)}`,
    alert: (number) => `Alert #${number} not explained`,
  },
};
