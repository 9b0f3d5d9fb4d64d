import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { buttonsOf, wordsOf } from "#test/bot/program/telegram-bot.ts";
import { startTwoPlatforms, type TwoPlatforms } from "#test/bot/program/two-platforms.ts";
import { LETTERS, textOf } from "#test/services/documents/reading.ts";
import type { FakeMessage } from "#test/support/fake-telegram/world.ts";
import { cut } from "#test/support/intake-desk.ts";

const PARTS = cut(textOf(LETTERS.tienLu), 3_900);

let office: TwoPlatforms;
beforeEach(async () => {
  office = await startTwoPlatforms();
});
afterEach(() => office.close());

const heads = () => office.services.sheets.heads();

/** What the bot's message says once it says that. */
function become(message: FakeMessage, words: RegExp): Promise<FakeMessage> {
  const { telegram } = office;
  return telegram.until(() => {
    const now = telegram.messages(message.chat).find((one) => one.message_id === message.message_id);
    return now && words.test(wordsOf(now)) ? now : null;
  });
}

/** Says the parts one after another; the bot's answers to them are returned with what was said. */
async function paste(parts: readonly string[]) {
  const { telegram, operator } = office;
  const said: FakeMessage[] = [];
  for (const part of ["/nhap", ...parts]) {
    const before = telegram.sent(operator).length;
    said.push(telegram.say(operator, part));
    await telegram.until(() => telegram.sent(operator)[before]);
  }
  return said.slice(1);
}

const lastSent = (): FakeMessage =>
  office.telegram.sent(office.operator).at(-1) ?? expect.fail("nothing was sent");

const sentNow = (): number => office.telegram.sent(office.operator).length;

describe("an edited message that is part of a pasted paper", () => {
  it("takes the place of the part while it is collected, however short it is", async () => {
    const { telegram } = office;
    const [first = expect.fail()] = await paste(["Thủ Sỹ 89,63 điểm", ...PARTS]);
    const before = sentNow();
    telegram.edit(first, "Số liệu tháng 8/2024");
    const told = await become(lastSent(), /^Đã thay phần 1\/3 bằng nội dung vừa sửa/u);
    expect(sentNow()).toBe(before);
    telegram.press(told, "Xem kết quả đọc");
    expect(wordsOf(await become(told, /15 đơn vị/u))).toContain("36 số mới");
  });

  it("renews the preview in its place, whose old buttons confirm nothing", async () => {
    const { telegram, operator } = office;
    const [first = expect.fail(), ...others] = await paste(PARTS);
    expect(others.length).toBeGreaterThan(0);
    telegram.press(lastSent(), "Xem kết quả đọc");
    const preview = await become(lastSent(), /15 đơn vị/u);
    const old = buttonsOf(preview).find(({ text }) => text === "Thêm 5 đơn vị mới")?.callback_data ?? "";
    telegram.edit(first, (first.text ?? "").replaceAll("88,03", "88,13"));
    const renewed = await become(preview, /^Đã thay phần 1\/2 bằng nội dung vừa sửa và đọc lại/u);
    telegram.pressData(renewed, old);
    await telegram.until(() => (/không còn/u.test(wordsOf(lastSent())) ? lastSent() : null), 100_000);
    expect(await heads()).toEqual([]);
    telegram.press(renewed, "Thêm 5 đơn vị mới");
    telegram.press(await become(renewed, /^Đã ghi ý vừa gõ/u), "Nhập");
    await expect.poll(heads).not.toEqual([]);
    const province = await office.services.sheets.current("op33", toPeriod("2024-08"));
    expect(province?.observations.map(({ value }) => value)).toContain(88.13);
    expect(telegram.sent(operator).length).toBeGreaterThan(0);
  });

  it("changes nothing once the paper is stored, and that is said beside what was answered", async () => {
    const { telegram } = office;
    const [first = expect.fail()] = await paste(PARTS);
    telegram.press(lastSent(), "Xem kết quả đọc");
    telegram.press(await become(lastSent(), /15 đơn vị/u), "Thêm 5 đơn vị mới");
    telegram.press(await become(lastSent(), /^Đã ghi ý vừa gõ/u), "Nhập");
    const saved = await become(lastSent(), /^Đã lưu/u);
    const stored = await heads();
    telegram.edit(first, (first.text ?? "").replaceAll("88,03", "88,13"));
    const told = await telegram.until(() => (lastSent() === saved ? null : lastSent()), 100_000);
    expect(wordsOf(told)).toMatch(/^Số liệu của văn bản này đã lưu từ trước, sửa tin không làm thay đổi/u);
    expect(await heads()).toEqual(stored);
  });
});
