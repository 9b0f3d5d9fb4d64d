import type { ConfigWords } from "#locales/words/config.ts";

export const config: ConfigWords = {
  heading: "The configuration is not right and the bot did not start. Environment variables to correct:",
  lookalikes: (found) =>
    `This machine sets ${found.map(({ written, variable }) => `${written} (the bot knows ${variable})`).join(", ")}, which the bot does not read. If it is meant for the bot, write the right name into .env.`,
  faults: {
    "missing-for-webhook": ({ variable }) =>
      `${variable}: needed when TELEGRAM_MODE or ZALO_MODE is webhook.`,
    "missing-for-portal": ({ variable }) =>
      `${variable}: needed when PORTAL_SYNC is daily; an e-mail address or telephone number by which the portal's owner reaches your office.`,
    "missing-for-oa": ({ variable }) =>
      `${variable}: needed to connect a Zalo Official Account, together with the other ZALO_OA_… variables.`,
    "not-one-of": ({ variable, allowed }) => `${variable}: must be one of ${allowed.join(", ")}.`,
    "bad-token": ({ variable }) =>
      `${variable}: a bot token holds only letters, digits and : _ - (copy it whole, without spaces).`,
    "bad-number": ({ variable }) => `${variable}: must be a number greater than 0.`,
    "bad-whole-number": ({ variable }) => `${variable}: has to be a whole number from 1 to 99999.`,
    "bad-contact": ({ variable }) =>
      `${variable}: an e-mail address or telephone number, 200 characters at most.`,
    "bad-url": ({ variable }) => `${variable}: must be an address that begins with https:// or http://.`,
    "not-https": ({ variable }) =>
      `${variable}: must be an https:// address (http:// only for localhost), without a login.`,
    "bad-store-url": ({ variable }) =>
      `${variable}: write file:./path.db to keep a file, or redis://host:6379 to use Redis.`,
    "bad-host": ({ variable }) =>
      `${variable}: must be a host name or an IP address, such as 127.0.0.1 or 0.0.0.0.`,
    "bad-port": ({ variable }) => `${variable}: must be a whole number from 0 to 65535.`,
    "bad-secret": ({ variable }) => `${variable}: needs 16–256 characters out of A–Z a–z 0–9 _ -.`,
    "bad-operators": ({ variable }) =>
      `${variable}: write channel:id, separated by commas, such as telegram:123,zalo:abc (send /quyen to the bot to learn your id).`,
    "bad-time": ({ variable }) => `${variable}: write hours and minutes with two digits each, such as 02:00.`,
    "bad-time-zone": ({ variable }) =>
      `${variable}: there is no such time zone; a right one: Asia/Ho_Chi_Minh.`,
    "bad-proxy": ({ variable }) =>
      `${variable}: write http://host:port, or http://user:password@host:port where the proxy wants a password (with %40 and the like for special characters); SOCKS proxies are not supported.`,
    "bad-command": ({ variable }) => `${variable}: must begin with the name of a program.`,
    misspelt: ({ variable, written }) =>
      `${written}: there is no such variable; perhaps ${variable} is meant. Correct the name or remove it.`,
  },
  variables: {
    TELEGRAM_BOT_TOKEN: "Token from BotFather. Empty: Telegram is off.",
    TELEGRAM_MODE:
      "`polling`: the bot asks Telegram, no domain needed. `webhook`: Telegram calls PUBLIC_BASE_URL.",
    TELEGRAM_RATE: "Most messages a second over all of Telegram.",
    TELEGRAM_API_ROOT: "Bot API server; change it for a server of your own.",
    ZALO_BOT_TOKEN: "Bot token from Zalo Bot Manager. Empty: Zalo is off.",
    ZALO_MODE: "`polling`: the bot asks Zalo, fit for trials only. `webhook`: Zalo calls PUBLIC_BASE_URL.",
    ZALO_RATE: "Most messages a second over all of Zalo.",
    ZALO_MONTHLY_QUOTA: "Most messages a month under your Zalo plan.",
    ZALO_GROUP_CAP: "Most groups under your Zalo plan.",
    ZALO_API_ROOT: "Zalo Bot API server.",
    ZALO_OA_APP_ID:
      "Id of the app on developers.zalo.me that the Zalo Official Account is linked to. Empty: off.",
    ZALO_OA_APP_SECRET: "Secret key of that app.",
    ZALO_OA_SECRET: "OA Secret Key from the app's webhook page, which tells Zalo's posts from others'.",
    ZALO_OA_ACCESS_TOKEN:
      "Access token from Zalo's API Explorer. Pasted once; the bot renews it and keeps the new one.",
    ZALO_OA_REFRESH_TOKEN: "Refresh token made with it. A new pair takes the place of both.",
    ZALO_OA_RATE: "Most messages a second over the Official Account.",
    ZALO_OA_API_ROOT: "Official Account API server.",
    ZALO_OA_OAUTH_ROOT: "Zalo's server for renewing tokens.",
    OPERATORS:
      "Who runs the bot, such as `telegram:123,zalo:abc`. Send `/quyen` in private to learn your id.",
    APPROVERS: "People who must approve a broadcast, or confirm a document before it is stored: 1 or 2.",
    ACCESS: "`open`: anyone may ask. `approved`: an operator admits each new chat.",
    HOME_SCOPE: "Default scope, such as `huyện Tiên Lữ`.",
    STORE_URL: "Where figures are kept: `file:…` (SQLite) or `redis://…`.",
    HOST: "Network address that the web chat and webhooks listen on.",
    PORT: "Port to listen on; 0 = any free one.",
    WEB_CHAT: "The chat page in a browser: `auto` = only while no channel is connected.",
    PUBLIC_BASE_URL: "Public https address of the server, needed for webhooks and for pictures on Zalo.",
    WEBHOOK_SECRET: "A secret of 16–256 characters (A–Z a–z 0–9 _ -), needed for webhooks.",
    PORTAL_SYNC:
      "`daily`: fetch figures from the National Public Service Portal every day (read its section first). `off`: the portal is never called.",
    PORTAL_CONTACT:
      "Your office's e-mail address or telephone number, sent with every request so that the portal's owner knows who asks; needed when PORTAL_SYNC is daily.",
    PORTAL_PUBLISH:
      "Figures of a closed period that come from the portal: `ask` = operators see and confirm them; `auto` = published when nothing stands against it.",
    PORTAL_KEEP_DAYS: "Days for which the portal's raw answers are kept.",
    PORTAL_DAILY_BUDGET: "Most requests to the portal a day (an ordinary day takes 8, the first one 32).",
    PORTAL_BASE_URL: "Address of the National Public Service Portal.",
    BACKUP_DIR:
      "Folder into which the bot backs itself up each day, such as `/mnt/backups`; better on another disk or machine, a folder of its own for each bot. Empty: no backups by itself.",
    BACKUP_AT: "Time of the daily backup (HH:mm); if the bot is off then, it is made once it runs again.",
    BACKUP_KEEP: "How many of these backups are kept; older ones are deleted.",
    KEEP_ORIGINALS:
      "`on`: keep the original papers of stored figures in a folder beside the store (`data/bot766.db` → `data/bot766.db.originals`; Redis → `data/originals`), backed up with it; only editors get them, by `/nguon … bản gốc` in a private chat. Lists of dossiers and files with hidden parts are never kept. `off`: nothing is kept.",
    SCAN_COMMAND:
      "Virus scanner, run before each received file is read; the file's path is its last argument, its content is on standard input too. Exit 0 = clean; anything else, a program that cannot be run or takes over 60 seconds included, refuses the file. E.g. `clamdscan --no-summary`. Empty: no scan.",
    HTTPS_PROXY:
      "Proxy for calls to the outside (Telegram, Zalo), such as `http://proxy.example.vn:3128`. Not for Redis.",
    HTTP_PROXY: "Proxy for http:// addresses; for both where HTTPS_PROXY is not set.",
    NO_PROXY:
      "Called directly, without the proxy: `example.vn` (with all below it), `host:port`, `10.0.0.0/8`, `*`, by commas. This machine always is, unless `<-loopback>` is written.",
    LOCALE: "Language of the bot: `vi` or `en`.",
    TIME_ZONE: "Time zone in which “this month” and “today” are meant.",
    LOG_LEVEL: "Log level: fatal, error, warn, info, debug, trace, silent.",
    SAMPLE_DATA:
      "`auto`: sample figures until a channel is connected or a document is imported. `off`: never.",
  },
  table: { variable: "Variable", standard: "Default", meaning: "Meaning" },
};
