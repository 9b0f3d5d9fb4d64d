import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GOLDEN_QUESTIONS } from "#test/commands/golden-questions.ts";
import { type SayOptions, startBot, type TestBot } from "#test/support/start-bot.ts";
import { withoutTaken } from "#test/support/without-taken.ts";

let bot: TestBot;
let now = Date.parse("2026-11-21T08:00:00+07:00");
let chats = 0;
let here: SayOptions;
beforeAll(async () => {
  bot = await startBot({ clock: () => new Date(now) });
});
afterAll(() => bot.stop());
beforeEach(() => {
  here = { chat: `test:${chats++}` };
});

/** What a command answers to somebody who has asked nothing before. */
const fresh = (command: string) => bot.answer(command, { chat: `test:${chats++}` });

async function afterwards(first: string, ...then: readonly string[]): Promise<string> {
  await bot.answer(first, here);
  let said = "";
  for (const sentence of then) said = await bot.answer(sentence, here);
  return withoutTaken(said) ?? "";
}

describe("a question that goes on from the one before", () => {
  it.each([
    ["/xephang 8/2024", "thế còn tháng trước?", "/xephang 7/2024"],
    ["/xephang 8/2024", "tháng trước nữa", "/xephang 6/2024"],
    ["/xephang 8/2024", "tháng sau thì sao", "/xephang 9/2024"],
    ["/xephang 8/2024", "còn cùng kỳ năm ngoái?", "/xephang 8/2023"],
    ["/xephang Gia Lai", "còn thanh toán thì sao", "/xephang thanh toán Gia Lai 2026"],
    ["/xephang Gia Lai", "tháng 2", "/xephang tháng 2 Gia Lai"],
    ["/xephang Gia Lai 2/2026", "còn các sở?", "/xephang sở Gia Lai 2/2026"],
    ["/xephang Gia Lai 2/2026", "top 3", "/xephang top 3 Gia Lai 2/2026"],
    ["/xephang đúng hạn", "còn dưới 95%?", "/xephang đúng hạn dưới 95%"],
    ["/xephang 2/2026 Gia Lai", "thế cả Phú Thọ?", "/xephang 2/2026 tỉnh Phú Thọ"],
    ["/xa Cương Chính", "còn Thủ Sỹ?", "/xa Thủ Sỹ 8/2024"],
    ["/xuhuong Cương Chính", "top 3", "/xephang top 3 8/2024"],
    ["/xa tỉnh Gia Lai 2/2026", "cuối 3", "/xephang cuối 3 Gia Lai 2/2026"],
    ["/tonghop Gia Lai 2/2026", "các sở", "/xephang sở Gia Lai 2/2026"],
    ["/xephang Gia Lai 2/2026", "vì sao?", "/visao tỉnh Gia Lai 2/2026"],
    ["/sosanh", "Thủ Sỹ, Lệ Xá", "/sosanh Thủ Sỹ, Lệ Xá"],
    ["so sánh Thủ Sỹ", "Lệ Xá", "/sosanh Thủ Sỹ, Lệ Xá"],
    ["/xuhuong", "Cương Chính", "/xuhuong Cương Chính"],
    ["/xa", "tháng 8 xã nào thấp nhất?", "/xephang thấp nhất tháng 8"],
    ["/tonghop Gia Lai 2/2026", "còn các sở?", "/xephang sở Gia Lai 2/2026"],
    ["/xa Cương Chính", "đúng hạn thì sao", "/xa Cương Chính đúng hạn 8/2024"],
    ["/xa Cương Chính", "tháng 7", "/xa Cương Chính 7/2024"],
    ["/xephang 8/2024", "quý 2", "/xephang 2024-Q2"],
    ["/xephang 8/2024", "7", "/xephang 7/2024"],
    ["/xephang 8/2024", "còn Cương Chính tháng 7?", "/xa Cương Chính 7/2024"],
    ["/xephang 8/2024", "còn Gia Lai tháng 2?", "/xephang Gia Lai 2/2026"],
    ["/xephang 8/2024", "so với tháng 7", "/sosanh huyện Tiên Lữ 8/2024 với 7/2024"],
    ["/xa Cương Chính 8/2024", "so với tháng 7", "/sosanh Cương Chính 8/2024 với 7/2024"],
    ["/xephang 8/2024", "ai tiến bộ nhất so với tháng 7", "/xephang 8/2024 tăng nhiều nhất"],
    ["/xephang đúng hạn 8/2024", "chưa đạt", "/xephang đúng hạn 8/2024 dưới chỉ tiêu"],
    ["/xephang Phú Thọ 8/2026", "theo nhóm hồ sơ", "/xephang Phú Thọ 8/2026 theo nhóm hồ sơ"],
    [
      "/xephang Phú Thọ 8/2026 theo nhóm hồ sơ",
      "xem tiếp",
      "/xephang Phú Thọ 8/2026 theo nhóm hồ sơ trang 2",
    ],
    ["/xuhuong Cương Chính", "12 tháng", "/xuhuong Cương Chính 12 kỳ"],
    ["/tonghop Gia Lai", "tháng 2", "/tonghop tháng 2 Gia Lai"],
    ["/nguon Gia Lai 2026", "thế tháng 2?", "/nguon tháng 2 Gia Lai"],
    ["/xephang Gia Lai 2/2026", "gửi file excel", "/xuat Gia Lai 2/2026"],
    ["/xa Cương Chính", "xuất excel cho anh", "/xuat 8/2024"],
    // Of the list shown, its period and its indicator, unless another is named.
    ["/xephang Gia Lai 2/2026", "xã nào thấp nhất?", "/xephang thấp nhất Gia Lai 2/2026"],
    ["/tonghop Gia Lai", "5 xã cuối bảng", "/xephang cuối 5 Gia Lai 2026"],
    ["/xephang Phú Thọ 8/2026", "xã nào dưới 14 điểm", "/xephang dưới 14 điểm Phú Thọ 8/2026"],
    ["/xephang đúng hạn", "xã nào dưới 95%", "/xephang đúng hạn dưới 95%"],
    ["/xephang đúng hạn", "xã nào dưới 85 điểm", "/xephang dưới 85 điểm"],
    ["/xephang đúng hạn", "đơn vị nào xếp loại tốt", "/xephang loại tốt"],
    ["/xephang cả nước", "ai thấp nhất", "/xephang thấp nhất cả nước"],
    ["/xephang cả nước", "xã nào thấp nhất", "/xephang thấp nhất"],
    ["/bando số hóa cả nước", "tỉnh nào cao nhất", "/xephang số hóa cao nhất cả nước"],
    ["/xephang Gia Lai 2/2026", "huyện mình xã nào thấp nhất", "/xephang thấp nhất"],
    // Whom the answer named.
    ["/xephang thấp nhất", "vì sao?", "/visao Cương Chính 8/2024"],
    ["/xephang giảm nhiều nhất", "vì sao vậy", "/visao Cương Chính 8/2024"],
    ["/xephang cao nhất", "xã này xu hướng thế nào", "/xuhuong Thủ Sỹ"],
    ["/sosanh Thủ Sỹ, Lệ Xá", "so sánh hai xã này", "/sosanh Thủ Sỹ, Lệ Xá"],
    ["/xa Lệ Xá", "vì sao xã đó thấp", "/visao Lệ Xá 8/2024"],
    // A refusal leaves the question: another month is asked of the same.
    ["/xephang 3/1999", "tháng 8", "/xephang 8/2024"],
    ["/xephang Gia Lai 3/1999", "tháng 2", "/xephang 2/2026 Gia Lai"],
    ["/xa Cương Chính 3/1999", "tháng 8", "/xa Cương Chính 8/2024"],
    ["/visao Cương Chính 3/2024", "tháng 8", "/visao Cương Chính 8/2024"],
    ["/nhiemvu Hậu Giang", "còn Tứ Kỳ", "/nhiemvu huyện Tứ Kỳ"],
    ["/canhbao", "của Cương Chính", "/canhbao Cương Chính"],
    ["/xuhuong Cương Chính theo hạng", "12 tháng", "/xuhuong Cương Chính theo hạng 12 tháng"],
  ])("after %s, %s is %s", async (first, then, command) => {
    expect(await afterwards(first, then)).toBe(await fresh(command));
  });

  it("steps on from what was answered last", async () => {
    const said = await afterwards("/xephang Gia Lai 2/2026", "còn Pleiku?", "đúng hạn thì sao");
    expect(said).toBe(await fresh("/xa phường Pleiku 2/2026 đúng hạn"));
  });

  it("stands for itself where it comes from somebody else or too late", async () => {
    await bot.say("/xa Cương Chính", here);
    expect(await bot.answer("tháng 8", { ...here, from: "test:else" })).toMatch(/^Tổng hợp tháng 8\/2024/u);
    now += 10 * 60_000;
    expect(await bot.answer("tháng 8", here)).toMatch(/^Tổng hợp tháng 8\/2024/u);
  });

  it("heard twice is answered the same", async () => {
    await bot.say("/xephang 9/2026 Phú Thọ", here);
    await bot.say("/xephang 8/2026 Phú Thọ", here);
    const once = await bot.answer("tháng trước nữa", { ...here, id: "again" });
    expect(await bot.answer("tháng trước nữa", { ...here, id: "again" })).toBe(once);
  });
});

