import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namedBeforeCommand, withoutMention } from "#bot/channels/mention.ts";

const NAMES = ["bot.VDKyGxQvc", "Bot 766 Tiên Lữ"];

describe("the bot's mention in a text from Zalo", () => {
  it.each([
    ["at the beginning", "@Bot 766 Tiên Lữ xếp hạng tháng 8", "xếp hạng tháng 8"],
    ["before a command", "@Bot 766 Tiên Lữ /xephang thang 8", "/xephang thang 8"],
    ["in the middle", "xephang @Bot 766 Tiên Lữ tháng 8", "xephang tháng 8"],
    ["at the end", "xephang tháng 8 @Bot 766 Tiên Lữ", "xephang tháng 8"],
    ["followed by a no-break space", "@Bot 766 Tiên Lữ\u00A0/xephang", "/xephang"],
    ["with no-break spaces within", "@Bot\u00A0766\u00A0Tiên\u00A0Lữ 8", "8"],
    ["with marks that nobody sees", "\u200B@Bot 766 Tiên Lữ\u200B xephang", "xephang"],
    ["before wide letters", "@Bot 766 Tiên Lữ　１", "1"],
    ["with a comma after it", "@Bot 766 Tiên Lữ, xã nào thấp nhất?", "xã nào thấp nhất?"],
    ["in decomposed letters", "@Bot 766 Tiên Lữ xephang".normalize("NFD"), "xephang"],
    ["in other case", "@bot 766 tiên lữ xephang", "xephang"],
    ["by the account's name", "@bot.VDKyGxQvc xephang", "xephang"],
    ["twice", "@Bot 766 Tiên Lữ 8 @Bot 766 Tiên Lữ", "8"],
    ["alone", "@Bot 766 Tiên Lữ", ""],
    ["on a line of its own", "@Bot 766 Tiên Lữ\nUBND HUYỆN\nSố 12", "UBND HUYỆN\nSố 12"],
  ])("is taken out %s", (_, raw, said) => {
    expect(withoutMention(raw, NAMES)).toBe(said);
  });

  it.each([
    ["a longer name that begins alike", "@Bot 766 Tiên Lữa xephang"],
    ["an address", "gửi an@bot.VDKyGxQvc.vn"],
    ["somebody else", "nhờ @Nguyễn Văn An xem giúp"],
    ["the name without a sign", "Bot 766 Tiên Lữ xephang"],
    ["a reply without a mention", "/xa Cương Chính"],
  ])("leaves %s alone", (_, raw) => {
    expect(withoutMention(raw, NAMES)).toBe(raw);
  });

  it("is taken out before a command, whatever the name, also when nobody told it", () => {
    expect(withoutMention("@Bot ultty AI /tuan 2", [])).toBe("/tuan 2");
    expect(withoutMention("@Bot 766 cho tôi xem /xếp hạng", [])).toBe("/xếp hạng");
    expect(withoutMention("@Bot ultty AI orders 10 ghe", [])).toBe("@Bot ultty AI orders 10 ghe");
    expect(withoutMention("@Bot 766 ngày 8 /9", [])).toBe("@Bot 766 ngày 8 /9");
  });

  it("keeps spaces ordinary, and lines and columns as they were pasted", () => {
    expect(withoutMention("/xephang\u00A0tháng\u202F8", NAMES)).toBe("/xephang tháng 8");
    expect(withoutMention("Xã\tĐiểm\nCương Chính\t83,28", NAMES)).toBe("Xã\tĐiểm\nCương Chính\t83,28");
  });

  it("takes any name out as plain letters", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }), (tail) => {
        const name = `Bot ${tail.replace(/[\s@]+/gu, " ")}x`.normalize("NFC").trim();
        expect(withoutMention(`@${name} 8`, [name])).toBe("8");
      }),
    );
  });

  it("tells the name that stands before a command", () => {
    expect(namedBeforeCommand("@Bot ultty AI /tuan 2")).toBe("Bot ultty AI");
    expect(namedBeforeCommand("/tuan 2")).toBeNull();
    expect(namedBeforeCommand("@Bot ultty AI tuan 2")).toBeNull();
  });
});
