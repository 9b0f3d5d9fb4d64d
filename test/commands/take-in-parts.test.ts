import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LETTERS, textOf } from "#test/services/documents/reading.ts";
import { cut, kept, labels, owed, press } from "#test/support/intake-desk.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const EDITOR = { as: "editor" } as const;

let bot: TestBot;
beforeEach(async () => {
  bot = await startBot({ empty: true, homeScope: "huyện Tiên Lữ" });
});
afterEach(() => bot.stop());

describe("a letter pasted in several messages", () => {
  it("is collected until it is done, each part counted", async () => {
    const asked = owed(await bot.say("/nhap", EDITOR));
    expect(asked).toMatchObject({ actions: [], expects: "/nhap" });
    expect(asked.text.text).toBe(
      "Nhập văn bản. Anh/chị dán nội dung vào đây, văn bản dài thì dán làm nhiều tin. Dán xong, gõ “xong”; muốn dừng, gõ “thôi”.",
    );
    const parts = cut(textOf(LETTERS.tienLu), 1_800);
    const said: string[] = [];
    for (const part of parts) said.push((await bot.say(part, EDITOR))?.text.text ?? "");
    expect(said[0]).toMatch(/^Đã nhận 1 phần \([\d.]+ ký tự\)\. Dán tiếp, hoặc chọn Xem kết quả đọc\.$/u);
    expect(said.at(-1)).toMatch(new RegExp(`^Đã nhận ${parts.length} phần \\(\\d\\.\\d{3} ký tự\\)`, "u"));
    const read = owed(await bot.say("Xong", EDITOR));
    expect(read.text.text).toContain("36 số mới");
    expect(read.expects).toBeUndefined();
    expect(await kept(bot, "intake/drafts/")).toEqual([]);
  });

  it.each(Object.values(LETTERS))("says the same however it was cut: %s", async (letter) => {
    const whole = owed(await bot.say(`/nhap ${textOf(letter)}`, EDITOR));
    for (const most of [1_800, 3_900]) {
      await bot.say("/nhap", EDITOR);
      for (const part of cut(textOf(letter), most)) await bot.say(part, EDITOR);
      expect((await bot.say("đọc", EDITOR))?.text.text).toBe(whole.text.text);
    }
  });

  it("goes on by itself when an app cut it after the command", async () => {
    const [first = "", ...others] = cut(textOf(LETTERS.hauGiang), 4_090);
    const got = owed(await bot.say(`/nhap ${first}`, { ...EDITOR, mayGoOn: true }));
    expect([labels(got), got.expects]).toEqual([["Xem kết quả đọc", "Bỏ"], "/nhap"]);
    for (const part of others) await bot.say(part, EDITOR);
    const read = await press(bot, got, "Xem kết quả đọc", EDITOR);
    expect(read.text.text).toContain("tỉnh Hậu Giang: Tổng điểm 59,06 hạng 57");
  });

  it("keeps both of two parts that come at once, and the same part twice but once", async () => {
    await bot.say("/nhap", EDITOR);
    await Promise.all([bot.say("phần một", EDITOR), bot.say("phần hai", EDITOR)]);
    await bot.say("phần hai", EDITOR);
    expect((await bot.say("/nhap", EDITOR))?.text.text).toMatch(/^Đã nhận 2 phần \(16 ký tự\)/u);
  });

  it("belongs to one person in one chat", async () => {
    await bot.say("/nhap", { ...EDITOR, from: "test:a" });
    await bot.say("phần của a", { ...EDITOR, from: "test:a" });
    expect((await bot.say("/nhap xong", { ...EDITOR, from: "test:b" }))?.refused).toBe("nothing-collected");
    expect((await bot.say("/nhap xong", { ...EDITOR, from: "test:a", chat: "test:9" }))?.refused).toBe(
      "nothing-collected",
    );
  });

  it("ends with a word, and nothing of it is kept", async () => {
    await bot.say("/nhap", EDITOR);
    await bot.say("phần một", EDITOR);
    expect((await bot.say("Thôi.", EDITOR))?.text.text).toMatch(/^Đã bỏ nội dung vừa nhận/u);
    expect(await kept(bot, "intake/")).toEqual([]);
    expect((await bot.say("/nhap", EDITOR))?.text.text).toMatch(/^Nhập văn bản\./u);
  });

  it("is left by another command, and gone on with later", async () => {
    await bot.say("/nhap", EDITOR);
    await bot.say("phần một", EDITOR);
    await bot.say("/trogiup", EDITOR);
    expect((await bot.say("/nhap phần hai", EDITOR))?.text.text).toMatch(/^Đã nhận 2 phần/u);
  });
});

describe("a long text without a command", () => {
  it("is offered to be taken in, in private and to who may", async () => {
    const [first = "", second = ""] = cut(textOf(LETTERS.tienLu), 3_900);
    const offered = owed(await bot.say(first, { ...EDITOR, mayGoOn: true }));
    expect(offered.text.text).toMatch(/^Tin này dài như một văn bản cần nhập\. Đã nhận 1 phần/u);
    const both = owed(await bot.say(second, EDITOR));
    expect(both.text.text).toMatch(/^Đã nhận 2 phần/u);
    expect((await press(bot, both, "Xem kết quả đọc", EDITOR)).text.text).toContain("15 đơn vị, 4 chỉ số");
  });

  it("is too long for anybody else, and in a group", async () => {
    const letter = textOf(LETTERS.tienLu);
    expect((await bot.say(letter, { as: "officer" }))?.refused).toBe("too-long");
    expect((await bot.say(letter, { ...EDITOR, chatKind: "group", chat: "test:g" }))?.refused).toBe(
      "too-long",
    );
    expect(await kept(bot, "intake/")).toEqual([]);
  });
});
