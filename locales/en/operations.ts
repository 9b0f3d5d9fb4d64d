import { periods } from "#locales/en/period.ts";
import { createNumber, fileSize } from "#locales/shared/figures.ts";
import { platformName } from "#locales/shared/platform-name.ts";
import type { Attention, OperationsWords } from "#locales/words/operations.ts";

const number = createNumber("en");
const size = (bytes: number): string => fileSize(bytes, number);

const USE = { store: "the store", backups: "the backup folder" } as const;

function attention(what: Attention): string {
  switch (what.kind) {
    case "channel":
      return `${platformName(what.name)} cannot be reached`;
    case "backup-fault":
      return "Automatic backups fail";
    case "backup-off":
      return "No automatic backups";
    case "portal":
      return "The portal is not asked any more";
    case "failed":
      return `${number(what.count)} messages did not reach everybody`;
    case "drafts":
      return `${number(what.count)} broadcasts wait for approval`;
    case "asking":
      return `${number(what.count)} chats wait to be let in`;
    case "portal-figures":
      return `${number(what.count)} periods of the portal wait for a decision`;
    case "disk":
      return `The disk of ${USE[what.use]} is nearly full: ${size(what.free)} left`;
  }
}

export const operations: OperationsWords = {
  title: "Operating Bot 766",
  subtitle: "Opens on the machine of the bot alone",
  elsewhere: "The operator's page opens on the machine of the bot alone, at http://localhost.",
  nav: { chat: "Chat page", setup: "Set-up", back: "Operator's page" },
  person: "Operator's page",
  stale: "The bot was started anew since this page was opened, so nothing was done. Please press once more.",
  seen: (moment) => `Seen ${moment}`,
  refresh: "Look again",
  allWell: "All is well.",
  attention,
  typeIt: "Type to the bot:",
  bySchedule: (id) => `schedule ${id}`,
  failed: {
    title: "What did not arrive",
    none: "Nothing failed to arrive.",
    resend: "Send again",
    moreChats: (count) => `and ${number(count)} more`,
    moreMessages: (count) => `and ${number(count)} more messages: type`,
    mayRepeat: "An “unknown” one may arrive twice; what is sent again says so.",
  },
  broadcasts: {
    title: "Broadcasts",
    none: "No broadcasts yet.",
    columns: { name: "Broadcast", state: "State", approved: "Approved by" },
    ledger: "Deliveries",
    failed: (count) => `${number(count)} not reached`,
    how: "Preview, approve, cancel: type",
  },
  ledger: {
    title: "Deliveries",
    columns: { chat: "Chat", state: "State", at: "When" },
    more: (count, code) => `${number(count)} more are not shown; the file of /giaonhan ${code} has all.`,
  },
  chats: {
    title: "Chats",
    none: "Nobody uses the bot on Zalo or Telegram yet.",
    nothingFound: "Nothing found.",
    counts: ({ active, gone }) =>
      `${number(active)} in use${gone > 0 ? `, ${number(gone)} out of reach` : ""}`,
    columns: { name: "Chat", state: "State", hears: "Subscriptions" },
    state: {
      active: "in use",
      left: "the bot was put out",
      blocked: "blocks the bot",
      asked: "waits to be let in",
      refused: "refused",
    },
    kind: { private: "private", group: "group" },
    platform: platformName,
    hearsNothing: "none",
    all: (count) => `All ${number(count)} chats`,
    search: "Name or id",
    find: "Find",
  },
  deeds: {
    title: "Audit log",
    columns: { at: "When", person: "Who", what: "What" },
    all: "The whole audit log",
    kinds: { all: "All", figures: "Figures, broadcasts", rest: "Rights, settings, subscriptions" },
  },
  page: (page, pages) => `Page ${number(page)}/${number(pages)}`,
  newer: "Newer",
  older: "Older",
  channels: {
    title: "Channels",
    up: "up",
    down: "cannot be reached",
    none: "No channel is connected.",
  },
  sending: {
    title: "Waiting to be sent",
    nothing: "Nothing waits.",
    waiting: (count) => `${number(count)} messages wait.`,
    oldest: (moment) => `The first is due ${moment}`,
  },
  portal: { title: "National portal", off: "The portal is not asked." },
  backup: {
    title: "Backups",
    now: "Back up now",
    off: "No automatic backups. Set a folder on the set-up page.",
    last: ({ moment, entries, bytes }) => `Last one ${moment}: ${number(entries)} entries, ${size(bytes)}`,
    none: "None yet.",
    plan: ({ at, keep }) => `Daily at ${at}, ${number(keep)} are kept`,
    fault: (since) => `Failing since ${since}; tried again each hour.`,
  },
  disk: {
    title: "Disks",
    use: { store: "Store", backups: "Backups" },
    free: ({ free, total }) => `${size(free)} of ${size(total)} left`,
    used: (bytes) => `the bot uses ${size(bytes)}`,
  },
  versions: {
    title: "Machine and versions",
    bot: "Bot 766",
    since: "Running since",
    node: "Node.js",
    system: "System",
    store: "Store",
    memory: "Memory",
    newest: "Newest figures",
    ms: (count) => `answers in ${number(count)} ms`,
    mb: (count) => `${number(count)} MB`,
    sheet: ({ unit, period, version }) => `${unit}, ${periods.name(period)}, version ${version}`,
  },
};
