import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

async function pressed(question: string, label: string): Promise<string> {
  const action = (await bot.say(question))?.actions.flat().find((one) => one.label === label);
  if (!action) throw new Error(`no button ${label} under ${question}`);
  return action.command;
}

describe("a ranking in words", () => {
  it.each(["/xephang Phú Thọ t8/2026", "/xephang tiến độ 2026 cả nước", "/xephang sở Gia Lai t2/2026"])(
    "of %s is one press from the picture, and the picture from it",
    async (question) => {
      const inWords = await pressed(question, "Bảng chữ");
      const back = await pressed(inWords, "Xem hình");
      const [drawn, again] = [await bot.say(question), await bot.say(back)];
      expect(drawn?.picture).toBeDefined();
      expect(again?.picture?.key).toBe(drawn?.picture?.key);
    },
  );
});
