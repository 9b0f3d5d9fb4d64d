import { describe, expect, it } from "vitest";
import { createClient } from "#bot/channels/zalo/client.ts";
import { startZaloBot } from "#test/bot/program/zalo-bot.ts";
import { startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import { type Ended, runEntry, runProgram, startProgram } from "#test/support/program.ts";

const SECRET = "a-secret_of-16-or-more";

const zalo = (command: string, env: Readonly<Record<string, string>>): Promise<Ended> =>
  runEntry("bot/zalo.ts", command.split(" "), env);

describe("npm run zalo", () => {
  it("sets the webhook at which the running bot listens", async () => {
    const { fake, address, ask, close } = await startZaloBot({
      ZALO_MODE: "webhook",
      WEBHOOK_SECRET: SECRET,
    });
    try {
      const { stdout, code } = await zalo("webhook set", {
        ZALO_BOT_TOKEN: fake.token,
        ZALO_API_ROOT: fake.apiRoot,
        ZALO_MODE: "webhook",
        PUBLIC_BASE_URL: address,
        WEBHOOK_SECRET: SECRET,
      });
      expect(stdout).toBe("Zalo đã ghi nhận webhook.\nZalo gọi thử: bot trả lời đúng.\n");
      expect(code).toBe(0);
      expect((await ask(fake.privateChat(), "/nguon")).text).toContain("Nguồn số liệu");
    } finally {
      await close();
    }
  });

  it("removes one where a bot that shall poll asks for it", async () => {
    const fake = await startFakeZalo();
    await createClient(fake).setWebhook("http://127.0.0.1:9/x", SECRET);
    const polling = { ZALO_BOT_TOKEN: fake.token, ZALO_API_ROOT: fake.apiRoot };
    const refused = await runProgram(polling);
    expect(refused.stderr).toMatch(/^Bot Zalo đang đặt webhook .* npm run zalo -- webhook delete/mu);
    expect(refused.code).toBe(1);

    expect((await zalo("webhook delete", polling)).code).toBe(0);
    const bot = await startProgram(polling);
    expect(bot.stdout()).toContain("Kênh đang chạy: Zalo");
    expect((await bot.stop()).code).toBe(0);
    await fake.close();
  });

  it("asks for a token first", async () => {
    const { stderr, code } = await zalo("me", {});
    expect(stderr).toMatch(/^Chưa có ZALO_BOT_TOKEN\./u);
    expect(code).toBe(1);
  });
});
