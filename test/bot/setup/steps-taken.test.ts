import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { secretPath } from "#bot/http/secret.ts";
import { setup as words } from "#locales/vi/setup.ts";
import { zalo as zaloWords } from "#locales/vi/zalo.ts";
import type { Channel } from "#services/channel.ts";
import { channelName } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import { type SetupTestDesk, type SetupTestOptions, startSetup } from "#test/bot/setup/desk.ts";
import { startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import { startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import { UNAUTHORIZED } from "#test/support/fake-zalo/faults.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function begin(options: SetupTestOptions = {}): Promise<SetupTestDesk> {
  const desk = await startSetup(options);
  closing.push(desk.close);
  return desk;
}

const page = async (desk: SetupTestDesk) => (await desk.get("/thietlap")).body.toString();

describe("steps of the set-up", () => {
  it("an office of a name that several have is chosen among them", async () => {
    const desk = await begin();
    const several = (await desk.post("office", { name: "xã Tân Tiến" })).body.toString();
    expect(several).toContain(words.office.choose);
    const [, id = ""] = /name="unit" value="([^"]+)"/u.exec(several) ?? [];
    await desk.post("office", { unit: id });
    expect(await desk.file()).toBe(`HOME_SCOPE=${id}\n`);
    expect(await page(desk)).toMatch(/id="office" class="step done"/u);
  });

  it("a token is found in the message it came in, kept, and never shown whole", async () => {
    const telegram = await startFakeTelegram();
    closing.push(telegram.close);
    const desk = await begin({ env: { TELEGRAM_API_ROOT: telegram.apiRoot }, file: "# của tôi\n" });
    const message = `Done! Use this token to access the HTTP API:\n${telegram.token}\nKeep it safe.`;
    const applying = await desk.post("telegram", { bot: message });
    expect(await desk.file()).toBe(`# của tôi\nTELEGRAM_BOT_TOKEN=${telegram.token}\n`);
    const shown = await page(desk);
    expect(shown).toContain(`…${telegram.token.slice(-4)}`);
    for (const text of [applying.body.toString(), shown]) expect(text).not.toContain(telegram.token.slice(8));
    expect(telegram.callsOf("getMe")).toHaveLength(1);
    expect(telegram.calls.map(({ method }) => method)).toEqual(["getMe"]);
  });

  it("what a step wrote is put back as it was", async () => {
    const desk = await begin({ file: "HOME_SCOPE=tỉnh Bắc Ninh\nPORT=8766\n" });
    await desk.post("office", { name: "huyện Tiên Lữ" });
    await desk.post("office", { undo: "1" });
    expect(await desk.file()).toBe("HOME_SCOPE=tỉnh Bắc Ninh\nPORT=8766\n");
    expect(desk.restarts()).toBe(2);
  });

  it("a test message goes to the chat that was chosen", async () => {
    const group = { id: "telegram:-1", name: "UBND huyện", platform: "telegram", isGroup: true } as const;
    const desk = await begin({ chats: [group], file: "TELEGRAM_BOT_TOKEN=1:a\n" });
    expect(await page(desk)).toContain("Nhóm UBND huyện (Telegram)");
    expect((await desk.post("trial", { chat: group.id })).body.toString()).toContain(words.trial.sent);
    expect(desk.sent).toEqual([group.id]);
  });

  it("the public address is called from outside, and known by the answer", async () => {
    const desk = await begin();
    await desk.post("network", { address: `http://127.0.0.1:${desk.port}/`, webhook: "1" });
    const written = await desk.file();
    expect(written).toContain(`PUBLIC_BASE_URL=http://127.0.0.1:${desk.port}\n`);
    expect(written).toMatch(/^WEBHOOK_SECRET=[\w-]{32}$/mu);
    expect(written).toContain("ZALO_MODE=webhook\n");
    expect((await desk.get("/knock/0123")).status).toBe(404);
  });

  it("Zalo is told where to call, or to call no more, and says what came of it", async () => {
    const zalo = await startFakeZalo();
    closing.push(zalo.close);
    const env = { ZALO_API_ROOT: zalo.apiRoot };
    const token = `ZALO_BOT_TOKEN=${zalo.token}\n`;
    const polling = await begin({ env, file: token });
    expect(await page(polling)).toContain(words.network.zalo.delete.label);
    const stopped = (await polling.post("network", { zalo: "delete" })).body.toString();
    expect(stopped).toContain(zaloWords.deleted);
    const called = `PUBLIC_BASE_URL=https://bot.example.vn\nWEBHOOK_SECRET=0123456789abcdef\nZALO_MODE=webhook\n`;
    const desk = await begin({ env, file: token + called });
    expect(await page(desk)).toContain(words.network.zalo.set.label);
    expect((await desk.post("network", { zalo: "set" })).body.toString()).toContain(zaloWords.set);
    expect(zalo.callsOf("setWebhook").map(({ payload }) => payload)).toMatchObject([
      { url: `https://bot.example.vn/zalo/${secretPath("zalo", "0123456789abcdef")}` },
    ]);
    zalo.fail("setWebhook", UNAUTHORIZED);
    const { status, body } = await desk.post("network", { zalo: "set" });
    expect([status, body.toString()]).toEqual([422, expect.stringContaining(zaloWords.failed.unauthorized)]);
    expect(await desk.file()).toBe(token + called);
  });

  it("who approves and where figures come from", async () => {
    const desk = await begin();
    await desk.post("publishing", { approvers: "2", portal: "auto", contact: "vp@tienlu.gov.vn" });
    expect(await desk.file()).toBe(
      "APPROVERS=2\nPORTAL_SYNC=daily\nPORTAL_PUBLISH=auto\nPORTAL_CONTACT=vp@tienlu.gov.vn\n",
    );
  });

  it("backups go to a folder that is made, and nothing of the trial is left there", async () => {
    const desk = await begin();
    const folder = await mkdtemp(join(tmpdir(), "bot766-setup-backup-"));
    closing.push(() => rm(folder, { recursive: true }));
    await desk.post("backup", { folder: join(folder, "sao lưu"), at: "03:30", keep: "7" });
    expect(await desk.file()).toBe(`BACKUP_DIR=${folder}/sao lưu\nBACKUP_AT=03:30\nBACKUP_KEEP=7\n`);
    expect(await readdir(join(folder, "sao lưu"))).toEqual([]);
  });

  it("settings that the bot did not start with are said to be put back", async () => {
    const desk = await begin();
    await desk.post("office", { name: "huyện Tiên Lữ" });
    desk.setup.failed("Cổng đang bận.");
    expect(await page(desk)).toContain(words.troubles.restart);
  });
});

