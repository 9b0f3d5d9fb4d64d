import { figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { platformName } from "#locales/shared/platform-name.ts";
import { quote } from "#locales/shared/quote.ts";
import type { ChatWords, RightsWords, SettingsWords, StateWords } from "#locales/words/chats.ts";
import { bold, code, italic, join, lines, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const ROLES: RightsWords["roles"] = {
  viewer: "viewer",
  officer: "officer",
  editor: "editor",
  operator: "operator",
};

export const chat: ChatWords = {
  missed: {
    late: () =>
      "The bot was interrupted and could not answer what was sent more than 10 minutes ago. If it is still needed, please send it again.",
    paper: () =>
      "The bot was started anew before it could read your text, which is not kept. Please send it again.",
    file: () =>
      "The bot was started anew while it was taking your file, which is not kept. If you see no preview, please send it again.",
    answer: (asked) =>
      asked === ""
        ? "The bot was started anew. If you see no answer, please ask again."
        : `The bot was started anew. If you see no answer to ${quote(asked)}, please ask again.`,
    act: (asked) =>
      `The bot was started anew while doing what you asked${asked === "" ? "" : ` (${quote(asked)})`}: it may or may not be done. Please check before you type it again.`,
  },
  unused: (words) => `Left out: ${words.map(quote).join(", ")}.`,
  taken: (command) => text`${italic("Taken as:")} ${code(command)}`,
  back: ({ home }) =>
    lines(
      bold("Bot 766 is back in the group."),
      `Settings and subscriptions are as they were. Looking at: ${fullName(home)}.`,
    ),
  adminLost: "The bot is no admin of this group any more.",
  topicGone:
    "The topic the bot wrote to was deleted. Its messages come here from now on; to have them in another topic, an admin types /dangky there.",
  request: ({ chat: id, name, kind, person }) =>
    kind === "group"
      ? text`${bold(name ? `The group ${name}` : "A group")} asks to use the bot${person ? `, sent by ${person}` : ""}. Id: ${code(id)}`
      : text`${bold(name || "Somebody")} asks to use the bot. Id: ${code(id)}`,
  approved: (kind) =>
    lines(
      bold(kind === "group" ? "This group may now use Bot 766." : "You may now use Bot 766."),
      "Type a command or choose below. Accents may be left out.",
    ),
  stopped: "Stopped. To go on, choose below.",
};

export const rights: RightsWords = {
  commands: {
    quyen: { purpose: "Your rights; enter a code", usage: "[code]", examples: ["/quyen"] },
  },
  roles: ROLES,
  roleTyped: { officer: "officer", editor: "editor" },
  title: bold("Rights"),
  operators: (ids) =>
    ids.length > 0
      ? text`Operators (from OPERATORS): ${join(ids.map(code), ", ")}`
      : "No operators are named (OPERATORS).",
  holder: ({ person, name, role, unit }) =>
    text`– ${capital(fullName(unit))}: ${ROLES[role]} ${code(person)}${name ? ` (${name})` : ""}`,
  more: (count) => `… and ${figures.number(count)} more`,
  nobody: "Nobody else was given rights.",
  waiting: (count) => bold(`Waiting for approval: ${figures.number(count)}`),
  waitingChat: ({ chat: id, name }) => (name ? text`– ${name} (${code(id)})` : text`– ${code(id)}`),
  how: lines(
    "To give: /quyen editor telegram:123 huyện Tiên Lữ",
    "One-time code: /quyen mã xã Cương Chính; for an editor: /quyen mã editor huyện Tiên Lữ; for a group: /quyen mã nhóm",
    "To hand over for somebody who left: /bangiao telegram:123",
    "To take back: /quyen thu telegram:123",
  ),
  own: (role) => (role === null ? bold("Your rights:") : text`Your rights: ${bold(role)}.`),
  role: ({ role, unit }) => `${ROLES[role]} of ${fullName(unit)}`,
  item: (facts) => `– ${rights.role(facts)}`,
  id: (person) => text`Your id: ${code(person)}`,
  enter: "If an operator gave you a code, type /quyen <code>.",
  given: ({ person, role, unit }) => text`${code(person)} is now ${bold(ROLES[role])} of ${fullName(unit)}.`,
  taken: ({ person, items }) =>
    text`Taken back from ${code(person)}: ${items.map(({ role, unit }) => `${ROLES[role]} of ${fullName(unit)}`).join("; ")}.`,
  code: ({ code: digits, until, role, unit }) =>
    lines(
      text`One-time code: ${code(digits)}`,
      role === "group" || !unit
        ? "Whoever enters it in a group may change that group's settings and subscriptions."
        : `Whoever enters it becomes ${ROLES[role]} of ${fullName(unit)}.`,
      text`To enter it: ${code(`/quyen ${digits}`)}. It expires at ${figures.moment(until)}.`,
    ),
  bound: ({ role, unit }) =>
    role === "officer"
      ? text`You are now ${bold(`${ROLES[role]} of ${fullName(unit)}`)}: you may acknowledge and explain for it.`
      : text`You are now ${bold(`${ROLES[role]} of ${fullName(unit)}`)}: you may take in its documents.`,
  groupAdmin: "You may now change this group's settings and subscriptions.",
  decided: ({ state, again, chat: id, name }) => {
    const done = state === "approved" ? "Approved" : "Refused";
    return text`${done}${again ? " before" : ""}: ${name ? text`${name} (${code(id)})` : code(id)}.`;
  },
  actions: {
    takeBack: "Take back",
    list: "All rights",
    settings: "Settings",
    approve: "Approve",
    refuse: "Refuse",
    approveNamed: (name) => `Approve ${name}`,
  },
};

export const settings: SettingsWords = {
  commands: {
    caidat: {
      purpose: "Area, language, how answers look",
      usage: "[area / tiếng Anh / indicator / short captions / tables]",
      examples: ["/caidat", "/caidat chú thích ngắn", "/caidat chỉ số tiến độ", "/caidat mặc định"],
    },
  },
  saved: "Saved.",
  title: (kind) => bold(kind === "group" ? "Settings of this group" : "Your settings"),
  home: (unit) => (unit ? text`Area: ${fullName(unit)}` : "Area: the bot's own"),
  ownName: "English",
  language: (name, usual) => `Language: ${name}${usual ? " (default)" : ""}`,
  indicator: (indicator, usual) => `Ranked on: ${figures.indicator(indicator)}${usual ? " (default)" : ""}`,
  captions: (kind) => `Captions: ${kind === "short" ? "short" : "full"}`,
  tables: {
    shown: "Lists: as tables",
    trial: bold("A table, to try"),
    isItSeen:
      "Do you see a table with rows and columns above? If anybody in the group does not, choose “Not seen”.",
    sample: {
      columns: [{ head: "Rank", isFigure: true }, { head: "Unit" }, { head: "Score", isFigure: true }],
      rows: [
        ["1", "Example commune A", "90,00"],
        ["2", "Example commune B", "85,50"],
      ],
    },
    on: "From now on lists are sent here as tables. To go back, type /caidat bảng tắt.",
    stayOff:
      "Lists are sent here in words as before. Once all have updated Telegram, type /caidat bảng to try again.",
    refused:
      "Telegram takes no tables here yet, so lists are sent in words as before. To try again, type /caidat bảng.",
    seen: "I see it",
    unseen: "Not seen",
    turnOff: "No tables",
  },
  how: lines(
    "To change (in a group: its admins): choose below, or type",
    "/caidat địa bàn tỉnh Gia Lai",
    "/caidat chỉ số tiến độ",
    "/caidat chú thích ngắn",
    "/caidat nhóm hồ sơ 500, 2.000",
    "/caidat bảng – lists as tables (Telegram)",
    "/caidat mặc định – drop every setting",
  ),
  actions: {
    toShort: "Short captions",
    toLong: "Full captions",
    toEnglish: "English",
    toVietnamese: "Tiếng Việt",
    toTotal: "By total score",
    area: "Area",
  },
};

export const state: StateWords = {
  commands: {
    trangthai: { purpose: "How the bot is doing", usage: "", examples: ["/trangthai"] },
  },
  title: bold("State of Bot 766"),
  program: ({ version, since }) => `Version ${version} · running since ${figures.moment(since)}`,
  channels: (channels) =>
    channels.length === 0
      ? "Channels: none open"
      : `Channels: ${channels.map(({ name, up }) => `${platformName(name)} ${up ? "up" : "DOWN"}`).join(" · ")}`,
  store: (ms) => `Store: up, answers in ${figures.number(ms)} ms`,
  sheets: (count) => `Current sheets: ${figures.number(count)}`,
  newest: ({ scope, period, version, at }) =>
    `Last import: ${fullName(scope)}, ${periods.name(period)}, version ${version}, ${figures.moment(at)}`,
  deliveries: ({ due = 0, sending = 0, sent = 0, refused = 0, unknown = 0 }) =>
    [
      `Deliveries: ${figures.number(due + sending)} waiting`,
      `${figures.number(sent)} sent`,
      `${figures.number(refused)} refused`,
      `${figures.number(unknown)} unknown`,
    ].join(" · "),
  chats: ({ active, gone }) =>
    `Chats: ${figures.number(active)} in use, ${figures.number(gone)} left or blocked`,
  memory: (mb) => `Memory: ${figures.number(mb)} MB`,
  refresh: "Refresh",
};
