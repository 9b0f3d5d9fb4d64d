import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createInWords, type InWords } from "#commands/kit/in-words.ts";
import { vi } from "#locales/vi.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
let inWords: InWords;
beforeAll(async () => {
  bot = await startBot();
  inWords = createInWords(bot.app.services);
});
afterAll(() => bot.stop());

describe("a command in words", () => {
  it("says periods and indicators as people do", () => {
    expect(inWords("/xephang 2024-08 TDGQ top 5", vi)).toBe("/xephang tháng 8/2024 tiến độ top 5");
    expect(inWords("/xephang 2026 CLGQ cả nước", vi)).toBe("/xephang năm 2026 DVC trực tuyến cả nước");
    expect(inWords("/xephang 2024-08 undigitised-results", vi)).toBe("/xephang tháng 8/2024 chưa số hóa KQ");
    expect(inWords("/xa tỉnh Hậu Giang 2024-01..2024-10", vi)).toBe("/xa tỉnh Hậu Giang 10 tháng năm 2024");
    expect(inWords("/phatsong duyệt 17X3", vi)).toBe("/phatsong duyệt 17X3");
  });

  it("is none where nobody would type them", () => {
    expect(inWords("/xa #od332", vi)).toBeNull();
  });

  it("is answered as the command itself", async () => {
    const asked = [
      "/xephang",
      "/xephang 2026 cả nước",
      "/xa Tứ Kỳ",
      "/tinh Hậu Giang 2022",
      "/tonghop Gia Lai t2/2026",
    ];
    let said = 0;
    for (const question of asked) {
      for (const { command } of (await bot.say(question))?.actions.flat() ?? []) {
        const words = inWords(command, vi);
        if (words === null || words === command) continue;
        expect(await bot.answer(words), words).toBe(await bot.answer(command));
        said += 1;
      }
    }
    expect(said).toBeGreaterThan(15);
  });
});
