import { expect, it } from "vitest";
import { startBot } from "#test/support/start-bot.ts";

const AN = { from: "test:an", chat: "test:an" };

it("operators hear how far the bot is set up and where that goes on, others do not", async () => {
  const bot = await startBot({
    operators: ["test:an"],
    setup: () => ({
      pages: { setup: "http://localhost:8766/thietlap", operations: "http://localhost:8766/vanhanh" },
      steps: [
        { name: "office", state: "done" },
        { name: "zalo", state: "optional" },
      ],
    }),
  });
  expect(await bot.answer("/thietlap", AN)).toBe(
    [
      "Thiết lập Bot 766",
      "– Chọn cơ quan: Xong",
      "– Nối Zalo: Tuỳ chọn",
      "Mở trên chính máy chạy bot: http://localhost:8766/thietlap",
      "Trang vận hành, cũng trên máy đó: http://localhost:8766/vanhanh",
    ].join("\n"),
  );
  expect(await bot.say("/thietlap", { from: "test:khach" })).toMatchObject({ refused: "role-needed" });
  await bot.stop();
});

it("where there is no page it says what to do instead", async () => {
  const bot = await startBot({ operators: ["test:an"] });
  expect(await bot.answer("/thietlap", AN)).toContain("npm run setup");
  await bot.stop();
});
