import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setup as words } from "#locales/vi/setup.ts";
import { SendError } from "#services/send-error.ts";
import { type SetupTestDesk, startSetup } from "#test/bot/setup/desk.ts";
import { type FakeTelegram, startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import { type FakeZalo, startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";

const { troubles } = words.channel;
const WRONG_TELEGRAM = "7660001:AAnot-a-token-of-anybody-0123456789abc";

describe("what is wrong is said in a sentence, and nothing is written", () => {
  let telegram: FakeTelegram;
  let zalo: FakeZalo;
  let desk: SetupTestDesk;
  beforeAll(async () => {
    telegram = await startFakeTelegram();
    zalo = await startFakeZalo();
    desk = await startSetup({
      env: { TELEGRAM_API_ROOT: telegram.apiRoot, ZALO_API_ROOT: zalo.apiRoot, NO_PROXY: "localhost" },
      chats: [{ id: "telegram:1", name: "Lan", platform: "telegram", isGroup: false }],
      send: async () => {
        throw new SendError("no", { kind: "forget-chat" }, { reason: "blocked" });
      },
    });
  });
  afterAll(async () => {
    await desk.close();
    await telegram.close();
    await zalo.close();
  });

  it.each([
    ["office", { name: " " }, words.troubles.noOffice],
    ["zalo", { bot: "" }, troubles.empty("zalo")],
    ["zalo", { bot: "mã bot của tôi" }, troubles.shape("zalo")],
    ["zalo", { bot: "99999999:abc-xyz-wrong" }, troubles.refused("zalo")],
    ["telegram", { bot: "12345:short" }, troubles.shape("telegram")],
    ["telegram", { bot: WRONG_TELEGRAM }, troubles.refused("telegram")],
    ["trial", { chat: "telegram:2" }, words.troubles.noChat],
    ["trial", { chat: "telegram:1" }, words.trial.unsent.blocked],
    ["publishing", { portal: "ask", contact: "" }, "PORTAL_CONTACT: cần đặt khi PORTAL_SYNC là daily"],
    ["publishing", { portal: "ask", contact: "'`a" }, words.troubles.quotes],
    ["publishing", { approvers: "3" }, "APPROVERS: chỉ nhận 1, 2"],
    ["backup", { folder: "" }, words.backup.noFolder],
    ["backup", { folder: "/dev/null/backups" }, words.backup.unwritable],
    ["backup", { folder: "/tmp", at: "25:00" }, "BACKUP_AT: ghi giờ và phút"],
    ["network", { address: "http://bot.vidu.gov.vn" }, "PUBLIC_BASE_URL: phải là địa chỉ https://"],
    ["network", { proxy: "socks5://proxy:1" }, "HTTPS_PROXY: ghi http://"],
    ["network", { address: "http://127.0.0.1:1" }, words.network.troubles.noConnection],
  ])("%s %o", async (step, fields: Record<string, string>, sentence) => {
    const { status, body } = await desk.post(step, fields);
    expect(body.toString()).toContain(sentence);
    expect(status).toBe(422);
    expect(await desk.file()).toBe("");
    expect(desk.restarts()).toBe(0);
  });

  it("a platform that does not answer is told from one that refuses", async () => {
    zalo.fail("getMe", { kind: "drop", when: "before" });
    const { body } = await desk.post("zalo", { bot: zalo.token });
    expect(body.toString()).toContain(troubles.unreachable("zalo"));
    zalo.heal();
  });

  it("a token that was tried is never shown again, right or wrong", async () => {
    const wrong = await desk.post("telegram", { bot: WRONG_TELEGRAM });
    expect(wrong.body.toString()).not.toContain(WRONG_TELEGRAM);
  });

  it("a setting of the machine's own environment is left to it", async () => {
    const fixed = await startSetup({ env: { HOME_SCOPE: "huyện Tiên Lữ" } });
    const { body } = await fixed.post("office", { name: "tỉnh Bắc Ninh" });
    expect(body.toString()).toContain(words.troubles.byMachine);
    expect(await fixed.file()).toBe("");
    await fixed.close();
  });
});
