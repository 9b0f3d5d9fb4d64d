import { describe, expect, it } from "vitest";
import { readConfig } from "#bot/config/config.ts";
import { secretPath } from "#bot/http/secret.ts";
import { createLog } from "#bot/wiring/log.ts";
import { createSecrets, secretsOf } from "#bot/wiring/secrets.ts";
import { openStore } from "#services/store/open-store.ts";
import { type Store, StoreUnavailable } from "#services/store/store.ts";
import { watchStore } from "#services/store/watched-store.ts";

const TELEGRAM = "7660000:AAtelegram-token_0123456789";
const ZALO = "9:zalo-token-0123456789";
const WEBHOOK = "a-secret-of-24-characters";

const config = readConfig({
  TELEGRAM_BOT_TOKEN: TELEGRAM,
  ZALO_BOT_TOKEN: ZALO,
  TELEGRAM_MODE: "webhook",
  PUBLIC_BASE_URL: "https://bot.example.vn",
  WEBHOOK_SECRET: WEBHOOK,
  HTTPS_PROXY: "http://lan:m%40t-khau@proxy.vn:3128",
  STORE_URL: "redis://bot:m%E1%BA%ADt%22kh%E1%BA%A9u@redis:6379/0?deployment=hung-yen",
});

/** All that was logged by `say`, at every level, by a bot of this configuration. */
function logged(say: (log: ReturnType<typeof createLog>) => void): string {
  const written: string[] = [];
  const to = { write: (line: string) => void written.push(line) };
  say(createLog("trace", { secrets: createSecrets(secretsOf(config)), to }));
  return written.join("");
}

describe("the log", () => {
  it.each([
    ["Telegram's token", TELEGRAM],
    ["Zalo's token", ZALO],
    ["the webhook secret", WEBHOOK],
    ["the secret path of Telegram's webhook", secretPath("telegram", WEBHOOK)],
    ["the secret path of Zalo's webhook", secretPath("zalo", WEBHOOK)],
    ["the proxy's password", "m@t-khau"],
    ["the proxy's password as written", "m%40t-khau"],
    ["what the proxy is told of it", Buffer.from("lan:m@t-khau").toString("base64")],
    ["the store's password as written", "m%E1%BA%ADt%22kh%E1%BA%A9u"],
    ["the store's password as sent", 'mật"khẩu'],
  ])("never shows %s, wherever it turns up", (_name, secret) => {
    const cause = Object.assign(new Error(`GET https://host/bot${secret}/getMe failed`), {
      secretive: [secret],
    });
    const lines = logged((log) => {
      log.trace({ url: `https://host/${secret}/x`, [secret]: 1 }, `called ${secret}`);
      log.error({ err: new Error(`no ${secret}`, { cause }), deep: { list: [{ at: secret }] } }, "failed");
      log.child({ bound: secret }).warn(secret);
    });
    expect(lines).not.toContain(secret);
    expect(lines).not.toContain(JSON.stringify(secret).slice(1, -1));
    expect(lines.match(/\[hidden\]/gu)?.length).toBeGreaterThan(6);
    for (const line of lines.trimEnd().split("\n")) expect(() => JSON.parse(line)).not.toThrow();
  });

  it("says everything else as it is", () => {
    const lines = logged((log) => log.info({ chat: "telegram:-1001", host: "redis:6379" }, "đã gửi"));
    expect(JSON.parse(lines)).toMatchObject({ chat: "telegram:-1001", host: "redis:6379", msg: "đã gửi" });
  });

  it("hides what is named a secret though the configuration does not know it", () => {
    const facts = { token: "abc", user: { password: "abc" }, secret: "abc" };
    expect(logged((log) => log.info(facts, "told"))).not.toContain("abc");
  });
});

describe("the secrets of a configuration", () => {
  it("are none of an empty one, and none so short that words would be torn", () => {
    expect(secretsOf(readConfig({}))).toEqual([]);
    expect(secretsOf(readConfig({ STORE_URL: "redis://:a@redis:6379" }))).toEqual([]);
  });
});

describe("a store that is away", () => {
  it("is told once when it goes and once when it is back, whoever suffers from it", async () => {
    let isAway = true;
    const there = await openStore("file::memory:");
    const lines: string[] = [];
    const log = createLog("trace", {
      to: { write: (line: string) => void lines.push(JSON.parse(line).msg) },
    });
    const away = new StoreUnavailable("file:x.db", { cause: new Error("disk full") });
    const commit: Store["commit"] = (asked) => (isAway ? Promise.reject(away) : there.commit(asked));
    const store = watchStore({ ...there, commit }, log);
    for (let i = 0; i < 5; i++) {
      await store.commit({}).catch((err) => log.error({ err }, "a command failed"));
      await store.commit({}).catch((err) => log.warn({ err: new AggregateError([err]) }, "a look failed"));
      expect(await store.get("a")).toBeNull();
    }
    log.error({ err: new Error("a bug") }, "a command failed");
    isAway = false;
    await store.commit({});
    await store.commit({});
    expect(lines).toEqual([
      "nothing can be written to the store; questions are answered, all else waits",
      "a command failed",
      "the store takes writes again",
    ]);
    await there.close();
  });
});
