import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buttonsOf, startTelegramBot, type TelegramBot, wordsOf } from "#test/bot/program/telegram-bot.ts";
import { wordsOfRich } from "#test/support/fake-telegram/rich.ts";
import type { FakeChat, FakeMessage, FakeUser } from "#test/support/fake-telegram/world.ts";

let bot: TelegramBot;
let binh: FakeUser;
let chief: FakeUser;
let group: FakeChat;

beforeEach(async () => {
  bot = await startTelegramBot();
  binh = bot.fake.person("Bình");
  chief = bot.fake.person("Trưởng");
  group = bot.fake.group({ admins: [chief] });
});
afterEach(() => bot.close());

const LIST = "/xephang top 2 tháng 8/2024";

const seen = ({ rich_message: rich }: FakeMessage) => (rich ? wordsOfRich(rich.blocks) : null);
const byChief = (text: string) => bot.ask(group, text, { from: chief });

/** Presses a button of the trial, and waits for what stands there then. */
async function answerTrial(trial: FakeMessage, label: string, from: FakeUser): Promise<FakeMessage> {
  bot.fake.press(trial, label, from);
  return bot.fake.until(() =>
    bot.fake.sent(group).find((one) => one.message_id === trial.message_id && one.text !== undefined),
  );
}

describe("lists as tables in a Telegram group", () => {
  it("are asked for by an admin, tried, and sent once somebody there has seen one", async () => {
    const trial = await byChief("/caidat bảng");
    expect(seen(trial)).toMatchInlineSnapshot(`
      "Bảng kẻ ô gửi thử
      Hạng | Đơn vị | Điểm
      1 | Xã Ví Dụ A | 90,00
      2 | Xã Ví Dụ B | 85,50
      Anh/chị có thấy bảng có hàng, có cột ở trên không? Nếu còn máy nào trong nhóm không thấy, xin chọn “Không thấy”."
    `);
    expect(buttonsOf(trial).map(({ text }) => text)).toEqual(["Thấy rõ", "Không thấy"]);
    expect(seen(await bot.ask(group, LIST, { from: binh }))).toBeNull();

    expect(wordsOf(await answerTrial(trial, "Thấy rõ", binh))).toContain("bảng kẻ ô");
    expect(seen(await bot.ask(group, LIST, { from: binh }))).toMatchInlineSnapshot(`
      "Xếp hạng tháng 8/2024 · huyện Tiên Lữ · 15 xã, thị trấn
      2 đơn vị dẫn đầu
      Trong ngoặc: tăng giảm so với tháng 7/2024 (suy từ mức tăng giảm công bố)
      Hạng | Đơn vị | Điểm | Tăng giảm
      1 | Thủ Sỹ | 89,63 | +6,96 ▲12
      2 | Hải Triều | 88,82 | +6,60 ▲12
      Tăng nhiều nhất: Thủ Sỹ +6,96 (▲12) · Giảm nhiều nhất: Cương Chính −2,60 (▼7) · so với tháng 7/2024 (suy từ mức tăng giảm công bố)
      Toàn huyện: 88,03/100 (Tốt)
      SỐ LIỆU MẪU · Chính thức · bản 1 · công văn UBND huyện Tiên Lữ, kết quả tháng 8/2024 · thời điểm trích xuất: công văn không nêu"
    `);
    expect(wordsOf(await byChief("/caidat"))).toContain("Bảng: kẻ ô");

    await byChief("/caidat bảng tắt");
    expect(seen(await bot.ask(group, LIST, { from: binh }))).toBeNull();
  });

  it("stay in words where somebody sees none", async () => {
    const trial = await byChief("/caidat bảng");
    expect(wordsOf(await answerTrial(trial, "Không thấy", binh))).toContain("bằng chữ");
    expect(seen(await bot.ask(group, LIST, { from: binh }))).toBeNull();
  });

  it("are neither asked for nor turned on by others than admins", async () => {
    expect(wordsOf(await bot.ask(group, "/caidat bảng", { from: binh }))).toContain("quản trị viên");
    expect(wordsOf(await bot.ask(group, "/caidat bảng thấy rõ", { from: binh }))).toContain("quản trị viên");
    expect(seen(await bot.ask(group, LIST, { from: binh }))).toBeNull();
  });

  it("that Telegram takes no more come in words, and the group is told so once", async () => {
    await byChief("/caidat bảng thấy rõ");
    bot.fake.world.knowsNoTables = true;
    const before = bot.fake.sent(group).length;
    await byChief(LIST);
    await bot.fake.until(() => bot.fake.sent(group).length === before + 2);
    await byChief(LIST);
    const [first, told, second, ...more] = bot.fake.sent(group).slice(before).map(wordsOf);
    expect(first).toContain("1. Thủ Sỹ 89,63");
    expect(told).toMatchInlineSnapshot(
      `"Telegram chưa nhận bảng kẻ ô ở đây, nên bot gửi bằng chữ như trước. Muốn thử lại, gõ /caidat bảng."`,
    );
    expect(second).toBe(first);
    expect(more).toEqual([]);
    bot.fake.world.knowsNoTables = false;
    expect(seen(await byChief(LIST))).toBeNull();
  });
});
