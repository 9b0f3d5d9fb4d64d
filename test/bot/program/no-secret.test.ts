import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { secretPath } from "#bot/http/secret.ts";
import { openStore } from "#services/store/open-store.ts";
import { keysUnder } from "#services/store/store.ts";
import { type FakeTelegram, startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import { type FakeZalo, startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import { type FakeZaloOa, startFakeZaloOa } from "#test/support/fake-zalo-oa/fake-zalo-oa.ts";
import { freePort } from "#test/support/free-port.ts";
import { type Program, startProgram } from "#test/support/program.ts";

const WEBHOOK_SECRET = "webhook-secret-of-this-test";
const PAGES = [
  "/",
  "/thietlap",
  "/vanhanh",
  "/vanhanh/noi",
  "/vanhanh/nhatky",
  "/metrics",
  "/healthz",
  "/readyz",
  "/nowhere",
  "/telegram/nowhere",
];

let folder: string;
let telegram: FakeTelegram;
let zalo: FakeZalo;
let account: FakeZaloOa;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bot766-secrets-"));
  [telegram, zalo, account] = await Promise.all([startFakeTelegram(), startFakeZalo(), startFakeZaloOa()]);
});
afterEach(async () => {
  await Promise.all([telegram.close(), zalo.close(), account.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** The real program with every token it can have, in its settings file, saying all that it ever logs. */
async function begin(): Promise<Program> {
  const settings = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_OA_APP_ID: account.world.appId,
    ZALO_OA_APP_SECRET: account.world.appSecret,
    ZALO_OA_SECRET: account.world.oaSecret,
    ZALO_OA_ACCESS_TOKEN: account.world.access,
    ZALO_OA_REFRESH_TOKEN: account.world.refresh,
    WEBHOOK_SECRET,
  };
  const file = join(folder, ".env");
  await writeFile(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
  const port = String(await freePort());
  return startProgram({
    ...settings,
    ENV_FILE: file,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    ZALO_API_ROOT: zalo.apiRoot,
    ZALO_OA_API_ROOT: account.root,
    ZALO_OA_OAUTH_ROOT: account.root,
    PUBLIC_BASE_URL: `http://127.0.0.1:${port}`,
    PORT: port,
    OPERATORS: `telegram:${operator.id}`,
    STORE_URL: `file:${join(folder, "kho.db")}`,
    BACKUP_DIR: join(folder, "bk"),
    WEB_CHAT: "on",
    LOG_LEVEL: "trace",
  });
}

let operator: ReturnType<FakeTelegram["privateChat"]>;

it("no token, secret or secret path is ever logged, shown, sent, noted or backed up, whatever goes wrong", async () => {
  operator = telegram.privateChat();
  const person = telegram.privateChat();
  const [zaloPerson, oaPerson] = [zalo.privateChat(), account.person("Lê Thị Hoa")];
  const secrets = new Set([
    telegram.token,
    zalo.token,
    ...[account.world.appSecret, account.world.oaSecret, account.world.access, account.world.refresh],
    WEBHOOK_SECRET,
    ...["telegram", "zalo"].map((name) => secretPath(name, WEBHOOK_SECRET)),
  ]);
  const program = await begin();
  account.postTo(async (body, headers) => {
    const { status } = await fetch(`${program.address}/zalo-oa`, { method: "POST", body, headers });
    return status;
  });
  const seen: string[] = [];

  // A platform that is down, or refuses, may repeat what it was called with.
  const echo = `no bot${telegram.token} and ${zalo.token}`;
  const answered = async (text: string, chat = person): Promise<void> => {
    const before = telegram.sent(chat).length;
    telegram.say(chat, text);
    await telegram.until(() => telegram.sent(chat)[before]);
  };
  for (const code of [400, 401, 403, 404, 409, 429, 500, 502]) {
    telegram.fail("sendMessage", { kind: "refuse", code, description: echo });
    telegram.say(person, "/trogiup");
    zalo.fail("sendMessage", { kind: "refuse", code, description: echo });
    zalo.say(zaloPerson, "/trogiup");
  }
  for (const fault of [
    { kind: "drop", when: "before" },
    { kind: "drop", when: "after" },
    { kind: "garbage" },
  ] as const) {
    for (const method of ["sendMessage", "sendPhoto", "getUpdates"]) {
      telegram.fail(method, fault);
      zalo.fail(method, fault);
    }
    telegram.say(person, "/xephang");
    zalo.say(zaloPerson, "/xephang");
  }
  for (const code of [-216, -220, -224, -32, 500]) {
    account.fail("/v3.0/oa/message/cs", { code });
    await account.say(oaPerson, "/trogiup");
  }
  // Whoever is told that a token is wrong renews both; then they are lost on the way.
  await account.until(() => account.world.usedRefresh.size > 0);
  secrets.add(account.world.access);
  secrets.add(account.world.refresh);
  account.fail("/v4/oa/access_token", "drop");
  account.world.access = "an-access-token-that-expired";
  await account.say(oaPerson, "/xephang");

  await expect.poll(() => program.stderr()).toMatch(/token|401|Unauthorized/iu);
  telegram.heal();
  zalo.heal();
  await expect.poll(async () => answered("/trogiup").then(() => true)).toBe(true);
  await answered("/saoluu ngay", operator);
  await answered("/thietlap", operator);
  await answered("/trangthai", operator);
  await answered("/nhatky", operator);

  secrets.add(account.world.access);
  secrets.add(account.world.refresh);
  for (const path of PAGES) seen.push(await (await fetch(`${program.address}${path}`)).text());
  await expect.poll(async () => (await readdir(join(folder, "bk"))).length).toBeGreaterThan(1);
  await program.stop();

  for (const name of await readdir(join(folder, "bk")))
    seen.push(gunzipSync(await readFile(join(folder, "bk", name))).toString());
  const store = await openStore(`file:${join(folder, "kho.db")}`);
  seen.push(JSON.stringify(await store.list(keysUnder("audit/"))));
  await store.close();
  seen.push(program.stdout(), program.stderr());
  for (const chat of [person, operator]) seen.push(JSON.stringify(telegram.sent(chat)));
  seen.push(JSON.stringify(zalo.sent(zaloPerson)), JSON.stringify(oaPerson.messages));

  expect(program.stderr()).toContain("[hidden]");
  for (const text of seen) {
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).not.toContain(telegram.token.split(":")[1]);
  }
});
