import { afterAll, beforeAll, expect, it } from "vitest";
import { readVersion } from "#bot/wiring/version.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

it("/trangthai tells operators how the bot is doing", async () => {
  await bot.say("/xephang", { chat: "test:g", chatKind: "group", chatName: "Tổ 766" });
  const lines = (await bot.answer("/trangthai", { as: "operator" })).split("\n");
  expect(lines).toEqual([
    "Trạng thái Bot 766",
    `Phiên bản ${readVersion()} · chạy từ 08:00 ngày 21/11/2026`,
    "Kênh: chưa mở kênh nào",
    expect.stringMatching(/^Kho dữ liệu: hoạt động, trả lời trong \d+ ms$/u),
    "Sao lưu tự động: chưa bật (đặt BACKUP_DIR trong tệp .env)",
    expect.stringMatching(/^Bảng số liệu hiện hành: \d+$/u),
    expect.stringMatching(/^Nhập gần nhất: .+, bản 1, .*ngày \d+\/\d+\/\d{4}$/u),
    "Tin gửi: chờ 0 · đã gửi 0 · không gửi được 0 · chưa rõ 0",
    "Nhóm và người dùng: 1 đang dùng, 0 đã rời hoặc chặn bot",
    expect.stringMatching(/^Bộ nhớ: \d+(?:\.\d{3})? MB$/u),
  ]);
});

it("/trangthai is for nobody else", async () => {
  expect(await bot.say("/trangthai", { as: "editor" })).toMatchObject({ refused: "role-needed" });
});
