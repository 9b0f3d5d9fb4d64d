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

  it.each(["/xephang bảng chữ", "bảng chữ", "/xephang tháng 8 cả bảng"])(
    "comes for the button's own words too: %s",
    async (typed) => {
      const answer = await bot.answer(typed);
      expect(answer).toContain("Tất cả 15 đơn vị");
      expect(answer).toContain("15. Cương Chính 83,28");
    },
  );
});

describe("several indicators at once", () => {
  it("show the district's own figure of one that its communes lack", async () => {
    const answer = await bot.answer("/xephang đúng hạn, thanh toán");
    expect(answer).toContain("Cuối bảng: Cương Chính 82,71%");
    expect(answer).toContain(
      "Chưa có tỷ lệ thanh toán trực tuyến của từng đơn vị tháng 8/2024; đây là số của huyện Tiên Lữ.",
    );
    expect(answer).toContain("Tỷ lệ thanh toán trực tuyến: 72,67%");
  });

  it("name one that nobody has", async () => {
    expect(await bot.answer("/xephang đúng hạn, hài lòng")).toMatch(/không có .*hài lòng/u);
  });
});

describe("who misses a target that no document sets", () => {
  it("is told by the level of the alert, never that nobody does", async () => {
    const answer = await bot.answer("/xephang đúng hạn dưới chỉ tiêu");
    expect(answer).toContain("Chưa có chỉ tiêu nào từ văn bản");
    expect(answer).toContain("2/15 đơn vị dưới 95%");
  });

  it("is no question of an indicator without a level", async () => {
    expect(await bot.say("/xephang tổng điểm dưới chỉ tiêu")).toMatchObject({ refused: "no-targets" });
  });

  it("names what was asked for too and has no target", async () => {
    const answer = await bot.answer("/xephang dưới chỉ tiêu đúng hạn, số hóa");
    expect(answer).toMatch(/Không có chỉ tiêu nào cho .*số hóa/u);
  });
});
