import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cpuMs } from "#test/support/cpu-ms.ts";
import { cut, owed } from "#test/support/intake-desk.ts";
import { nastyTexts } from "#test/support/nasty-texts.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const EDITOR = { as: "editor" } as const;
/** The longest text that is taken for a question is four times the short one. */
const SHORT = 240;
const LONG = 4 * SHORT;
const GROWTH = 6;
const NOISE_MS = 150;
/** Processor time that keeps everybody waiting. */
const MOST_MS = 300;
/** As long as a paper may be; and longer, also where two marks become one letter. */
const PAPER = 58_000;
const TOO_LONG = 130_000;

const SHAPES = Object.keys(nastyTexts(1));
const textOf = (shape: string, length: number): string => (nastyTexts(length)[shape] ?? "").slice(0, length);

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
  await bot.say("/xephang");
});
afterAll(() => bot.stop());

/** Of two answers the quicker: the other was held up. */
async function least(text: string): Promise<number> {
  const say = (): Promise<unknown> => bot.say(text);
  return Math.min(await cpuMs(say), await cpuMs(say));
}

describe("an answer takes time as the question grows, no more, whatever it is made of", () => {
  it.each(SHAPES)("%s", async (shape) => {
    for (const command of ["", "/xa ", "/xephang ", "/lichsu "]) {
      await bot.say(command + textOf(shape, SHORT));
      const before = await least(command + textOf(shape, SHORT));
      expect(await least(command + textOf(shape, LONG))).toBeLessThan(GROWTH * before + NOISE_MS);
    }
  });
});

describe("what is longer than a question may be", () => {
  it.each(SHAPES)("is answered by one sentence, at once: %s", async (shape) => {
    for (const command of ["", "/xa ", "/nhap "]) {
      const text = command + textOf(shape, TOO_LONG);
      expect((await bot.say(text, { ...EDITOR, chat: `test:${command}${shape}` }))?.refused).toBe("too-long");
      expect(await least(text)).toBeLessThan(MOST_MS);
    }
  });
});

describe("a long paper", () => {
  it.each(SHAPES)("is collected without keeping others waiting: %s", async (shape) => {
    const there = { ...EDITOR, chat: `test:${shape}` };
    await bot.say("/nhap", there);
    const parts = cut(textOf(shape, PAPER), 3_900);
    for (const part of parts.slice(0, -1)) await bot.say(part, there);
    expect(await cpuMs(() => bot.say(parts.at(-1) ?? "", there))).toBeLessThan(MOST_MS);
    await bot.say("/nhap bỏ", there);
  });

  it("is read while others are answered", async () => {
    let isRead = false;
    const reading = bot.say(`/nhap ${textOf("one long sentence", PAPER)}`, EDITOR).then((reply) => {
      isRead = true;
      return owed(reply);
    });
    expect(owed(await bot.say("/xephang", { ...EDITOR, chat: "test:other" })).refused).toBeUndefined();
    expect(isRead).toBe(false);
    expect((await reading).text.text).toContain("tháng 7/2024");
  });
});