describe("the list shown last", () => {
  it("turns its pages by words", async () => {
    const second = await fresh("/xephang Gia Lai 2/2026 trang 2");
    await bot.say("/xephang Gia Lai 2/2026", here);
    const asked = await bot.say("xem tiếp", here);
    expect(asked?.text.text).toBe(second);
    expect(asked?.actions.flat().map(({ label }) => label)).toContain("‹ Trang 1/6");
    expect(asked?.picture?.alt).not.toBe((await bot.say("trang sau", here))?.picture?.alt);
    const back = await bot.say("trang trước", here);
    expect(back?.picture?.alt).toBe(asked?.picture?.alt);
  });

  it("says so at its end, and where there is none", async () => {
    await bot.say("/xephang Gia Lai 2/2026 trang 6", here);
    expect(await bot.say("xem tiếp", here)).toMatchObject({ refused: "no-more-pages" });
    await bot.say("/xa Cương Chính", here);
    expect(await bot.say("trang sau", here)).toMatchObject({ refused: "no-more-pages" });
  });
});

describe("every button", () => {
  const questions = Object.values(GOLDEN_QUESTIONS).flat();

  it.each(questions)(
    "under %s can be typed, with or without its slash and accents, or by its own words",
    async (question) => {
      const actions = (await bot.say(question, here))?.actions.flat() ?? [];
      for (const { label, command } of actions) {
        const pressed = await bot.say(command, { chat: `test:${chats++}` });
        const plain = command.replace(/^\//u, "");
        const isTitled = /^\/xa /u.test(command);
        const typed = await bot.say(isTitled ? command : plain, { chat: `test:${chats++}` });
        expect(withoutTaken(typed?.text.text), plain).toBe(pressed?.text.text);
        const bare = command
          .normalize("NFD")
          .replace(/[\u0300-\u036f]/gu, "")
          .replace(/đ/gu, "d")
          .replace(/Đ/gu, "D");
        expect((await bot.say(bare, { chat: `test:${chats++}` }))?.refused, bare).toBe(pressed?.refused);
        await bot.say(question, here);
        const said = await bot.say(label, here);
        if (!/^(?:nguồn|trợ giúp|tổng hợp|bảng xếp hạng|\/)/iu.test(label))
          expect(said?.text.text, label).toBe(pressed?.text.text);
      }
    },
  );
});
