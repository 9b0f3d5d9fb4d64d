import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enter, labels, owed, press, results } from "#test/support/intake-desk.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const EDITOR = { as: "editor" } as const;
const TABLE = [
  "STT\tĐơn vị\tTổng điểm\tXếp hạng",
  "1\tXã Thủ Sỹ\t89,63\t1",
  "2\tXã Nhật Tân\t88,23\t2",
  "3\tXã Cương Chính\t83,28\t3",
].join("\n");

/** Communes of these names lie in many districts. */
const NAMESAKES = TABLE.replace("Thủ Sỹ", "Tân Lập")
  .replace("Nhật Tân", "Hòa Bình")
  .replace("Cương Chính", "Minh Tân");

let bot: TestBot;

beforeEach(async () => {
  bot = await startBot({ empty: true, homeScope: "huyện Tiên Lữ" });
});
afterEach(() => bot.stop());

const say = async (text: string) => owed(await bot.say(text, EDITOR));

describe("a paper that names neither period nor area", () => {
  it("is read all the same, and is asked about, one thing after the other", async () => {
    const asked = await say(`/nhap ${NAMESAKES}`);
    expect(asked.text.text).toContain("Đã đọc, đang chờ trả lời (3):\n– 1 · Xã Tân Lập · 89,63 · 1");
    expect(asked.text.text).toMatch(/\nSố liệu của kỳ nào\? Anh\/chị chọn bên dưới, hoặc gõ kỳ/u);
    expect(labels(asked)).toEqual(["Tháng 10/2026", "Tháng 9/2026", "Bỏ"]);

    const period = await say("kỳ 8/2024");
    expect(period.text.text).toContain("Người nhập cho biết (1):\n– Kỳ: tháng 8/2024");
    expect(period.text.text).toMatch(/\nKết quả của tỉnh, huyện hay xã nào\?/u);
    expect(labels(period)).toEqual(["Huyện Tiên Lữ", "Hoàn tác", "Bỏ"]);

    const whole = await press(bot, period, "Huyện Tiên Lữ", EDITOR);
    expect(whole.text.text).toContain("Huyện Tiên Lữ, tháng 8/2024: 3 đơn vị, 1 chỉ số");
    expect(whole.text.text).not.toContain("người nhập cho biết");
    const saved = await enter(bot, whole, EDITOR);
    expect(saved.text.text).toMatch(/^Đã lưu: huyện Tiên Lữ, tháng 8\/2024, bản 1\./u);

    const sheet = await bot.app.services.sheets.current("od332", "2024-08" as never);
    expect(sheet?.by).toEqual(["test:person"]);
    expect(sheet?.documents[0]?.words?.slice(0, 2)).toEqual([
      expect.objectContaining({ kind: "period", before: null, after: "2024-08", by: "test:person" }),
      expect.objectContaining({ kind: "scope", unit: "od332", by: "test:person" }),
    ]);
  });

  it("takes the bare answer to what was asked, and leaves other questions alone", async () => {
    await say(`/nhap ${NAMESAKES}`);
    expect((await say("/trogiup")).text.text).not.toContain("kỳ nào");
    expect((await say("8/2024")).text.text).toContain("– Kỳ: tháng 8/2024");
    expect((await say("Tiên Lữ")).text.text).toContain("– Địa bàn: huyện Tiên Lữ");
    expect((await bot.say("kết quả là gì", EDITOR))?.shows).toBeUndefined();
  });

  it("refuses the buttons of the question before, and takes an answer back", async () => {
    const asked = await say(`/nhap ${TABLE}`);
    const period = await say("kỳ 8/2024");
    expect((await press(bot, asked, "Tháng 10/2026", EDITOR)).refused).toBe("unknown-paper");
    const back = await press(bot, period, "Hoàn tác", EDITOR);
    expect(back.text.text).toMatch(/^Đã hoàn tác ý vừa gõ\./u);
    expect(labels(back)).toEqual(labels(asked));
    expect((await say("hoàn tác")).text.text).toContain("không có gì để làm");
  });

  it("waits for its answer through a restart", async () => {
    await say(`/nhap ${TABLE}`);
    const restarted = await startBot({ empty: true, homeScope: "huyện Tiên Lữ", store: bot.store });
    const answered = await restarted.say("ky 8/2024\ndia ban huyen Tien Lu", EDITOR);
    expect(answered?.text.text).toContain("Huyện Tiên Lữ, tháng 8/2024: 3 đơn vị");
    await restarted.stop();
  });

  it("is hinted at by the name of its file", async () => {
    const { intake } = bot.app.services;
    const writer = { chat: "test:1", person: "test:person" };
    const bytes = new TextEncoder().encode(TABLE.replaceAll("\t", ","));
    const preview = await intake.readFile(writer, { name: "bao-cao_thang 8-2024.csv", bytes });
    const asked = await say(`/nhap tóm tắt ${preview.code}`);
    expect(labels(asked)[0]).toBe("Tháng 8/2024");
  });
});

describe("an answer that cannot be", () => {
  it("is told: the area did not exist then, and its figures are not lost in silence", async () => {
    await say(`/nhap ${NAMESAKES}`);
    const said = await say("kỳ quý 3/2026\nđịa bàn huyện Tiên Lữ");
    expect(said.text.text).toMatch(
      /– Danh mục không có huyện Tiên Lữ.* vào quý 3\/2026 nên không lấy 3 số\./u,
    );
    expect(said.text.text).not.toContain("Không có gì mới");
    expect(labels(said)).toEqual(["Hoàn tác", "Bỏ"]);
    expect((await say("kỳ 8/2024")).text.text).toContain("Huyện Tiên Lữ, tháng 8/2024: 3 đơn vị");
  });

  it("comes before its figures are there to be put right", async () => {
    await say(`/nhap ${NAMESAKES}`);
    expect((await say("sửa Tân Lập tổng điểm 88")).text.text).toContain(
      "trả lời câu hỏi về kỳ, địa bàn trước",
    );
  });
});

describe("a paper that names a month without a year", () => {
  it("is stored only once a person said the year", async () => {
    const paper = `Kết quả Bộ chỉ số 766 tháng 8 của tỉnh Lâm Đồng\n${TABLE}`;
    const asked = await say(`/nhap ${paper}`);
    expect(asked.text.text).toContain("Văn bản không ghi năm: đây là tháng 8/2026?");
    expect(labels(asked)).not.toContain("Nhập");
    const code = asked.actions.flat().at(-1)?.command.split(" ").at(-1);
    await bot.say(`/nhap xác nhận ${code}`, EDITOR);
    expect(await results(bot)).toEqual([]);
    const said = await press(bot, asked, "Tháng 8/2025", EDITOR);
    expect(said.text.text).toContain("Tỉnh Lâm Đồng, tháng 8/2025");
    expect(said.text.text).toContain("– Kỳ: tháng 8/2026 → tháng 8/2025");
    expect((await enter(bot, said, EDITOR)).text.text).toMatch(/^Đã lưu/u);
  });
});
