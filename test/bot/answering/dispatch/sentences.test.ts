import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DECLINED, SENTENCES } from "#test/bot/answering/dispatch/sentences.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";
import { withoutTaken } from "#test/support/without-taken.ts";

let bot: TestBot;
let chats = 0;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

/** Somebody who has asked nothing before. */
const newcomer = () => ({ chat: `test:${chats++}` });

describe("a sentence in everyday words", () => {
  it.each(SENTENCES)("%s is %s", async (sentence, command) => {
    const [said, typed] = [await bot.say(sentence, newcomer()), await bot.say(command, newcomer())];
    expect(withoutTaken(said?.text.text)).toBe(typed?.text.text);
    expect(said?.refused).toBe(typed?.refused);
  });

  it.each(DECLINED)("%s is declined as %s, never half answered", async (sentence, code) => {
    const said = await bot.say(sentence, newcomer());
    expect(said?.refused).toBe(code);
    expect(said?.picture).toBeUndefined();
  });

  it.each([...SENTENCES.slice(0, 20), ...DECLINED])(
    "%s is nothing to a group when not addressed to the bot",
    async (sentence) => {
      expect(await bot.say(sentence, { ...newcomer(), chatKind: "group", addressed: false })).toBeNull();
    },
  );

  it.each([
    ["đồng chí cho xếp hạng tháng 8 ngay", ["đồng chí"]],
    ["Cương Chính tháng 8 gấp", ["gấp"]],
    ["xã nào thấp nhất, vì sao", ["vì sao"]],
    ["xếp hạng tháng 8 rồi gửi file excel", ["xếp hạng"]],
    ["nguồn số liệu đúng hạn tháng 8", ["đúng hạn"]],
  ])("%s is answered, and says which words it left out", async (sentence, words) => {
    const said = await bot.answer(sentence, newcomer());
    expect(said.split("\n")[0]).toBe(`Chưa dùng: ${words.map((word) => `“${word}”`).join(", ")}.`);
  });

  it.each([
    ["thang 8 xa nao thap nhat vay em", "/xephang thap nhat thang 8"],
    ["Cuong Chinh the nao", "/xa xã Cương Chính"],
    ["top 3 Gia Lai thang 2/2026", "/xephang top 3 thang 2/2026 tỉnh Gia Lai"],
  ])("%s is answered, and says that it was taken for %s", async (sentence, command) => {
    const said = await bot.answer(sentence, newcomer());
    expect(said.split("\n").at(-1)).toBe(`Bot hiểu là: ${command}`);
    expect(await bot.answer(command, newcomer())).toBe(withoutTaken(said));
  });

  it("of a command that there is none of yet is declined with what comes nearest", async () => {
    const said = await bot.say("/dự báo Thủ Sỹ, Lệ Xá", newcomer());
    expect(said).toMatchObject({ refused: "beyond", actions: [[{ label: "Thủ Sỹ" }], [{ label: "Lệ Xá" }]] });
    expect(await bot.answer(said?.actions[0]?.[0]?.command ?? "", newcomer())).toMatch(/Thủ Sỹ/u);
  });

  it("of one title lists those alone, with their places among all", async () => {
    const said = await bot.answer("phường nào cao nhất Gia Lai năm 2026", newcomer());
    expect(said.split("\n").slice(0, 3)).toEqual([
      expect.stringMatching(/^Xếp hạng năm 2026 · tỉnh Gia Lai · \d+ phường$/u),
      "Chỉ nêu phường; hạng tính trong cả bảng",
      expect.stringMatching(/^Cao nhất: An Nhơn Đông 72,34$/u),
    ]);
    expect(said).toMatch(/^59\. Pleiku 71,43/mu);
    expect(withoutTaken(await bot.answer("huyện nào thấp nhất", newcomer()))).toBe(
      "Bảng tháng 8/2024 của huyện Tiên Lữ không có huyện, quận, thị xã nào: chỉ có 15 xã, thị trấn.",
    );
  });

  it("that begins like a command is heard as a sentence where the command cannot be carried out", async () => {
    expect(await bot.answer("xếp hạng của Cương Chính tháng 8", newcomer())).toMatch(/^Xã Cương Chính/u);
    expect(await bot.say("xếp hạng dự báo tháng sau", newcomer())).toMatchObject({ refused: "beyond" });
    expect(await bot.say("/xephang Qqqq", newcomer())).toMatchObject({ refused: "unknown-unit" });
  });
});
