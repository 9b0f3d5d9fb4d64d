import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

const inGroup = (chat: string, isChatAdmin = true) => ({ chat, chatKind: "group", isChatAdmin }) as const;

describe("subscribing", () => {
  it("to the home scope's months, in words with or without accents", async () => {
    for (const [i, typed] of [
      "/dangky kết quả tháng",
      "/dang ky ket qua hang thang",
      "đăng ký kết quả",
    ].entries()) {
      const answer = await bot.answer(typed, { chat: `test:home${i}` });
      expect(answer).toContain("Đã đăng ký nhận kết quả tháng của huyện Tiên Lữ.");
    }
  });

  it("to another area's", async () => {
    const chat = "test:other";
    expect(await bot.answer("/dangky kết quả tháng tỉnh Gia Lai", { chat })).toContain("của tỉnh Gia Lai");
    expect(await bot.answer("/dangky Tiên Lữ", { chat })).toContain("của huyện Tiên Lữ");
    const mine = await bot.answer("/dangkycuatoi", { chat });
    expect(mine).toContain("– Tỉnh Gia Lai: kết quả tháng (từ 21/11/2026)");
    expect(mine).toContain("Huyện Tiên Lữ");
  });

  it("twice changes nothing and says so", async () => {
    await bot.say("/dangky kết quả tháng", { chat: "test:twice" });
    expect(await bot.answer("/dangky kết quả tháng", { chat: "test:twice" })).toContain("từ trước");
    expect(await bot.app.services.subscriptions.ofChat("test:twice")).toHaveLength(1);
  });

  it("to nothing named asks, and the offered button subscribes", async () => {
    const asked = await bot.say("/dangky", { chat: "test:ask" });
    const [offered] = asked?.actions.flat() ?? [];
    expect(offered?.label).toBe("Kết quả tháng huyện Tiên Lữ");
    expect(await bot.answer(offered?.command ?? "", { chat: "test:ask" })).toContain("Đã đăng ký");
  });

  it("to a commune is declined with what to type instead", async () => {
    const reply = await bot.say("/dangky kết quả tháng xã Cương Chính", { chat: "test:commune" });
    expect(reply).toMatchObject({ refused: "no-children" });
  });

  it("to a name that several areas bear asks which, and each choice subscribes", async () => {
    const reply = await bot.say("/dangky kết quả tháng Tân Tiến", { chat: "test:several" });
    expect(reply?.refused).toBe("ambiguous");
    for (const { command } of reply?.actions.flat() ?? [])
      expect(command).toMatch(/^\/dangky kết quả tháng /u);
  });
});

describe("a group's subscriptions", () => {
  it("are for its admins to make and end; anybody may see them", async () => {
    const chat = "test:group";
    expect(await bot.say("/dangky kết quả tháng", inGroup(chat, false))).toMatchObject({
      refused: "chat-admin-only",
    });
    expect(await bot.app.services.subscriptions.ofChat(chat)).toEqual([]);
    expect(await bot.answer("/dangky kết quả tháng", inGroup(chat))).toContain("Đã đăng ký");
    expect(await bot.answer("/dangkycuatoi", inGroup(chat, false))).toContain("Huyện Tiên Lữ");
    expect(await bot.say("/huydangky", inGroup(chat, false))).toMatchObject({ refused: "chat-admin-only" });
    expect(await bot.answer("/huydangky", inGroup(chat))).toContain("Đã thôi nhận");
    expect(await bot.answer("/dangkycuatoi", inGroup(chat, false))).toContain("chưa đăng ký nhận tin nào");
  });
});

describe("ending subscriptions", () => {
  it("asks which when there are several, and ends the one pressed", async () => {
    const chat = "test:end";
    await bot.say("/dangky kết quả tháng", { chat });
    await bot.say("/dangky kết quả tháng tỉnh Gia Lai", { chat });
    const asked = await bot.say("/huydangky", { chat });
    expect(asked?.text.text).toBe("Anh/chị thôi nhận tin nào?");
    const [first] = asked?.actions.flat() ?? [];
    await bot.say(first?.command ?? "", { chat });
    expect(await bot.app.services.subscriptions.ofChat(chat)).toHaveLength(1);
  });

  it("ends all of them, and says when there is nothing to end", async () => {
    const chat = "test:all";
    await bot.say("/dangky kết quả tháng", { chat });
    await bot.say("/dangky kết quả tháng tỉnh Gia Lai", { chat });
    expect(await bot.answer("/huydangky tỉnh Phú Thọ", { chat })).toContain(
      "chưa đăng ký nhận tin nào của tỉnh Phú Thọ",
    );
    expect(await bot.answer("/huydangky tất cả", { chat })).toMatch(/Tiên Lữ.*Gia Lai|Gia Lai.*Tiên Lữ/u);
    expect(await bot.answer("/huydangky", { chat })).toContain("chưa đăng ký");
  });
});
