import { describe, expect, it } from "vitest";
import { createMapMemory } from "#bot/channels/memory.ts";
import { createNames } from "#bot/channels/zalo/names.ts";

const ME = { id: "1", account_name: "bot.VDKyGxQvc", display_name: null, can_join_groups: true };

describe("what the bot is called", () => {
  it("is what Zalo says, once it says so", async () => {
    const names = createNames(createMapMemory());
    expect(names.all()).toEqual([]);
    await names.meet({ ...ME, display_name: "Bot 766" });
    await names.learn("@Bot khác /xephang");
    expect(names.all()).toEqual(["bot.VDKyGxQvc", "Bot 766"]);
  });

  it("is learned from the first command after a mention where Zalo does not say it, and kept", async () => {
    const memory = createMapMemory();
    const names = createNames(memory);
    await names.meet(ME);
    await names.learn("xephang");
    await names.learn("@Nguyễn Văn An /xephang");
    expect(names.all()).toEqual(["bot.VDKyGxQvc"]);
    await names.learn("@Bot 766 Tiên Lữ cho xem /xephang");
    await names.learn("@Bot 766 Tiên Lữ /xephang");
    await names.learn("@Bot 766 Tiên Lữ xem hộ /xephang");
    expect(names.all()).toEqual(["bot.VDKyGxQvc", "Bot 766 Tiên Lữ"]);

    const later = createNames(memory);
    await later.meet(ME);
    expect(later.all()).toEqual(["bot.VDKyGxQvc", "Bot 766 Tiên Lữ"]);
  });
});
