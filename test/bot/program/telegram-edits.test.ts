import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTelegramBot, type TelegramBot, wordsOf } from "#test/bot/program/telegram-bot.ts";
import type { FakeMessage } from "#test/support/fake-telegram/world.ts";

let bot: TelegramBot;
beforeAll(async () => {
  bot = await startTelegramBot({ OPERATORS: "telegram:1000" });
});
afterAll(() => bot.close());

const lastSaid = (message: FakeMessage): FakeMessage =>
  bot.fake.messages(message.chat).findLast(({ from }) => from?.id !== bot.fake.world.me.id) ?? message;

describe("an edited message", () => {
  it("is answered anew in the place of its answer, and once more when it is edited again", async () => {
    const { fake } = bot;
    const chat = fake.group();
    expect(wordsOf(await bot.ask(chat, "@Bot766_bot /xephan"))).toMatch(/^Chưa có lệnh/u);
    const question = fake.messages(chat)[0] ?? expect.fail("nothing was said");
    fake.edit(question, "@Bot766_bot /nguon");
    await fake.until(() => wordsOf(fake.sent(chat)[0] ?? question).startsWith("Nguồn số liệu"));
    fake.edit(lastSaid(question), "@Bot766_bot /diaban");
    await fake.until(() => wordsOf(fake.sent(chat)[0] ?? question).includes("huyện Tiên Lữ"));
    expect(fake.sent(chat)).toHaveLength(1);
  });

  it("asks nothing again when only a preview was added, or when people talk among each other", async () => {
    const { fake } = bot;
    const chat = fake.group();
    const first = await bot.ask(chat, "/nguon");
    fake.edit(fake.messages(chat)[0] ?? first);
    const talk = fake.say(chat, "họp lúc 8h");
    fake.edit(talk, "họp lúc 9h");
    await bot.expectSilence(chat, "vâng");
    expect(fake.sent(chat)[0]).toEqual(first);
  });

  it("takes the place of the part of a document that it is, and is no second one", async () => {
    const { fake } = bot;
    const chat = fake.privateChat();
    await bot.ask(chat, "/nhap");
    await bot.ask(chat, "Kết quả tháng 9/2024: 87,57 điểm");
    const part = fake.messages(chat).findLast(({ text }) => text?.startsWith("Kết quả"));
    fake.edit(part ?? expect.fail("nothing was said"), "Kết quả tháng 9/2024: 88,57 điểm");
    await fake.until(() => wordsOf(fake.sent(chat)[1] ?? expect.fail()).startsWith("Đã thay phần 1/1"));
    expect(wordsOf(await bot.ask(chat, "Phần hai"))).toMatch(/2 phần/u);
  });
});
