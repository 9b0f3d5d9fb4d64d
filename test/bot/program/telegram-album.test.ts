import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createReading } from "#services/documents/create-reading.ts";
import { startTelegramBot, type TelegramBot, wordsOf } from "#test/bot/program/telegram-bot.ts";
import { bytesIn, EXPECTED } from "#test/services/documents/files/office-set.ts";

/** Engines have what time the machine has left. */
const LONG_MS = 1_200_000;

const reading = createReading({ threads: { timeoutMs: LONG_MS }, process: { stepMs: LONG_MS } });
let bot: TelegramBot;
beforeAll(async () => {
  bot = await startTelegramBot({ OPERATORS: "telegram:1000" }, { reading });
});
afterAll(async () => {
  await bot.close();
  await reading.close();
});

/** Of the kept scan, level: degrees it falls by, its width, and the line under its eighth row, pixels. */
const FALL = -1.1;
const WIDTH = 1_740;
const EIGHTH = 1_110;
/** Of A4 at 200 dots per inch. */
const HEIGHT = 2_400;
const WHITE = "#ffffff";

/** The list on two sheets: rows 1 to 8 under their heads, rows 9 to 15 without. */
async function sheets(): Promise<readonly [Buffer, Buffer]> {
  const level = await sharp(bytesIn("scans/tienlu.p3.bin200.png"))
    .rotate(FALL, { background: WHITE })
    .png()
    .toBuffer();
  const part = (top: number, height: number, above: number): Promise<Buffer> =>
    sharp(level)
      .extract({ left: 0, top, width: WIDTH, height })
      .extend({ top: above, bottom: HEIGHT - height - above, background: WHITE })
      .png()
      .toBuffer();
  return Promise.all([part(0, EIGHTH + 3, 0), part(EIGHTH - 3, 500, 160)]);
}

/** As a telephone held sideways and not quite straight saves it: it says how the picture is to be turned. */
async function photographed(sheet: Buffer): Promise<Uint8Array> {
  const askew = await sharp(sheet).rotate(1.3, { background: WHITE }).png().toBuffer();
  return sharp(await sharp(askew).rotate(-90).png().toBuffer())
    .jpeg({ quality: 90 })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

it("two photos of one list, the second turned and askew, give each unit its figures", {
  timeout: LONG_MS,
}, async () => {
  const chat = bot.fake.privateChat();
  const [first, second] = await sheets();
  bot.fake.album(chat, [await sharp(first).jpeg({ quality: 90 }).toBuffer(), await photographed(second)]);
  const preview = await bot.fake.until(
    () => bot.fake.sent(chat).find((message) => wordsOf(message).startsWith("2 ảnh gửi cùng lúc")),
    LONG_MS,
  );
  expect(wordsOf(preview)).toContain("Huyện Tiên Lữ, tháng 8/2024: 15 đơn vị, 2 chỉ số");
  expect(wordsOf(preview)).toContain("– xã Thủ Sỹ: Tổng điểm 89,63 (+6,96) · Đúng hạn (%) 100%");
  const rows = wordsOf(await bot.press(preview, "Xem từng dòng"));
  for (const [, , total] of EXPECTED.tienlu?.tables[0]?.body ?? [])
    expect(rows).toContain(`Tổng điểm ${total}`);
  expect(rows).toContain("xã Lệ Xá: Tổng điểm 87,31 (+0,21) · Đúng hạn (%) 100%");
  expect(rows).toContain("xã Cương Chính: Tổng điểm 83,28 (−2,60) · Đúng hạn (%) 82,71%");
});
