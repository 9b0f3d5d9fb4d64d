import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DECLINED, SENTENCES } from "#test/bot/answering/dispatch/sentences.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

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
    expect(said?.text.text).toBe(typed?.text.text);
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
    ["báo cáo nhanh xếp hạng tháng 8 phục vụ giao ban", ["giao ban"]],
    ["Cương Chính tháng 8 gấp", ["gấp"]],
    ["nguồn số liệu đúng hạn tháng 8", ["đúng hạn"]],
  ])("%s is answered, and says which words it left out", async (sentence, words) => {
    const said = await bot.answer(sentence, newcomer());
    expect(said.split("\n")[0]).toBe(`Chưa dùng: ${words.map((word) => `“${word}”`).join(", ")}.`);
  });

  it("that begins like a command is heard as a sentence where the command cannot be carried out", async () => {
    expect(await bot.answer("xếp hạng của Cương Chính tháng 8", newcomer())).toMatch(/^Xã Cương Chính/u);
    expect(await bot.say("xếp hạng vì sao thấp", newcomer())).toMatchObject({ refused: "beyond" });
    expect(await bot.say("/xephang Qqqq", newcomer())).toMatchObject({ refused: "unknown-unit" });
  });
});
