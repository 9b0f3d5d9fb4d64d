import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openStore } from "#services/store/open-store.ts";
import { keysUnder } from "#services/store/store.ts";
import { type FakeTelegram, startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import { startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import { freePort } from "#test/support/free-port.ts";
import { type Ended, type Program, runProgram, startProgram } from "#test/support/program.ts";

const TOKEN = "7660000:AAfake-token_for-tests-0123456789abc";
const ZALO_TOKEN = "12345689:fake-token-for-tests";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function started(env: Readonly<Record<string, string>> = {}): Promise<Program> {
  const program = await startProgram(env);
  closing.push(program.stop);
  return program;
}

async function telegram(options: { port?: number } = {}): Promise<FakeTelegram> {
  const fake = await startFakeTelegram(options);
  closing.push(fake.close);
  return fake;
}

describe("starting the bot", () => {
  it("prints the address and three things to try, and serves the page there", async () => {
    const { address, stdout, stderr } = await started();
    expect(stdout()).toMatch(/^Bot 766 đã sẵn sàng: http:\/\/localhost:\d+$/mu);
    expect(stdout().match(/^ {2}\/\S.*$/gmu)).toEqual(["  /xephang", "  /xa Cương Chính", "  /tonghop"]);
    expect(stdout()).toContain("số liệu mẫu");

    const ready = await fetch(`${address}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([200, "ready"]);
    const page = await fetch(`${address}/`);
    expect(page.headers.get("content-type")).toMatch(/^text\/html/u);
    expect(await page.text()).toContain("/xa Cương Chính");
    expect(stderr()).toBe("");
  });

  it("leaves nothing of the sample in the store", async () => {
    const folder = await mkdtemp(join(tmpdir(), "bot766-store-"));
    closing.push(() => rm(folder, { recursive: true }));
    const url = `file:${join(folder, "kho.db")}`;
    const program = await startProgram({ STORE_URL: url });
    await program.stop();

    const store = await openStore(url);
    closing.push(store.close);
    for (const prefix of ["sheets/", "units/", "targets/"]) {
      expect(await store.list(keysUnder(prefix))).toEqual([]);
    }
  });

  it("stops on SIGTERM within five seconds, while a page is open", async () => {
    const program = await started();
    const stream = await fetch(`${program.address}/chat/events`);
    expect(stream.status).toBe(200);
    const { code, ms, stdout, stderr } = await program.stop();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(5000);
    expect(stdout).toMatch(/Bot 766 đã dừng\.\n$/u);
    expect(stderr).toBe("");
  });

  it("names the unit of HOME_SCOPE by name or id", async () => {
    for (const HOME_SCOPE of ["tỉnh Gia Lai", "tinh gia lai"]) {
      const { code } = await (await started({ HOME_SCOPE })).stop();
      expect(code).toBe(0);
    }
  });
});

describe("a bot that cannot start", () => {
  /** One message for a person: in Vietnamese, no trace, nothing secret. */
  function expectSentence({ code, stdout, stderr }: Ended, pattern: RegExp, lineCount = 1): void {
    const lines = stderr.trimEnd().split("\n");
    expect(stderr).toMatch(pattern);
    expect(lines).toHaveLength(lineCount);
    expect(stderr).not.toMatch(/\n\s+at |Error:|node:internal|AAfake/u);
    expect(stdout).toBe("");
    expect(code).toBe(1);
  }

  it("says which port is in use", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    closing.push(() => new Promise((resolve) => server.close(resolve)));
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const ended = await runProgram({ PORT: String(port), LOG_LEVEL: "silent" });
    expectSentence(ended, new RegExp(`^Cổng ${port} đang có chương trình khác dùng\\.`, "u"));
  });

  it("says that Telegram does not know the token", async () => {
    const fake = await telegram();
    const ended = await runProgram({
      TELEGRAM_BOT_TOKEN: `${TOKEN}wrong`,
      TELEGRAM_API_ROOT: fake.apiRoot,
    });
    expectSentence(ended, /^telegram không chấp nhận .*TELEGRAM_BOT_TOKEN/iu);
  });

  it("says that Redis cannot be reached, and not its password", async () => {
    const port = await freePort();
    const ended = await runProgram({ STORE_URL: `redis://:AAfakepassword@127.0.0.1:${port}` });
    expectSentence(ended, new RegExp(`^Không mở được kho dữ liệu redis://.*127\\.0\\.0\\.1:${port}`, "u"));
  });

  it("says that the store's folder cannot be written", async () => {
    const ended = await runProgram({ STORE_URL: "file:package.json/kho.db" });
    expectSentence(ended, /^Không mở được kho dữ liệu file:package\.json\/kho\.db/u);
  });

  it("lists every fault of the environment at once", async () => {
    const ended = await runProgram({
      PORT: "99999",
      LOCALE: "fr",
      TELEGRAM_MODE: "webhook",
      TELEGRAM_BOT_TOKEN: "AAfake token",
      TIME_ZONE: "Asia/Hanoi766",
    });
    expectSentence(ended, /^Cấu hình chưa đúng/u, 1 + 6);
    for (const name of [
      "PORT",
      "LOCALE",
      "PUBLIC_BASE_URL",
      "WEBHOOK_SECRET",
      "TELEGRAM_BOT_TOKEN",
      "TIME_ZONE",
    ]) {
      expect(ended.stderr).toMatch(new RegExp(`^- ${name}: `, "mu"));
    }
  });

  it("asks which unit an ambiguous HOME_SCOPE means", async () => {
    const ended = await runProgram({ HOME_SCOPE: "Tân Tiến" });
    const candidates = ended.stderr.match(/^ {2}.+ \(\S+\)$/gmu) ?? [];
    expect(candidates.length).toBeGreaterThan(1);
    expectSentence(ended, /^HOME_SCOPE="Tân Tiến" không chỉ rõ một đơn vị/u, 1 + candidates.length);
  });

  it("offers the nearest units to an unknown HOME_SCOPE, or an example", async () => {
    const near = await runProgram({ HOME_SCOPE: "huyện Kien Luơngg" });
    expect(near.stderr).toMatch(/^ {2}huyện Kiên Lương \(\S+\)$/mu);
    expectSentence(near, /^HOME_SCOPE="huyện Kien Luơngg" không chỉ rõ một đơn vị/u, 2);
    const far = await runProgram({ HOME_SCOPE: "zzzzqqqq" });
    expectSentence(far, /^HOME_SCOPE="zzzzqqqq" không phải tên một đơn vị\. .*ví dụ/u);
  });
});

describe("a bot whose Telegram is away", () => {
  it.each(["on", "off"])(
    "starts and goes on with the web chat %s, and answers when Telegram is there",
    async (webChat) => {
      const port = await freePort();
      const program = await started({
        TELEGRAM_BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
        WEB_CHAT: webChat,
      });
      expect(program.address !== null).toBe(webChat === "on");
      if (program.address) expect((await fetch(`${program.address}/readyz`)).status).toBe(200);
      expect(program.stdout()).toMatch(/^Đang chờ kết nối: Telegram/mu);
      expect(program.stdout()).not.toContain("Kênh đang chạy");
      await program.untilLogged(/Telegram cannot be reached/u);

      const fake = await telegram({ port });
      const chat = fake.privateChat();
      fake.say(chat, "/trogiup");
      await fake.until(() => fake.sent(chat).length === 1);
      expect(fake.sent(chat)[0]?.text).toContain("/xephang");
      const { code, stderr } = await program.stop();
      expect(code).toBe(0);
      expect(stderr).not.toContain(TOKEN.slice(8));
    },
  );
});

describe("a bot whose Zalo is away", () => {
  it("starts, goes on with Telegram, and answers on Zalo when Zalo is there", async () => {
    const port = await freePort();
    const fake = await telegram();
    const program = await started({
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: fake.apiRoot,
      ZALO_BOT_TOKEN: ZALO_TOKEN,
      ZALO_API_ROOT: `http://127.0.0.1:${port}`,
    });
    await program.untilLogged(/Zalo cannot be reached/u);
    const chat = fake.privateChat();
    fake.say(chat, "/trogiup");
    await fake.until(() => fake.sent(chat).length === 1);

    const zalo = await startFakeZalo({ port, token: ZALO_TOKEN });
    closing.push(zalo.close);
    const person = zalo.privateChat();
    zalo.say(person, "/trogiup");
    await zalo.until(() => zalo.sent(person).length > 0, 10_000);
    expect(zalo.sent(person)[0]?.text).toContain("/xephang");
    const { code, stderr } = await program.stop();
    expect(code).toBe(0);
    expect(stderr).not.toContain(ZALO_TOKEN.slice(9));
  });
});
