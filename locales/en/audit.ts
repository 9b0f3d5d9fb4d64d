import { figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import type { AuditWords } from "#locales/words/audit.ts";
import { bold, italic } from "#services/reply/text.ts";
import { fullName } from "#services/units/unit.ts";

const deeds: AuditWords["deeds"] = {
  imported: "took a document in",
  "import-undone": "took an import back",
  restored: "restored or withdrew figures",
  "broadcast-approved": "approved a broadcast",
  "broadcast-cancelled": "called a broadcast off",
  "broadcast-resent": "sent what failed again",
  "message-resent": "sent a message again",
  "schedule-changed": "changed a schedule",
  "rule-changed": "changed an alert rule",
  "setting-changed": "changed settings",
  "right-given": "gave a right",
  "right-taken": "took a right back",
  "code-issued": "issued a code for a right",
  "code-redeemed": "got a right by a code",
  "post-offered": "issued a handover code",
  "post-withdrawn": "withdrew a handover code",
  "post-taken-over": "took a post over",
  "chat-approved": "let a chat use the bot",
  "chat-refused": "refused a chat",
  "portal-published": "published the portal's figures",
  "portal-left-out": "left the portal's figures out",
  "portal-stopped": "stopped asking the portal",
  "portal-reopened": "had the portal asked again",
  "backup-asked": "asked for a backup",
  subscribed: "subscribed",
  unsubscribed: "unsubscribed",
};

const object: AuditWords["object"] = ({ unit, period, version, about }) =>
  [
    unit ? fullName(unit) : "",
    period ? periods.name(period) : "",
    version === null ? "" : `version ${version}`,
    about,
  ]
    .filter((part) => part !== "")
    .join(", ");

export const audit: AuditWords = {
  commands: {
    nhatky: {
      purpose: "Who imported, approved, changed rights or settings, when",
      usage: "[unit / person's id / từ date]",
      examples: ["/nhatky", "/nhatky từ 1/11/2026", "/nhatky huyện Tiên Lữ"],
    },
  },
  title: ({ count, page, pages }) =>
    bold(`Audit log: ${figures.number(count)} entries${pages > 1 ? `, page ${page}/${pages}` : ""}`),
  none: "Nothing was noted yet.",
  line(entry) {
    const what = object(entry);
    return `– ${figures.moment(entry.at)} · ${entry.person} · ${deeds[entry.kind]}${what === "" ? "" : `: ${what}`}`;
  },
  object,
  deeds,
  kept: italic("Entries are kept for 2 years."),
  actions: { newer: "Newer", older: "Older" },
  file: {
    name: (day) => `audit-log-${day}.xlsx`,
    sheet: "Audit log",
    columns: ["At", "Person", "Person's id", "Deed", "Of what", "Typed in"],
  },
};
