import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ConfigInvalid, explainFaults, lookalikes, readConfig } from "#bot/config/config.ts";
import { environment } from "#bot/config/schema.ts";
import { config as en } from "#locales/en/config.ts";
import { config as vi } from "#locales/vi/config.ts";

const SECRET = "a-secret-of-24-characters";

describe("readConfig", () => {
  test("an empty environment is the local bot with its own file", () => {
    expect(readConfig({})).toMatchObject({
      telegram: null,
      zalo: null,
      storeUrl: "file:./data/bot766.db",
      host: "127.0.0.1",
      port: 8766,
      webChat: "auto",
      access: "open",
      approvers: 1,
      locale: "vi",
      timeZone: "Asia/Ho_Chi_Minh",
      sampleData: "auto",
    });
  });

  test("a token alone polls, with no webhook fields", () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: "123:abc" }).telegram).toEqual({
      token: "123:abc",
      apiRoot: "https://api.telegram.org",
      rate: 30,
      mode: "polling",
    });
  });

  test("webhook mode carries the address and the secret", () => {
    const config = readConfig({
      ZALO_BOT_TOKEN: "9:z",
      ZALO_MODE: "webhook",
      PUBLIC_BASE_URL: "https://bot.example.vn/",
      WEBHOOK_SECRET: SECRET,
    });
    expect(config.zalo).toMatchObject({
      mode: "webhook",
      publicBaseUrl: "https://bot.example.vn",
      webhookSecret: SECRET,
      monthlyQuota: 3000,
      groupCap: 3,
    });
  });

  test("webhook mode without its address and secret names both", () => {
    expect(faultsOf({ TELEGRAM_BOT_TOKEN: "1:a", TELEGRAM_MODE: "webhook" })).toEqual([
      "PUBLIC_BASE_URL missing-for-webhook",
      "WEBHOOK_SECRET missing-for-webhook",
    ]);
  });

  test("backups are made by themselves once their folder is named", () => {
    expect(readConfig({ BACKUP_AT: "03:15" }).backup).toBeNull();
    expect(readConfig({ BACKUP_DIR: "/mnt/sao lưu" }).backup).toEqual({
      folder: "/mnt/sao lưu",
      at: "02:00",
      keep: 14,
    });
  });

  test("the portal is off, and on it needs somebody to be asked", () => {
    expect(readConfig({ PORTAL_CONTACT: "a@b.vn" }).portal).toEqual({
      sync: "off",
      baseUrl: "https://dichvucong.gov.vn",
      publish: "ask",
      keepDays: 90,
      dailyBudget: 40,
    });
    expect(faultsOf({ PORTAL_SYNC: "Daily" })).toEqual(["PORTAL_CONTACT missing-for-portal"]);
    expect(readConfig({ PORTAL_SYNC: "daily", PORTAL_CONTACT: "a@b.vn" }).portal).toMatchObject({
      sync: "daily",
      contact: "a@b.vn",
    });
  });

  test.each([
    [{ PORTAL_CONTACT: "…" }, "PORTAL_CONTACT bad-contact"],
    [{ PORTAL_KEEP_DAYS: "0" }, "PORTAL_KEEP_DAYS bad-whole-number"],
    [{ PORTAL_DAILY_BUDGET: "8,5" }, "PORTAL_DAILY_BUDGET bad-whole-number"],
    [{ PORTAL_PUBLISH: "always" }, "PORTAL_PUBLISH not-one-of"],
  ])("%j is refused", (env, fault) => {
    expect(faultsOf(env)).toEqual([fault]);
  });

  test.each([
    ["ACESS", "ACCESS"],
    ["access", "ACCESS"],
    ["OPERATOR", "OPERATORS"],
    ["TELEGRAM_TOKEN", "TELEGRAM_BOT_TOKEN"],
    ["TIMEZONE", "TIME_ZONE"],
    ["HTTP_PORXY", "HTTP_PROXY"],
  ])(
    "%s in .env, which nobody reads, is told to be %s; set by the machine it stops nothing",
    (written, meant) => {
      const ofMachine = { [written]: "approved" };
      expect(faultsOf({ ...ofMachine, ENV_FILE_NAMES: `PORT ${written}` })).toEqual([`${meant} misspelt`]);
      expect(readConfig({ ...ofMachine, ENV_FILE_NAMES: "PORT" })).toEqual(readConfig({}));
      for (const words of [vi, en]) {
        const warning = lookalikes(ofMachine, words);
        expect(warning).toContain(written);
        expect(warning).toContain(meant);
        expect(warning).not.toMatch(/\n|approved/u);
      }
      const sentence = vi.faults.misspelt({ variable: "ACCESS", code: "misspelt", allowed: [], written });
      expect(sentence).toContain(written);
    },
  );

  test("other programs' variables, and a second name of one that is set, are nobody's mistake", () => {
    const others = [
      "PATH",
      "HOME",
      "HOSTNAME",
      "LOGNAME",
      "LANG",
      "TERM",
      "USER",
      "NO_COLOR",
      "ALL_PROXY",
      "FTP_PROXY",
    ];
    const more = [
      "HTTPS_PORT",
      "HTTP_PORT",
      "TELEGRAM_CHAT_ID",
      "LOG_FILE",
      "STORE_PATH",
      "npm_config_proxy",
    ];
    for (const name of [...others, ...more]) {
      expect(readConfig({ [name]: "x", ENV_FILE_NAMES: name })).toEqual(readConfig({}));
      expect(lookalikes({ [name]: "x" }, vi)).toBeNull();
    }
    expect(readConfig({ TELEGRAM_BOT_TOKEN: "1:a", TELEGRAM_TOKEN: "2:b" }).telegram?.token).toBe("1:a");
  });

  test("a proxy is read under either spelling, small letters first, with or without http://", () => {
    const proxies = (env: Record<string, string>) => readConfig(env).proxies;
    expect(proxies({ HTTPS_PROXY: "proxy.vn:3128" })).toEqual({
      https: "http://proxy.vn:3128",
      http: null,
      except: "",
    });
    expect(
      proxies({ https_proxy: "http://a:b@x.vn", HTTPS_PROXY: "http://y.vn", no_proxy: "tinh.vn,*.gov.vn" }),
    ).toEqual({
      https: "http://a:b@x.vn",
      http: null,
      except: "tinh.vn,*.gov.vn",
    });
    expect(proxies({ HTTP_PROXY: "http://x.vn:80/" }).https).toBe("http://x.vn:80/");
  });

  test.each(["socks5://x.vn:1080", "http://", "http://lan:%zz@x.vn", "ftp://x.vn", "http://x.vn:99999"])(
    "%s is no proxy, which is said without repeating it",
    (address) => {
      expect(faultsOf({ HTTPS_PROXY: address })).toEqual(["HTTPS_PROXY bad-proxy"]);
      const { message } = invalidOf({ HTTPS_PROXY: address });
      expect(message.split(/[ ,]+/u)).not.toContain(address);
    },
  );

  test("what is pasted with it, such as a zero-width space, is no part of a value", () => {
    expect(readConfig({ "\ufeffACCESS": "\u200bapproved\u00a0" }).access).toBe("approved");
  });

  test("an empty or blank variable counts as unset, an unknown one is ignored", () => {
    expect(readConfig({ PORT: "", TELEGRAM_BOT_TOKEN: "  ", HOSTNAME: "x" })).toEqual(readConfig({}));
  });

  test("operators are told apart, spaces and repeats forgiven", () => {
    expect(readConfig({ OPERATORS: "telegram:123, zalo:abc,telegram:123," }).operators).toEqual([
      "telegram:123",
      "zalo:abc",
    ]);
  });

  test.each([
    ["PORT", ["0", "8766", "65535"], ["-1", "65536", "80a", "8 0", "1e3"], "bad-port"],
    [
      "PUBLIC_BASE_URL",
      ["https://a.vn", "http://localhost:8766", "http://[::1]:1"],
      ["http://a.vn", "a.vn", "https://u:p@a.vn"],
      "not-https",
    ],
    ["WEBHOOK_SECRET", [SECRET, "a".repeat(256)], ["short", "a".repeat(257), `${SECRET}!`], "bad-secret"],
    [
      "STORE_URL",
      ["file:./x.db", "redis://h:6379/0", "rediss://u:p@h"],
      ["x.db", "file:", "redis://", "http://h"],
      "bad-store-url",
    ],
    ["TIME_ZONE", ["UTC", "Asia/Bangkok"], ["Asia/Hanoi", "7"], "bad-time-zone"],
    ["TELEGRAM_RATE", ["0.5", "1000"], ["0", "-3", "many"], "bad-number"],
    [
      "TELEGRAM_API_ROOT",
      ["http://bot-api:8081", "https://a.vn/"],
      ["bot-api:8081", "ftp://a.vn"],
      "bad-url",
    ],
    ["TELEGRAM_BOT_TOKEN", ["123:A_b-c"], ["123 abc", "https://x/123:abc"], "bad-token"],
    ["HOST", ["0.0.0.0", "::1", "bot.local"], ["a b", "http://x"], "bad-host"],
    ["OPERATORS", ["telegram:1"], ["123", "telegram:", "Telegram 123"], "bad-operators"],
    ["APPROVERS", ["1", "2"], ["0", "3"], "not-one-of"],
    ["BACKUP_AT", ["00:00", "23:59"], ["2:00", "24:00", "02:60", "2h"], "bad-time"],
    ["BACKUP_KEEP", ["1", "365"], ["0", "-1", "nhiều"], "bad-whole-number"],
    ["KEEP_ORIGINALS", ["on", "off"], ["yes"], "not-one-of"],
    ["SCAN_COMMAND", ["clamdscan --no-summary", '"/opt/my scanner" -q'], ['""', "'' -q"], "bad-command"],
    ["LOG_LEVEL", ["silent", "INFO"], ["loud"], "not-one-of"],
  ])("%s takes what it should and nothing else", (variable, right, wrong, code) => {
    for (const value of right) expect(faultsOf({ [variable]: value }), value).toEqual([]);
    for (const value of wrong)
      expect(faultsOf({ [variable]: value }), value).toEqual([`${variable} ${code}`]);
  });

  test("one error lists every fault, in sentences of both languages that repeat no value", () => {
    const env = {
      PORT: "cổng",
      ACCESS: "closed",
      WEBHOOK_SECRET: "hunter2 hunter2 hunter2",
      TIME_ZONE: "Mars",
    };
    const invalid = invalidOf(env);

    expect(invalid.faults).toHaveLength(4);
    for (const words of [vi, en]) {
      const lines = explainFaults(invalid, words).split("\n");
      expect(lines).toHaveLength(5);
      for (const variable of Object.keys(env)) expect(lines.join("\n")).toContain(variable);
      for (const value of Object.values(env)) expect(`${invalid.message}\n${lines}`).not.toContain(value);
    }
    expect(explainFaults(invalid, vi)).toContain("ACCESS: chỉ nhận open, approved.");
  });

  test("any value of any variable is either taken or refused with sentences", () => {
    const variable = fc.constantFrom(...Object.keys(environment.shape));
    fc.assert(
      fc.property(fc.dictionary(variable, fc.string({ unit: "grapheme" })), (env) => {
        const faults = faultsOf(env);
        expect(faults.every((fault) => /^[A-Z_]+ [a-z-]+$/u.test(fault))).toBe(true);
      }),
    );
  });
});

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    return error.faults.map(({ variable, code }) => `${variable} ${code}`);
  }
}

function invalidOf(env: Record<string, string>): ConfigInvalid {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigInvalid) return error;
  }
  throw new Error("the environment was taken");
}
