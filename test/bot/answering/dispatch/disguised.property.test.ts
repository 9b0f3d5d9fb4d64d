import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChatId } from "#services/ids.ts";
import type { Reply } from "#services/reply/reply.ts";
import { disguises } from "#test/support/disguise.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const MESSAGES = [
  "/xephang tháng 8/2024",
  "/xephang tiến độ tháng 8 top 5",
  "/xa Cương Chính tháng 8",
  "/tonghop tháng 8",
  "/nguon tháng 8",
  "/trogiup xephang",
  "xếp hạng t8/2024 huyện Tiên Lữ",
  "tháng 8 xã nào thấp nhất?",
  "/xa Cương Chinh",
  "/xa Không Có Xã Này",
  "/xephang tháng 13",
  "/xephan",
  "8",
  "",
];

let bot: TestBot;

beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

/** All of an answer that a person can tell. */
const seen = (reply: Reply | null) =>
  reply && [reply.text, reply.actions, reply.refused, reply.picture?.key, reply.picture?.alt];

/** Asked by a person who asked nothing before: an answer goes on from the one before it. */
let people = 0;
const answerTo = (message: string) => {
  const person: ChatId = `test:person-${++people}`;
  return bot.say(message, { from: person, chat: person });
};

describe("a message that looks like another", () => {
  it("is answered like it, whatever is hidden in it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...MESSAGES), disguises, async (message, disguise) => {
        expect(seen(await answerTo(disguise(message)))).toEqual(seen(await answerTo(message)));
      }),
      { numRuns: 60 },
    );
  });

  it("greets by a name without what nobody sees in it", async () => {
    const options = { from: "test:new", fromName: "Nguyễn\u00a0Thị\u200b Lan\u200d", chat: "test:new" };
    const answer = await bot.answer("/batdau", options);
    expect(answer).not.toMatch(/[\u00a0\u200b\u200d]/u);
  });
});
