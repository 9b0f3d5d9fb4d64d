import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CliOptions, runCli, type Said } from "#bot/channels/zalo/cli.ts";
import { createClient } from "#bot/channels/zalo/client.ts";
import { en } from "#locales/en.ts";
import { vi } from "#locales/vi.ts";
import { clientAnswered } from "#test/bot/channels/zalo/canned.ts";
import { type FakeZalo, startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import { QUOTA_EXCEEDED } from "#test/support/fake-zalo/faults.ts";

const NOBODY = { url: "http://127.0.0.1:9/zalo/path", secret: "a-secret_of-16-or-more" };

let fake: FakeZalo;
beforeEach(async () => {
  fake = await startFakeZalo();
});
afterEach(() => fake.close());

function zalo(command: string, options: Partial<CliOptions> = {}): Promise<Said> {
  const base = { client: createClient(fake), target: NOBODY, polls: false, words: vi.zalo };
  return runCli(command.split(" "), { ...base, ...options });
}

describe("npm run zalo", () => {
  it.each(["me", "webhook me"])(
    "%s tells who the bot is, and whether it may join groups",
    async (command) => {
      expect(await zalo(command)).toEqual({
        lines: ["Bot: Bot 766 Tiên Lữ\nTài khoản: bot.VDKyGxQvc\nMã: 1459232241454765289\nVào nhóm: được"],
        ok: true,
      });
      fake.world.me.can_join_groups = false;
      expect((await zalo(command)).lines[0]).toContain("chưa được Zalo mở");
    },
  );

  it("says why Zalo does not get through, though Zalo keeps the address", async () => {
    const { lines, ok } = await zalo("webhook set");
    expect(lines[0]).toBe("Zalo đã ghi nhận webhook.");
    expect(lines[1]).toMatch(/^Zalo gọi thử: không được, không kết nối được.*\(webhook\.err\.conn\)$/u);
    expect(ok).toBe(false);
    expect(fake.updates.webhookInfo().url).toBe(NOBODY.url);
  });

  it.each([
    ["webhook-set", "bot trả lời đúng, sau 214 ms", true],
    ["webhook-set-unverified", "tường lửa hoặc proxy chặn Zalo (403)", false],
    ["webhook-set-2025", "Zalo không cho biết kết quả gọi thử", true],
  ])("reads what Zalo says when it is set: %s", async (answer, words, ok) => {
    const said = await zalo("webhook set", { client: clientAnswered(answer) });
    expect(said.lines[1]).toContain(words);
    expect(said.ok).toBe(ok);
  });

  it("tells whose address is set, without its secret path", async () => {
    expect((await zalo("webhook info")).lines).toEqual(["Bot Zalo chưa đặt webhook."]);
    await zalo("webhook set");
    expect((await zalo("webhook info")).lines).toEqual(["Webhook đang dẫn tới PUBLIC_BASE_URL của bot này."]);
    const elsewhere = await zalo("webhook info", { target: { ...NOBODY, url: "https://bot.vn/zalo/x" } });
    expect(elsewhere.lines).toEqual(["Webhook đang dẫn tới nơi khác: 127.0.0.1:9"]);
    expect((await zalo("webhook delete")).lines[0]).toContain("Đã gỡ webhook");
    expect((await zalo("webhook info")).lines).toEqual(["Bot Zalo chưa đặt webhook."]);
  });

  it("warns who sets a webhook while the bot still polls", async () => {
    expect((await zalo("webhook set", { polls: true })).lines[2]).toContain("đặt ZALO_MODE=webhook");
    expect((await zalo("webhook info", { polls: true })).lines[1]).toContain("đặt ZALO_MODE=webhook");
  });

  it("tests, as often as Zalo does in a day", async () => {
    expect((await zalo("webhook test")).lines).toEqual(["Bot Zalo chưa đặt webhook."]);
    await zalo("webhook set");
    expect((await zalo("webhook test")).lines[0]).toContain("không kết nối được");
    fake.manners.tests = 0;
    expect((await zalo("webhook test")).lines[0]).toContain("hết lượt gọi thử");
  });

  it.each([
    ["webhook set", { target: null }, "PUBLIC_BASE_URL và WEBHOOK_SECRET"],
    ["webhook", {}, "Cách dùng: npm run zalo"],
    ["webhook drop", {}, "Cách dùng: npm run zalo"],
    ["constructor", {}, "Cách dùng: npm run zalo"],
  ])("%s with %j is answered by how it goes", async (command, options, sentence) => {
    const { lines, ok } = await zalo(command, options);
    expect(lines).toEqual([expect.stringContaining(sentence)]);
    expect(ok).toBe(false);
  });

  it("says what is wrong with one sentence, in the bot's language", async () => {
    const away = createClient({ token: fake.token, apiRoot: "http://127.0.0.1:9" });
    const stranger = createClient({ token: "1:wrong", apiRoot: fake.apiRoot });
    expect((await zalo("me", { client: away })).lines).toEqual([vi.zalo.failed.unreachable]);
    expect((await zalo("me", { client: stranger })).lines).toEqual([vi.zalo.failed.unauthorized]);
    expect((await zalo("me", { client: stranger, words: en.zalo })).lines).toEqual([
      en.zalo.failed.unauthorized,
    ]);
    fake.fail("getMe", QUOTA_EXCEEDED);
    expect((await zalo("me")).lines).toEqual([vi.zalo.failed["too-many"]]);
    fake.fail("getMe", { kind: "refuse", code: 400, description: "Bad request" });
    expect((await zalo("me")).lines).toEqual([vi.zalo.failed.refused]);
  });
});