describe("the code that makes an operator", () => {
  function listening(desk: SetupTestDesk) {
    const answered: string[] = [];
    const passedOn: string[] = [];
    const platform: Channel = {
      name: channelName("telegram"),
      replaces: false,
      async start() {},
      async send(chat, { text }) {
        answered.push(text.text);
        return { chat, messages: ["1"] };
      },
      async stop() {},
    };
    return {
      answered,
      passedOn,
      async say(text: string, chatKind: "private" | "group" = "private"): Promise<void> {
        const said = { text, chatKind, chat: "telegram:7", sender: { id: "telegram:7", name: "Lan" } };
        if (!(await desk.setup.overhear(platform, said as Inbound))) passedOn.push(text);
      },
    };
  }

  const codeOf = async (desk: SetupTestDesk) => /class="code">([^<]+)</u.exec(await page(desk))?.[1] ?? "";

  it("sent in private makes its sender one more operator, once", async () => {
    const desk = await begin({ file: "TELEGRAM_BOT_TOKEN=1:a\nOPERATORS=telegram:1\n" });
    const { say, answered, passedOn } = listening(desk);
    const code = await codeOf(desk);
    await say(code.toLowerCase().replace("-", " "));
    expect(answered).toEqual([words.operator.welcome]);
    expect(await desk.file()).toContain("OPERATORS=telegram:1,telegram:7\n");
    await say(code);
    expect(passedOn).toEqual([code]);
  });

  it("means nothing in a group, where others read it", async () => {
    const desk = await begin({ file: "TELEGRAM_BOT_TOKEN=1:a\n" });
    const { say, answered } = listening(desk);
    await say(await codeOf(desk), "group");
    expect(answered).toEqual([]);
  });

  it("is another one after a few that were wrong; questions do not count", async () => {
    const desk = await begin({ file: "TELEGRAM_BOT_TOKEN=1:a\n" });
    const { say, answered, passedOn } = listening(desk);
    const code = await codeOf(desk);
    for (let i = 0; i < 9; i++) await say("/xephang thang 8");
    expect(await codeOf(desk)).toBe(code);
    for (let i = 0; i < 5; i++) await say("00000000");
    await say(code);
    expect(answered).toEqual([]);
    expect(passedOn).toHaveLength(15);
  });
});
