import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

describe("/congthuc", () => {
  it("tells the rate, the points, what counts and where it comes from", async () => {
    const said = await bot.answer("/congthuc đúng hạn");
    expect(said.split("\n").slice(0, 4)).toEqual([
      "Công thức · Tỷ lệ hồ sơ giải quyết đúng hạn (2.1)",
      "Thuộc nhóm Tiến độ giải quyết (20 điểm): tối đa 20 điểm.",
      "Tỷ lệ = hồ sơ đã xong hoặc đang xử lý mà trước hạn, đúng hạn ÷ tất cả hồ sơ tiếp nhận và xử lý trong kỳ.",
      "Điểm = 20 × tỷ lệ: 50% được 10 điểm.",
    ]);
    expect(said).toMatch(/\nNguồn: .*Chưa đối chiếu với toàn văn Quyết định 766\/QĐ-TTg/u);
  });

  it("says what is not certain, and what is not known", async () => {
    expect(await bot.answer("/congthuc 4.2")).toContain("Chưa chắc chắn: hai nguồn khác nhau");
    expect(await bot.answer("/congthuc hồ sơ nộp trực tuyến")).toContain("Chưa rõ cách quy ra điểm.");
    const group = await bot.answer("/congthuc dvctt");
    expect(group.match(/chưa rõ số điểm/gu)).toHaveLength(3);
    expect(group.match(/Chưa chắc chắn/gu)).toHaveLength(1);
  });

  it("tells a group's components, and the groups of the whole", async () => {
    const group = await bot.say("/congthuc số hóa");
    expect(group?.text.text).toContain("4.1 Tỷ lệ cấp kết quả bản điện tử: 6 điểm");
    expect(group?.actions.flat()).toContainEqual({
      label: "Kết quả điện tử",
      command: "/congthuc e-result-rate",
    });
    expect(await bot.answer("/congthuc")).toContain("Số hóa hồ sơ: 22 điểm, 7 chỉ số thành phần");
    expect(await bot.answer("/congthuc tổng điểm")).toBe(await bot.answer("/congthuc"));
  });

  it("finds components by their number, several at once, and says what it does not know", async () => {
    const two = await bot.answer("/congthuc 3.5");
    expect(two).toContain("(3.5a)");
    expect(two).toContain("(3.5b)");
    expect(await bot.say("/congthuc 7.7")).toMatchObject({ refused: "not-understood" });
    expect(await bot.say("/congthuc lương")).toMatchObject({ refused: "not-understood" });
  });

  it("says of something counted that it earns no points by itself", async () => {
    expect(await bot.answer("/congthuc hồ sơ tạm dừng")).toContain("không được chấm điểm riêng");
  });

  it("tells of a unit in the sentence that it makes no difference", async () => {
    const said = await bot.answer("công thức tính đúng hạn của Thủ Sỹ");
    expect(said).toMatch(/^Chưa dùng: “Thủ Sỹ”\.\nCông thức · /u);
  });
});
