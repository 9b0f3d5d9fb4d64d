import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTelegramBot, type TelegramBot, wordsOf } from "#test/bot/program/telegram-bot.ts";
import type { FakeChat, FakeMessage } from "#test/support/fake-telegram/world.ts";

let bot: TelegramBot;
beforeAll(async () => {
  bot = await startTelegramBot({ OPERATORS: "telegram:1000" });
});
afterAll(() => bot.close());

const ONLY_WORDS = /^Ở đây bot chỉ đọc được tin bằng chữ, chưa nhận được tệp/u;

const reader = { id: 999, is_bot: false, first_name: "Lê Văn Cường" };

/** Each time somebody else's, who may take no papers in. */
const privateChat = () => bot.fake.privateChat(bot.fake.person(reader.first_name));

const document = { file_id: "BQAC1", file_name: "cong-van.docx" };
const photo = [{ file_id: "AgAC1", file_unique_id: "u1", width: 90, height: 90 }];

/** Sends something in a private chat, and reads the answer. */
async function answerTo(content: Partial<FakeMessage>, chat: FakeChat = privateChat()): Promise<string> {
  return wordsOf(await bot.ask(chat, "", { from: reader, extra: content }));
}

describe("something sent that is more than words", () => {
  it.each<readonly [string, Partial<FakeMessage>]>([
    ["a file", { document }],
    ["a picture", { photo }],
    ["a voice", { voice: { file_id: "AwAC1" } }],
    ["a video", { video: { file_id: "BAAC1" } }],
    ["an animation", { animation: { file_id: "CgAC1" }, document }],
    ["a sticker", { sticker: { file_id: "CAAC1" } }],
    ["a poll", { poll: { id: "1", question: "Họp lúc mấy giờ?" } }],
    ["a place", { venue: { title: "UBND", address: "Tiên Lữ" }, location: { latitude: 20, longitude: 106 } }],
    ["a person", { contact: { phone_number: "0", first_name: "An" } }],
    ["a die", { dice: { emoji: "🎲", value: 6 } }],
    ["a file with a caption", { document, caption: "công văn tháng 9" }],
    ["a picture with a question under it", { photo, caption: "xã nào thấp nhất?" }],
  ])("is told that only words are read: %s", async (_, content) => {
    expect(await answerTo(content)).toMatch(ONLY_WORDS);
  });

  it("is the command that its caption is", async () => {
    expect(await answerTo({ photo, caption: "/xephang thang 8" })).toMatch(/^Xếp hạng tháng 8/u);
    expect(await answerTo({ document, caption: "/nguon" })).toMatch(/^Nguồn số liệu/u);
  });

  it("is declined in a group where it is said to the bot, and is nobody's business else", async () => {
    const group = bot.fake.group();
    await bot.expectSilence(group, "", { extra: { document, caption: "công văn tháng 9" } });
    await bot.expectSilence(group, "", { extra: { poll: { id: "1", question: "Họp?" } } });
    const named = await bot.ask(group, "", {
      from: reader,
      extra: { document, caption: "@Bot766_bot công văn tháng 9" },
    });
    expect(wordsOf(named)).toMatch(ONLY_WORDS);
    const first = await bot.ask(group, "/nguon");
    const voice = { file_id: "AwAC1" };
    const inReply = await bot.ask(group, "", { from: reader, replyTo: first, extra: { voice } });
    expect(wordsOf(inReply)).toMatch(ONLY_WORDS);
  });

  it("ends no document that is being collected", async () => {
    const chat = bot.fake.privateChat();
    await bot.ask(chat, "/nhap");
    const declined = await bot.ask(chat, "", { extra: { voice: { file_id: "AwAC1" }, caption: "phần hai" } });
    expect(wordsOf(declined)).toMatch(
      /^Bot chưa đọc được tin thoại, video hay nhãn dán\. Nhập văn bản: anh\/chị gửi tệp/u,
    );
    expect(wordsOf(await bot.ask(chat, "Kết quả tháng 9/2024"))).toMatch(/^Đã nhận/u);
  });
});

describe("an album", () => {
  const pictures = (album: string, caption?: string): readonly Partial<FakeMessage>[] =>
    [1, 2, 3, 4, 5].map((place) => ({
      photo,
      media_group_id: album,
      ...(place === 1 && caption !== undefined && { caption }),
    }));

  it("gets one answer, and the next album its own", async () => {
    const chat = privateChat();
    for (const album of ["11", "12"])
      for (const extra of pictures(album)) bot.fake.say(chat, "", { from: reader, extra });
    await bot.ask(privateChat(), "/diaban");
    await bot.fake.until(() => bot.fake.sent(chat)[1]);
    await bot.expectSilence(chat, "", { from: reader, extra: { photo, media_group_id: "12" } });
    expect(bot.fake.sent(chat).map(wordsOf)).toEqual([
      expect.stringMatching(ONLY_WORDS),
      expect.stringMatching(ONLY_WORDS),
      expect.stringContaining("huyện Tiên Lữ"),
    ]);
  });

  it("is the command under its first picture", async () => {
    const chat = privateChat();
    for (const extra of pictures("13", "/nguon")) bot.fake.say(chat, "", { extra });
    await bot.fake.until(() => bot.fake.sent(chat)[0]);
    await bot.expectSilence(chat, "", { extra: { photo, media_group_id: "13" } });
    expect(wordsOf(bot.fake.sent(chat)[0] ?? expect.fail("no answer"))).toMatch(/^Nguồn số liệu/u);
  });
});

describe("who comes by a link", () => {
  it.each(["/start", "/start true", "/start eyJhIjoxfQ", "/start@Bot766_bot 8"])(
    "is greeted, whatever the link adds: %s",
    async (text) => {
      const greeting = wordsOf(await bot.ask(privateChat(), text));
      expect(greeting).toMatch(/huyện Tiên Lữ/u);
      expect(greeting).not.toContain("chưa hiểu");
      expect(wordsOf(await bot.ask(bot.fake.group(), text))).toMatch(/huyện Tiên Lữ/u);
    },
  );
});
