import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

describe("a unit of which there are no figures, whose name is made of small words", () => {
  let bot: Timeline;
  beforeAll(async () => {
    bot = await startTimeline();
    await bot.publish("2024-08", { "Thủ Sỹ": { TOTAL: 89 }, "Cương Chính": { TOTAL: 83 } });
  });
  afterAll(() => bot.stop());

  it.each([
    "tỉnh Gia Lai tổng hợp",
    "Gia Lai tổng hợp",
    "gia lai tổng hợp",
    "tinh gia lai tong hop",
    "xã nào thấp nhất tỉnh Gia Lai",
    "huyện Ba Vì xã nào thấp nhất",
    "xã nào thấp nhất ba vì",
  ])("is not passed over: %s", async (sentence) => {
    const reply = await bot.say(sentence);
    expect(["words-left", "no-data", "no-list"]).toContain(reply?.refused);
  });

  it.each(["tình hình chung thế nào", "bảng xếp hạng cho anh", "xã nào thấp nhất vậy em"])(
    "is found in no everyday words: %s",
    async (sentence) => {
      expect((await bot.say(sentence))?.refused).toBeUndefined();
    },
  );
});
