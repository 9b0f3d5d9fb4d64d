import { readFileSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { buttonsOf, wordsOf } from "#test/bot/program/telegram-bot.ts";
import { startTwoPlatforms, type TwoPlatforms } from "#test/bot/program/two-platforms.ts";
import { LETTERS, textOf } from "#test/services/documents/reading.ts";
import type { FakeChat, FakeMessage } from "#test/support/fake-telegram/world.ts";

let office: TwoPlatforms;
afterEach(() => office.close());

const SET = new URL("../../fixtures/documents/office-set/", import.meta.url);
const FIRST = readFileSync(new URL("docx/tienlu.docx", SET));
/** The same letter, sent again with another figure. */
const SECOND = new TextEncoder().encode(textOf(LETTERS.tienLu).replaceAll("89,63", "89,36"));

/** The newest message of a chat that says so, once there is one. */
const until = (chat: FakeChat, says: RegExp): Promise<FakeMessage> =>
  office.telegram.until(() => office.telegram.sent(chat).findLast((one) => says.test(wordsOf(one))));

/** Presses a button of a message once it has it. */
async function press({ chat, message_id: id }: FakeMessage, label: string): Promise<void> {
  const labelled = (one: FakeMessage) =>
    one.message_id === id && buttonsOf(one).some(({ text }) => text === label);
  office.telegram.press(await office.telegram.until(() => office.telegram.sent(chat).find(labelled)), label);
}

/** Approves the publication that waits. */
async function approve(): Promise<void> {
  const { telegram, operator } = office;
  const approval = (one: FakeMessage) => buttonsOf(one).find(({ text }) => text === "Duyệt gửi");
  const notice = await telegram.until(() => telegram.sent(operator).findLast(approval));
  telegram.press(notice, "Duyệt gửi");
}

/** What is in force for a commune. */
const figureOf = async (name: string, indicator: string) => {
  const { units, sheets } = office.services;
  const sheet = await sheets.current("od332", toPeriod("2024-08"));
  return sheet?.observations.find((one) => units.get(one.unit)?.name === name && one.indicator === indicator)
    ?.value;
};

it("a clerk's month on Telegram: a file, a cell put right, stored, sent, corrected by a second file, taken back", async () => {
  office = await startTwoPlatforms();
  office.setClock("2024-09-12T08:00:00+07:00");
  const { telegram, operator, order } = office;
  const group = telegram.group({ title: "Tổ 766", admins: [telegram.someone] });
  telegram.say(group, "/dangky kết quả tháng");
  await until(group, /^Đã đăng ký/u);

  telegram.say(operator, "", { extra: { document: telegram.upload("cong-van-412.docx", FIRST) } });
  const preview = await until(operator, /^Tệp: cong-van-412\.docx/u);
  telegram.say(operator, "sửa Cương Chính tiến độ 82,17", { replyTo: preview });
  const mended = await until(operator, /^Đã ghi ý vừa gõ/u);
  expect(wordsOf(mended)).toContain("– xã Cương Chính, Đúng hạn (%): 82,71% → 82,17%");
  await press(mended, "Thêm 5 đơn vị mới");
  await press(mended, "Nhập");
  await until(operator, /^Đã lưu: huyện Tiên Lữ, tháng 8\/2024, bản 1/u);
  expect(await figureOf("Cương Chính", "on-time-rate")).toBe(82.17);
  await approve();
  expect(wordsOf(await until(group, /^Xếp hạng tháng 8\/2024/u))).toContain("Thủ Sỹ 89,63");

  telegram.say(operator, "", { extra: { document: telegram.upload("cong-van-412-sua.txt", SECOND) } });
  const second = await until(operator, /^Tệp: cong-van-412-sua\.txt/u);
  await press(second, "Nhập");
  const stored = await until(operator, /^Đã lưu: huyện Tiên Lữ, tháng 8\/2024, bản 2/u);
  await approve();
  expect(wordsOf(await until(group, /89,63 → 89,36/u))).toMatch(/^Đính chính kết quả tháng 8\/2024/u);

  await press(stored, "Hoàn tác");
  expect(wordsOf(await until(operator, /^Đã hoàn tác/u))).toContain("bản 3 lấy lại số liệu của bản 1");
  expect(await figureOf("Thủ Sỹ", "TOTAL")).toBe(89.63);
  await approve();
  expect(wordsOf(await until(group, /89,36 → 89,63/u))).toContain("Bản 3 (lấy lại số liệu bản 1) thay bản 2");
  expect(await order("/nguon tháng 8/2024")).toContain("Lấy lại số liệu bản 1. So với bản 2: 2 số đổi");
});
