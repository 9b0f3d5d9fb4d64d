import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SayOptions, startBot, type TestBot } from "#test/support/start-bot.ts";

const OPERATOR: SayOptions = { from: "test:op", chat: "test:op" };
const AN: SayOptions = { from: "test:an", chat: "test:an" };
const GROUP: SayOptions = { chat: "test:group", chatKind: "group", chatName: "Tổ 766" };

let bot: TestBot;
let now: number;
beforeEach(async () => {
  now = Date.parse("2026-11-21T08:00:00+07:00");
  bot = await startBot({ operators: ["test:op"], access: "approved", clock: () => new Date(now) });
});
afterEach(() => bot.stop());

describe("a chat that is not approved", () => {
  const asked = { ...AN, ...GROUP };

  it("is told so once a day, whatever it asks", async () => {
    expect(await bot.answer("/xephang", asked)).toMatch(/^Nhóm này chưa được duyệt sử dụng bot\./u);
    for (const text of ["/xephang", "xã nào thấp nhất?", "/zzz"])
      expect(await bot.say(text, asked)).toBeNull();
    now += 24 * 3600_000;
    expect(await bot.say("/xephang", asked)).toMatchObject({ refused: "chat-not-approved" });
  });

  it("in private is told the id that operators need", async () => {
    expect(await bot.answer("/batdau", AN)).toBe(
      "Anh/chị chưa được duyệt sử dụng bot. Anh/chị gửi mã sau cho người vận hành: test:an",
    );
  });

  it("waits in the operators' list, with a button that lets it in", async () => {
    await bot.say("/xephang", asked);
    const list = await bot.say("/quyen", OPERATOR);
    expect(list?.text.text).toContain("Đang chờ duyệt: 1\n– Tổ 766 (test:group)");
    const approve = list?.actions.flat().find(({ label }) => label === "Duyệt Tổ 766");
    expect(await bot.answer(approve?.command ?? "", OPERATOR)).toBe("Đã duyệt: Tổ 766 (test:group).");
    expect(await bot.answer(approve?.command ?? "", OPERATOR)).toMatch(/^Đã duyệt từ trước/u);
    expect((await bot.say("/xephang", asked))?.refused).toBeUndefined();
    expect(await bot.answer("/quyen", OPERATOR)).not.toContain("chờ duyệt");
  });

  it("is known by its id alone where its platform tells no name", async () => {
    await bot.say("/xephang", { ...asked, chatName: "" });
    expect(await bot.answer("/quyen duyệt test:group", OPERATOR)).toBe("Đã duyệt: test:group.");
  });

  it("once refused is no request any more, and may be let in later", async () => {
    await bot.say("/xephang", asked);
    await bot.say("/quyen từ chối test:group", OPERATOR);
    expect(await bot.say("/xephang", asked)).toBeNull();
    now += 25 * 3600_000;
    expect(await bot.say("/xephang", asked)).toMatchObject({ refused: "chat-not-approved" });
    expect(await bot.answer("/quyen", OPERATOR)).not.toContain("chờ duyệt");
    await bot.say("/quyen duyệt test:group", OPERATOR);
    expect((await bot.say("/xephang", asked))?.refused).toBeUndefined();
  });

  it("hears operators all the same, and its topics share its approval", async () => {
    expect((await bot.say("/xephang", { ...OPERATOR, ...GROUP }))?.refused).toBeUndefined();
    const topic = { ...asked, chat: "test:group:7", group: "test:group" };
    expect(await bot.say("/xephang", topic)).toMatchObject({ refused: "chat-not-approved" });
    expect(await bot.say("/xephang", asked)).toBeNull();
    await bot.say("/quyen duyệt test:group", OPERATOR);
    expect((await bot.say("/xephang", topic))?.refused).toBeUndefined();
  });
});
