import { afterEach, beforeEach, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { wordsOf } from "#test/bot/program/telegram-bot.ts";
import { startTwoPlatforms, type TwoPlatforms } from "#test/bot/program/two-platforms.ts";
import { LETTERS, textOf } from "#test/services/documents/reading.ts";
import { cut } from "#test/support/intake-desk.ts";

let office: TwoPlatforms;
beforeEach(async () => {
  office = await startTwoPlatforms();
});
afterEach(() => office.close());

it("a letter that Telegram cut is read from its parts and confirmed by presses", async () => {
  const { telegram, operator, services } = office;
  const parts = cut(textOf(LETTERS.hauGiang), 4_090);
  for (const part of parts) telegram.say(operator, part);
  const last = await telegram.until(() => telegram.sent(operator)[parts.length - 1]);
  expect(wordsOf(last)).toMatch(new RegExp(`^Đã nhận ${parts.length} phần`, "u"));

  telegram.press(last, "Xem kết quả đọc");
  await expect.poll(() => wordsOf(telegram.sent(operator).at(-1) ?? last)).toMatch(/^UBND tỉnh Hậu Giang/u);
  expect(await services.sheets.heads()).toEqual([]);
  telegram.press(telegram.sent(operator).at(-1) ?? last, "Nhập");
  await expect.poll(() => services.sheets.heads()).toHaveLength(3);
});

it("on Zalo it is pasted in parts, read and confirmed by numbers", async () => {
  const { zalo, order, tell, services } = office;
  const chat = zalo.privateChat();
  await order(`/quyen nhập liệu zalo:${chat.id} huyện Tiên Lữ`);
  expect((await tell(chat, "nhập"))[0]).toMatch(/^Nhập văn bản\./u);
  let said = "";
  for (const part of cut(textOf(LETTERS.tienLu), 1_900)) said = (await tell(chat, part))[0] ?? "";
  expect(said).toMatch(/Gõ số để chọn:\n1\. Xem kết quả đọc\n2\. Bỏ/u);
  const [preview = ""] = await tell(chat, "1");
  expect(preview).toContain("Huyện Tiên Lữ, tháng 8/2024: 15 đơn vị, 4 chỉ số");
  expect(preview).toContain("1. Thêm 5 đơn vị mới\n2. Xem từng dòng\n3. Bỏ");
  expect((await tell(chat, "1"))[0]).toContain("1. Nhập\n2. Xem từng dòng\n3. Hoàn tác\n4. Bỏ");
  expect((await tell(chat, "1"))[0]).toMatch(/^Đã lưu: huyện Tiên Lữ, tháng 8\/2024, bản 1/u);
  expect((await services.sheets.current("od332", toPeriod("2024-08")))?.observations).toHaveLength(36);
});

it("on Zalo a paper without a period is asked about, and answered by a number or in words", async () => {
  const { zalo, order, tell, services } = office;
  const chat = zalo.privateChat();
  await order(`/quyen nhập liệu zalo:${chat.id} huyện Tiên Lữ`);
  const table =
    "STT\tĐơn vị\tTổng điểm\n1\tXã Thủ Sỹ\t89,63\n2\tXã Nhật Tân\t88,23\n3\tXã Cương Chính\t83,28";
  const [asked = ""] = await tell(chat, `/nhap ${table}`);
  expect(asked).toMatch(/Số liệu của kỳ nào\?.*\n\nGõ số để chọn:\n1\. Tháng \d+\/\d{4}\n2\. Tháng/su);
  expect((await tell(chat, "1"))[0]).toMatch(/– Kỳ: tháng \d+\/\d{4}/u);
  expect((await tell(chat, "kỳ 8/2024"))[0]).toContain("Huyện Tiên Lữ, tháng 8/2024: 3 đơn vị");
  const [corrected = ""] = await tell(chat, "sua cuong chinh tong diem 83,82\nbo dong nhat tan");
  expect(corrected).toContain("– xã Cương Chính, Tổng điểm: 83,28 → 83,82\n– Bỏ dòng xã Nhật Tân (1 số)");
  expect((await tell(chat, "1"))[0]).toMatch(/^Đã lưu: huyện Tiên Lữ, tháng 8\/2024/u);
  const sheet = await services.sheets.current("od332", toPeriod("2024-08"));
  expect(sheet?.documents.at(-1)?.words?.map(({ kind }) => kind)).toEqual([
    "period",
    "period",
    "value",
    "dropped",
  ]);
});

it("in a Zalo group it is said to the bot part by part, by who may", async () => {
  const { zalo, order, tell } = office;
  const group = zalo.group();
  const editor = zalo.person("Lê Văn Minh");
  const say = async (text: string): Promise<string> => {
    const before = zalo.sent(group).length;
    zalo.mention(group, text, { from: editor });
    return (await zalo.until(() => zalo.sent(group)[before])).text;
  };
  await tell(group, "/batdau", 2);
  expect(await say("/nhap")).toMatch(/^Lệnh này dành cho/u);
  await order(`/quyen nhập liệu zalo:${editor.id} huyện Mê Linh`);
  expect(await say("/nhap")).toContain("Trong nhóm, anh/chị trả lời tin này");
  for (const part of cut(textOf(LETTERS.tienThang), 3_400)) await say(part);
  expect(await say("xong")).toContain("xã Tiến Thắng: Tổng điểm 57,38 hạng 15/18");
  expect(await say("1")).toMatch(/^Đã lưu: huyện Mê Linh, tháng 2\/2025, bản 1/u);
});
