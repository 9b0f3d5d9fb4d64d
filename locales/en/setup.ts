import type { SetupPlatform, SetupWords } from "#locales/words/setup.ts";
import { code, text } from "#services/reply/text.ts";
import { fullName } from "#services/units/unit.ts";

const nameOf: Readonly<Record<SetupPlatform, string>> = { zalo: "Zalo", telegram: "Telegram" };
const giverOf: Readonly<Record<SetupPlatform, string>> = {
  zalo: "Zalo Bot Manager",
  telegram: "@BotFather",
};

const STATES: SetupWords["state"] = {
  done: "Done",
  next: "Do this now",
  later: "Later",
  optional: "Optional",
};

export const setup: SetupWords = {
  commands: {
    thietlap: {
      purpose: "How far the bot is set up, and where",
      usage: "",
      examples: ["/thietlap"],
    },
  },
  stepLine: ({ title, state }) => `– ${title}: ${STATES[state]}`,
  pageAt: (address) => text`Open on the machine of the bot: ${code(address)}`,
  operationsAt: (address) => text`The operator's page, on that machine too: ${code(address)}`,
  noPage:
    "There is no set-up page: the bot listens to the network, or runs without a .env file. Change .env, or type npm run setup on the machine of the bot.",
  title: "Set up Bot 766",
  subtitle: "Opens only on the machine that runs the bot",
  intro: "Go from top to bottom. Each step is tried at once and can be taken back.",
  finished: "All that is needed is done. The bot answers; the other steps are up to you.",
  elsewhere: "The set-up opens only on the machine that runs the bot, at http://localhost.",
  back: "Web chat",
  operations: "Operator's page",
  state: STATES,
  applying: {
    title: "Applying…",
    text: "The bot restarts with its new settings. This page returns by itself in a few seconds.",
    go: "Back to the set-up",
  },
  saved: "Saved.",
  undone: "Put back as it was.",
  undo: "Put back as it was",
  steps: {
    office: { title: "Choose your office", why: "The bot answers for this area when none is named." },
    zalo: { title: "Connect Zalo", why: "Zalo or Telegram: one channel is enough." },
    telegram: { title: "Connect Telegram", why: "Zalo or Telegram: one channel is enough." },
    operator: {
      title: "Become operator",
      why: "An operator grants rights, approves broadcasts, sees the state.",
    },
    trial: { title: "Send a test message", why: "To be sure that messages arrive." },
    publishing: { title: "Publish results", why: "Where figures come from, how many approve." },
    backup: { title: "Back up", why: "Figures outlive the machine." },
    network: {
      title: "Proxy and public address",
      why: "Needed behind an office proxy, and for pictures on Zalo.",
    },
  },
  office: {
    label: "Name of a district, commune, province or department",
    example: "For example: tỉnh Hưng Yên, xa Tien Lu",
    save: "Choose",
    now: (unit) => `The bot's area: ${fullName(unit)}.`,
    choose: "Several places have this name. Choose one:",
    unknown: "No such unit found. Write its full name, for example: tỉnh Hưng Yên.",
    nearest: "No such unit found. Is it one of these?",
  },
  channel: {
    how: {
      zalo: [
        "In Zalo, find the OA Zalo Bot Manager and choose Tạo bot.",
        "Give it a name that begins with Bot, such as Bot 766 Tiên Lữ.",
        "Zalo sends you the token. Copy that whole message and paste it below.",
      ],
      telegram: [
        "On Telegram, send /newbot to @BotFather.",
        "Give it a name, then an account name that ends in bot.",
        "BotFather sends you the token. Copy that whole message and paste it below.",
      ],
    },
    label: "Token",
    save: "Try and connect",
    now: ({ platform, tail, answers }) =>
      answers
        ? `${nameOf[platform]} is running; the token ends in ${tail}.`
        : `Waiting for ${nameOf[platform]}; the bot keeps trying. The token ends in ${tail}.`,
    connected: ({ platform, name, joinsGroups, hearsAll }) =>
      [
        `${nameOf[platform]} accepts the token of ${name}.`,
        ...(joinsGroups === false ? [`${nameOf[platform]} does not let this bot into groups yet.`] : []),
        ...(hearsAll === false ? ["In groups the bot hears only what is addressed to it."] : []),
      ].join(" "),
    troubles: {
      empty: () => "Paste the token, then press again.",
      shape: (platform) =>
        `There is no token in what you pasted: digits, a colon, then letters. Copy the message of ${giverOf[platform]} again.`,
      refused: (platform) =>
        `${nameOf[platform]} does not accept this token. Copy it again from ${giverOf[platform]}; a reset ends the old one.`,
      unreachable: (platform) =>
        `${nameOf[platform]} cannot be reached. Check the network; behind a proxy, enter it under Proxy and public address.`,
      proxyLogin: () => "The proxy wants a name and password: http://name:password@host:port.",
      proxyRefusal: (platform) =>
        `The proxy does not let ${nameOf[platform]} through. Ask your network administrator.`,
      busy: (platform) => `${nameOf[platform]} was called too often. Wait a minute and try again.`,
      odd: (platform) =>
        `Something else answers in place of ${nameOf[platform]}. Check your network or proxy.`,
    },
    privacy: {
      title: "What does the bot hear in a group?",
      text: "By default only what is addressed to it. To ask more freely: make the bot an administrator of the group, or send @BotFather /setprivacy, choose Disable, then remove the bot from the group and add it again.",
      heard: "heard",
      unheard: "not heard",
      command: "/xephang@your_bot",
      question: "who leads in August?",
      mention: "@Bot 766 /xephang",
    },
  },
  operator: {
    noChannel: "Connect Zalo or Telegram first.",
    send: "Send this code to the bot in private:",
    wait: "Waiting for the message. This page turns to Done when the bot has the code.",
    now: ({ count }) =>
      `Operators so far: ${count}. To add one, that person sends the bot this new code in private:`,
    welcome: "Code received. You are now an operator of the bot. Type /trogiup to see the commands.",
  },
  trial: {
    noChannel: "Connect Zalo or Telegram first.",
    noChats:
      "The bot knows no chat yet. Send it a message, or add it to a group and mention it, then reload this page.",
    label: "Send to",
    save: "Send a test message",
    message: "A test message from the set-up of Bot 766. If you can read this, the bot's messages arrive.",
    chat: ({ name, platform, isGroup }) =>
      `${isGroup ? "Group " : ""}${name || "of unknown name"} (${nameOf[platform as SetupPlatform] ?? platform})`,
    operator: "operator",
    sent: "Sent. Open that chat to see the test message.",
    unsent: {
      blocked: "Not sent: this person has blocked the bot.",
      "chat-not-found": "Not sent: the chat is gone, or the bot has left the group.",
      "no-rights": "Not sent: the group does not let the bot write.",
      "bad-request": "Not sent: the server refused this message.",
      unauthorized: "Not sent: the token is no longer valid.",
      "too-large": "Not sent: the message is too large.",
      "too-many-requests": "Not sent: too many messages. Wait a minute and try again.",
      unreachable: "Not sent: the server cannot be reached. Check the network.",
      timeout: "The server did not answer in time. Look in the chat whether the message is there.",
      "server-error": "Not sent: the server has a fault. Try again later.",
      quota: "Not sent: this month's messages are used up.",
      unknown: "It is not known whether it arrived. Look in the chat.",
    },
  },
  publishing: {
    approvers: {
      label: "Before a broadcast,",
      one: "one person approves",
      two: "two persons approve",
    },
    portal: {
      label: "Figures of the national portal",
      off: "Not taken; imported from letters",
      ask: "Taken daily; an operator confirms before publication",
      auto: "Taken daily; published by itself when nothing speaks against it",
      contact: "The office's e-mail address or telephone number",
      hint: "Sent with every request, so that the portal knows who asks.",
    },
    save: "Save",
    now: "When each group hears of results is set with /lich.",
  },
  network: {
    proxy: {
      label: "Proxy for calls to the outside",
      hint: "For example http://proxy.tinh.gov.vn:3128. Empty: none.",
      kept: (host) => `Through the proxy ${host}. Leave this empty to keep it.`,
    },
    address: {
      label: "Public address of this server",
      hint: "For example https://bot.vidu.gov.vn. The bot calls it from outside.",
    },
    webhook: {
      label: "Let Zalo and Telegram call this address (webhook)",
      hint: "Otherwise the bot asks them. With Zalo, asking is for trials only.",
    },
    zalo: {
      set: {
        label: "Tell Zalo to call this address",
        hint: "Zalo has to be told once, after saving. It calls at once, and what came of it is shown here.",
      },
      delete: {
        label: "Tell Zalo to call no more",
        hint: "The bot asks Zalo by itself. A webhook that was set for it before has to go, or nothing is heard.",
      },
    },
    picture: { polling: "the bot asks", webhook: "webhook: the bot is called", bot: "Bot 766" },
    save: "Try and save",
    works: "Called from outside: the address leads to this bot.",
    troubles: {
      dns: "The name cannot be resolved. Check the DNS record of this address.",
      tls: "The https certificate is not valid or has expired.",
      noConnection: "No connection. Check port 443, the firewall, the reverse proxy.",
      timeout: "The address does not answer in time. Check the firewall.",
      forbidden: "A firewall or reverse proxy refuses (403). Let every address call the bot.",
      notOurs: "This address leads to another program. Point the reverse proxy at the bot's port.",
      serverError: "The reverse proxy reports a fault (5xx). Check where it forwards to.",
      proxyLogin: "The proxy wants a name and password: http://name:password@host:port.",
      proxyRefusal: "The proxy does not let this address through. Ask your network administrator.",
    },
    proxyTroubles: {
      proxyLogin: "The proxy wants a name and password: http://name:password@host:port.",
      proxyRefusal: "The proxy lets nothing out. Ask your network administrator.",
      unreachable: "Nothing can be reached through this proxy. Check its host and port.",
    },
    now: (address) => `Public address: ${address}`,
  },
  backup: {
    folder: {
      label: "Folder for backups",
      hint: "For example D:\\Backup\\Bot766 or /srv/backup; better on another disk.",
    },
    at: { label: "Time of the daily backup" },
    keep: { label: "Backups to keep" },
    save: "Try and save",
    works: "This folder can be written to. The bot backs itself up daily.",
    noFolder: "Write the folder for backups, then press again.",
    unwritable: "This folder cannot be written to. Check the disk and its rights.",
  },
  terminal: {
    intro: "Setting up Bot 766. Press Enter to leave a step out.",
    waiting: "Waiting for the message; press Enter to leave this step out.",
    number: "Number",
    noSuch: "There is no such number. Please do this step again.",
    end: "These were all steps. The bot is running; press Ctrl+C to end it.",
    running: (port) =>
      `Port ${port} is taken, perhaps by a bot that runs already. Open http://localhost:${port}/thietlap, or end that bot and try again.`,
  },
  troubles: {
    stale: "This page is old. Please do this step again.",
    byMachine:
      "This setting is made by the machine's environment, not here. Change it where the bot is started.",
    unreadable: "The file .env cannot be read. Check its rights, or save it as UTF-8.",
    unwritable: "The file .env cannot be written. Check the rights of the bot's folder.",
    restart: "The bot did not start with this setting, so it was put back as it was.",
    noOffice: "Write the name of your office, then press again.",
    noChat: "Choose where the test message goes.",
    quotes: "The quotes in it cannot be written to .env. Leave them out and try again.",
  },
};
