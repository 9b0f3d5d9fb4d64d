import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buttonsOf, startTelegramBot, type TelegramBot, wordsOf } from "#test/bot/program/telegram-bot.ts";
import { LETTERS, textOf } from "#test/services/documents/reading.ts";
import type { SayOptions } from "#test/support/fake-telegram/people.ts";
import type { FakeChat, FakeDocument, FakeMessage } from "#test/support/fake-telegram/world.ts";

let bot: TelegramBot;
beforeAll(async () => {
  bot = await startTelegramBot({ OPERATORS: "telegram:1000" });
});
afterAll(() => bot.close());

const SET = new URL("../../fixtures/documents/office-set/", import.meta.url);
const FILE = "docx/tienlu.docx";
const NOT_FETCHED = "Chưa tải được tệp này. Anh/chị gửi lại tệp, hoặc dán nội dung văn bản.";

const uploaded = (path = FILE): FakeDocument =>
  bot.fake.upload(path.replace(/^.*\//u, ""), readFileSync(new URL(path, SET)));

const send = (chat: FakeChat, document: FakeDocument, options: SayOptions = {}): Promise<FakeMessage> =>
  bot.ask(chat, "", { ...options, extra: { document, ...options.extra } });

describe("a file sent by who may take papers in", () => {
  it("is read, shown, confirmed, and then answers questions; sent again it changes nothing", async () => {
    const chat = bot.fake.privateChat();
    const preview = await send(chat, uploaded());
    expect(wordsOf(preview)).toMatch(/^Tệp: tienlu\.docx\nUBND huyện Tiên Lữ/u);
    expect(wordsOf(preview)).toContain("Huyện Tiên Lữ, tháng 8/2024: 15 đơn vị, 4 chỉ số");
    expect(buttonsOf(preview).map(({ text }) => text)).toEqual(["Nhập", "Xem từng dòng", "Bỏ"]);
    expect(wordsOf(await bot.press(preview, "Nhập"))).toMatch(/^Đã lưu: huyện Tiên Lữ, tháng 8\/2024/u);
    expect(wordsOf(await bot.ask(chat, "/xephang thang 8/2024"))).toContain("Thủ Sỹ 89,63");
    const again = await send(chat, uploaded());
    expect(wordsOf(again)).toContain("Không có gì mới");
    expect(buttonsOf(again)).toEqual([]);
  });

  it("is taken with words under it, by a command under it, and in reply to one", async () => {
    const chat = bot.fake.privateChat();
    const described = await send(chat, uploaded("docx/hue.docx"), { extra: { caption: "công văn tháng 9" } });
    expect(wordsOf(described)).toMatch(/^Tệp: hue\.docx\n/u);
    const forward_origin = { type: "hidden_user", sender_user_name: "Văn thư", date: 1 } as const;
    const forwarded = await send(chat, uploaded("docx/hue.docx"), { extra: { forward_origin } });
    expect(wordsOf(forwarded)).toMatch(/^Tệp: hue\.docx\n/u);
    const ordered = await send(chat, uploaded("docx/hue.docx"), { extra: { caption: "/nhap gấp" } });
    expect(wordsOf(ordered)).toMatch(/^Tệp: hue\.docx\nChưa dùng: “gấp”\.\n/u);
    const group = bot.fake.group();
    await bot.expectSilence(group, "", { extra: { document: uploaded("docx/hue.docx") } });
    const lying = bot.fake.messages(group).find(({ document }) => document) ?? expect.fail("no file");
    expect(wordsOf(await bot.ask(group, "/nhap", { replyTo: lying }))).toMatch(/^Tệp: hue\.docx\n/u);
  });

  it("comes with others: each is read in turn; in a group one is said to be alone", async () => {
    const chat = bot.fake.privateChat();
    const before = bot.fake.sent(chat).length;
    const names = ["docx/hue.docx", "office/tricky.xlsx", "hostile/trunc.docx"];
    for (const name of names)
      bot.fake.say(chat, "", { extra: { document: uploaded(name), media_group_id: "21" } });
    await bot.fake.until(() => bot.fake.sent(chat)[before + 2]);
    expect(bot.fake.sent(chat).slice(before).map(wordsOf)).toEqual([
      expect.stringMatching(/^Tệp: hue\.docx\n/u),
      expect.stringMatching(/^Tệp: tricky\.xlsx\n/u),
      expect.stringMatching(/^Tệp bị hỏng hoặc tải lên chưa đủ/u),
    ]);
    const extra = { media_group_id: "22", caption: "/nhap" };
    const alone = await send(bot.fake.group(), uploaded("docx/hue.docx"), { extra });
    expect(wordsOf(alone)).toMatch(/trả lời từng tệp còn lại bằng \/nhap\.$/u);
  });

  it("leaves alone what is being pasted, also when it is refused", async () => {
    const chat = bot.fake.privateChat();
    const letter = textOf(LETTERS.tienThang);
    await bot.ask(chat, "/nhap");
    await bot.ask(chat, letter.slice(0, 900));
    const beside = wordsOf(await send(chat, uploaded("docx/hue.docx")));
    expect(beside).toMatch(/Phần đang dán \(1 phần\) vẫn giữ nguyên\.$/u);
    expect(wordsOf(await send(chat, { file_id: "BQACgone" }))).toBe(NOT_FETCHED);
    expect(wordsOf(await bot.ask(chat, letter.slice(900)))).toMatch(/^Đã nhận 2 phần/u);
    expect(wordsOf(await bot.ask(chat, "xong"))).toContain("xã Tiến Thắng");
    await bot.ask(chat, "/nhap");
    await send(chat, uploaded("docx/hue.docx"));
    expect(wordsOf(await bot.ask(chat, "xong"))).not.toMatch(/^Đã nhận/u);
  });

  it("leaves another command half-typed, also when it is refused", async () => {
    const chat = bot.fake.privateChat();
    await bot.ask(chat, "/kiemtra");
    expect(wordsOf(await send(chat, { file_id: "BQACgone" }))).toBe(NOT_FETCHED);
    expect(wordsOf(await bot.ask(chat, "7KQ2"))).toContain("7KQ2");
  });

  it("is not fetched at all when Telegram says that it is too large", async () => {
    const before = bot.fake.callsOf("getFile").length;
    const document = { file_id: "BQAClarge", file_name: "quet.pdf", file_size: 21 * 1024 * 1024 };
    const said = wordsOf(await send(bot.fake.privateChat(), document));
    expect(said).toBe("Tệp lớn hơn 20 MB. Anh/chị tách nhỏ hoặc gửi bản văn bản.");
    expect(bot.fake.callsOf("getFile")).toHaveLength(before);
  });
});

describe("files sent by others", () => {
  it("are declined as ever, once for all that came at once, and not fetched", async () => {
    const from = bot.fake.person("Lê Văn Cường");
    const chat = bot.fake.privateChat(from);
    const before = bot.fake.callsOf("getFile").length;
    const extra = { document: uploaded(), media_group_id: "31" };
    expect(wordsOf(await bot.ask(chat, "", { from, extra }))).toMatch(
      /^Ở đây bot chỉ đọc được tin bằng chữ/u,
    );
    await bot.expectSilence(chat, "", { from, extra: { ...extra, document: uploaded("docx/hue.docx") } });
    const asked = await bot.ask(chat, "", { from, extra: { document: uploaded(), caption: "/nhap" } });
    expect(wordsOf(asked)).toMatch(/^Lệnh này dành cho/u);
    expect(bot.fake.callsOf("getFile")).toHaveLength(before);
  });
});
