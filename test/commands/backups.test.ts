import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const AN = { from: "test:an", chat: "test:an" };

describe("/saoluu", () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startBot({ operators: ["test:an"], backup: { folder: "/sao-luu", at: "02:00", keep: 14 } });
  });
  afterAll(() => bot.stop());

  it("says how backups stand, has one made, and notes who asked", async () => {
    const shown = await bot.say("/saoluu", AN);
    expect(shown?.text.text).toBe("Sao lưu tự động: chưa có bản nào · hằng ngày lúc 02:00, giữ 14 bản");
    expect(shown?.actions.flat()).toEqual([{ label: "Sao lưu ngay", command: "/saoluu ngay" }]);
    expect(await bot.answer("sao lưu ngay", AN)).toContain("Bot sao lưu trong ít giây nữa.");
    expect(await bot.app.services.backups.claim()).toBe(true);
    expect((await bot.app.services.audit.list()).map(({ deed }) => deed.kind)).toEqual(["backup-asked"]);
  });

  it("shows where the last one lies", async () => {
    const at = "2026-11-21T01:00:00.000Z";
    await bot.app.services.backups.made({ at, file: "/sao-luu/bot766.jsonl.gz", entries: 12, bytes: 3400 });
    expect(await bot.answer("/saoluu", AN)).toBe(
      "Sao lưu tự động: bản gần nhất 08:00 ngày 21/11/2026, 12 mục, 4 KB · hằng ngày lúc 02:00, giữ 14 bản\nTệp: /sao-luu/bot766.jsonl.gz",
    );
  });

  it("is an operator's, and asks for nothing where no backups are made", async () => {
    expect(await bot.say("/saoluu ngay", { from: "test:khach" })).toMatchObject({ refused: "role-needed" });
    const without = await startBot({ operators: ["test:an"] });
    expect(await without.answer("/saoluu ngay", AN)).toContain("chưa bật");
    expect(await without.app.services.audit.list()).toEqual([]);
    await without.stop();
  });
});
