import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Reply } from "#services/reply/reply.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

/** What is asked, by the file its answer is kept in. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  rank: [
    "/xephang thang 8",
    "/xephang",
    "/xephang tiến độ tháng 8 top 5 Tiên Lữ",
    "/xephang cuoi 3 t8/2024",
    "/xephang 2026 cả nước",
    "/xephang 2026 cả nước trang 2",
    "/xephang Gia Lai",
    "/xephang sở Gia Lai t2/2026",
    "/xephang xã cả nước",
    "/xephang Phú Thọ t8/2026",
    "/xephang chưa đúng hạn Phú Thọ top 3",
    "/xephang t7/2024 Hà Nội",
  ],
  unit: [
    "/xa Cuong Chinh",
    "/xa Thủ Sỹ",
    "/xa Đức Thắng",
    "/xa TT Vương",
    "/huyen Tiên Lữ",
    "/huyen Mê Linh t7/2024",
    "/xa Tiến Thắng",
    "/xa Tứ Kỳ",
    "/tinh Hậu Giang 2022",
    "/xa Hậu Giang 10/2024",
    "/xa Hậu Giang 9 tháng năm 2024",
    "/xa p. Pleiku",
    "/so Y tế Gia Lai",
    "/tinh Đồng Tháp",
    "/xa Phú Thọ t8/2026",
    "/donvi Văn phòng UBND tỉnh Phú Thọ",
  ],
  summary: [
    "/tonghop",
    "/tonghop 2026 cả nước",
    "/tonghop Gia Lai t2/2026",
    "/tonghop Mê Linh t7/2024",
    "/tonghop Phú Thọ t8/2026",
  ],
  sources: ["/nguon", "/nguon 2026 cả nước", "/nguon Mê Linh t7/2024", "/kiemtra 17X3", "/kiemtra 49HQ"],
  rules: ["/nguong", "/nguong đúng hạn", "/nguong thử đúng hạn 97", "/nguong thử tụt điểm 1 Gia Lai"],
  other: ["/diaban", "/trogiup", "/trogiup xephang", "/trogiup huyen", "/batdau"],
};

describe("answers over the sample data", () => {
  for (const [file, commands] of Object.entries(ASKED)) {
    test(`${file} answers are the ones kept`, async () => {
      const answers: string[] = [];
      for (const command of commands) answers.push(`>>> ${command}\n${written(await bot.say(command))}`);
      await expect(`${answers.join("\n\n")}\n`).toMatchFileSnapshot(`../fixtures/golden/${file}.txt`);
    });
  }
});

function written(reply: Reply | null): string {
  if (!reply) return "(silence)";
  return [
    reply.text.text,
    ...(reply.picture ? [`[picture ${reply.picture.width}×${reply.picture.height}]`, reply.picture.alt] : []),
    ...reply.actions.map((row) => row.map(({ label, command }) => `[${label}] ${command}`).join("  ")),
    ...(reply.refused ? [`(refused: ${reply.refused})`] : []),
  ].join("\n");
}
