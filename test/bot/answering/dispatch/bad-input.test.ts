import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import type { Reply } from "#services/reply/reply.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

/** A short answer: six lines of a phone. */
const SHORT = 400;

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

async function refused(text: string): Promise<Reply> {
  const reply = await bot.say(text);
  expect(reply?.text.text.length).toBeGreaterThan(10);
  expect(reply?.text.text.length).toBeLessThanOrEqual(SHORT);
  expect(reply?.text.text).not.toMatch(/undefined|null|NaN|Error|\[object/u);
  return reply as Reply;
}

const LONG_NAME = `xã ${"Nguyễn Thị Minh Khai ".repeat(40)}`;

describe("what cannot be answered", () => {
  it.each([
    ["/xephag", "unknown-command"],
    ["/weather", "unknown-command"],
    ["/", "unknown-command"],
    ["//", "unknown-command"],
    ["/🎉", "unknown-command"],
    ["/xa Qqqq Zzzz", "unknown-unit"],
    ["/xa 🎉🎉🎉", "unknown-unit"],
    ["/xa مرحبا بالعالم", "unknown-unit"],
    [`/xa ${LONG_NAME}`, "unknown-unit"],
    ["/xa '; DROP TABLE entries; --", "unknown-unit"],
    ["/xa <b>Cương</b><script>alert(1)</script>", "unknown-unit"],
    ["/xa", "unit-needed"],
    ["/xa tháng 8", "unit-needed"],
    ["/xa Tân Tiến", "ambiguous"],
    ["/xephang Gia Lai tháng 1/2020", "no-period"],
    ["/xephang tháng 13", "no-period"],
    ["/xephang quý 5", "no-period"],
    ["/xephang 99/9999", "unknown-unit"],
    ["/xa Cương Chính năm 2019", "no-period"],
    ["/xephang xã Cương Chính", "no-children"],
    ["/tonghop Cà Mau t1/2020", "no-period"],
    ["/xephang thư xin lỗi Gia Lai", "no-indicator"],
    ["/xephang Gia Lai trang 99", "no-such-page"],
    ["/kiemtra", "code-needed"],
    ["/kiemtra ????", "unknown-code"],
    ["/kiemtra 0000", "unknown-code"],
    ["/trogiup bay", "unknown-topic"],
    ["/diaban xã Cương Chính", "no-children"],
    ["", "not-understood"],
    ["   \n\t  ", "not-understood"],
    ["\u00a0\u200b", "not-understood"],
    ["🎉", "not-understood"],
    ["asdf qwer zxcv", "not-understood"],
    ["مرحبا بالعالم", "not-understood"],
    ["\u202egnahpex/", "not-understood"],
    ["' OR 1=1 --", "not-understood"],
    ["<img src=x onerror=alert(1)>", "not-understood"],
    ["x".repeat(5000), "too-long"],
    [`/xa ${"x".repeat(5000)}`, "too-long"],
    ["\0", "not-understood"],
    ["/xa \0\0", "unit-needed"],
  ])("%j is refused as %s, in a few words", async (text, code) => {
    expect((await refused(text)).refused).toBe(code);
  });

  it("shows what was typed as it was typed, cut short", async () => {
    expect((await refused("/xa <b>Abc</b>")).text.text).toContain("“<b>Abc</b>”");
    expect((await refused(`/xa ${LONG_NAME}`)).text.text).toContain("…”");
  });

  it("is answered by the nearest commands and units, as actions", async () => {
    expect((await refused("/xephag")).actions.flat()).toContainEqual({
      label: "/xephang",
      command: "/xephang",
    });
    const near = await refused("/xa Thu Si Xa");
    expect(near.actions.flat()[0]).toEqual({ label: "xã Thủ Sỹ, huyện Tiên Lữ", command: "/xa xã Thủ Sỹ" });
  });

  it.each([
    ["/xa Thủ Sỹ dưới 85", "“dưới 85”", "/xa Thủ Sỹ"],
    ["/xa Thủ Sỹ top 3 đúng hạn 8/2024", "“top 3”", "/xa Thủ Sỹ đúng hạn 8/2024"],
    ["/tonghop đúng hạn", "“đúng hạn”", "/tonghop"],
    ["/bando Gia Lai top 3 dưới 60", "“dưới 60”, “top 3”", "/bando Gia Lai"],
  ])(
    "%s is declined for what the command does not take, and offered without it",
    async (text, part, without) => {
      const reply = await refused(text);
      expect(reply.refused).toBe("untaken");
      expect(reply.text.text).toContain(part);
      expect(reply.actions).toEqual([[{ label: without, command: without }]]);
      expect((await bot.say(without))?.refused).toBeUndefined();
    },
  );

  it("of several units for a command that takes one offers each, and takes none for another", async () => {
    const reply = await refused("/bando Gia Lai, Phú Thọ");
    expect(reply.refused).toBe("one-at-a-time");
    expect(reply.actions.flat().map(({ command }) => command)).toEqual([
      "/bando tỉnh Gia Lai",
      "/bando tỉnh Phú Thọ",
    ]);
    expect(await bot.say("/tonghop Tien Lu, Hung Yen")).not.toHaveProperty("refused");
  });

  it("never promises a choice that is not there", async () => {
    for (const text of ["/", "/🎉", "/xa 🎉"]) {
      const { text: said, actions } = await refused(text);
      expect(said.text.endsWith(":")).toBe(actions.length > 0);
    }
  });
});

describe("any text whatever", () => {
  const names = commands.flatMap(({ name, sisters }) => [name, ...sisters]);
  const junk = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom(
      "tháng 8",
      "t8/2024",
      "top 5",
      "Cương Chính",
      "Gia Lai",
      "quý 3",
      "sở",
      "trang 2",
      "#",
      "tiến độ",
    ),
  );
  const message = fc
    .tuple(fc.constantFrom("", "/", ...names.map((name) => `/${name} `)), fc.array(junk, { maxLength: 5 }))
    .map(([command, parts]) => command + parts.join(" "));

  it("gets an answer that is no failure of the bot", async () => {
    await fc.assert(
      fc.asyncProperty(message, async (text) => {
        const reply = await bot.say(text, { chat: "test:junk" });
        expect(reply?.refused).not.toBe("unexpected");
        expect(reply?.text.text.trim()).not.toBe("");
        if (reply?.refused) expect(reply.text.text.length).toBeLessThanOrEqual(SHORT);
      }),
      { numRuns: 1500 },
    );
  });
});
