import type { MessageEntity } from "grammy/types";
import { describe, expect, it } from "vitest";
import { hear } from "#bot/channels/telegram/mention.ts";

const me = { id: 7, is_bot: true, first_name: "Bot", username: "Bot766_bot" } as const;

describe("what was said, and to whom", () => {
  it.each([
    ["/xephang tháng 8", "/xephang tháng 8", false],
    ["/xếphạng", "/xếphạng", false],
    ["/xếphạng".normalize("NFD"), "/xếphạng", false],
    ["/xephang@Bot766_bot t8", "/xephang t8", true],
    ["/xếphạng@BOT766_BOT t8", "/xếphạng t8", true],
    ["@bot766_bot tháng 8 xã nào thấp nhất?", "tháng 8 xã nào thấp nhất?", true],
    ["@bot766_bot /xephang@bot766_bot", "/xephang", true],
    ["\u200b/xephang\u200e@Bot766_bot tháng\u00a0８", "/xephang tháng 8", true],
    ["@Bot766\u200b_bot chào", "chào", true],
    ["@Bot766_bot, chào", "chào", true],
    ["tháng 8 @Bot766_bot xã nào?", "tháng 8 xã nào?", true],
    ["bảng\t1\t2\n@Bot766_bot\nxã  A", "bảng\t1\t2\n \nxã  A", true],
    ["xã nào thấp nhất @Bot766_bot", "xã nào thấp nhất", true],
    ["@Bot766_bot", "", true],
    ["thư an@Bot766_bot.vn", "thư an@Bot766_bot.vn", false],
    ["@Bot766_botnet ơi", "@Bot766_botnet ơi", false],
  ])("%j is heard as %j, named %s", (said, text, named) => {
    expect(hear(said, [], me)).toEqual({ text, named, forAnother: false });
  });

  it.each(["/xephang@other_bot t8", "@Bot766_bot /xephang@other_bot"])("%j is for another bot", (said) => {
    expect(hear(said, [], me).forAnother).toBe(true);
  });

  it("takes a link to the bot for its name", () => {
    const entities: MessageEntity[] = [{ type: "text_mention", offset: 4, length: 6, user: me }];
    expect(hear("Này Bot 76 t8", entities, me)).toMatchObject({ text: "Này t8", named: true });
  });

  it("takes a link to the bot for its name where Telegram counted what nobody sees", () => {
    const entities: MessageEntity[] = [{ type: "text_mention", offset: 6, length: 7, user: me }];
    expect(hear("\u200bNa\u0300y Bot\u00a0766 t\u200b8", entities, me)).toMatchObject({
      text: "Này t8",
      named: true,
    });
  });

  it("takes a link to a person for words", () => {
    const user = { id: 8, is_bot: false, first_name: "An" };
    const entities: MessageEntity[] = [{ type: "text_mention", offset: 0, length: 2, user }];
    expect(hear("An ơi", entities, me)).toMatchObject({ text: "An ơi", named: false });
  });
});
