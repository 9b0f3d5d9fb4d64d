import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

describe("/bangtin", () => {
  it("is one plain text of the month's figures, in whole sentences, with nothing beside it", async () => {
    const reply = await bot.say("/bangtin tháng 8");
    expect(reply?.text.text.split("\n")).toEqual([
      "KẾT QUẢ BỘ CHỈ SỐ 766 THÁNG 8/2024 – HUYỆN TIÊN LỮ",
      "Kết quả phục vụ người dân, doanh nghiệp trong thực hiện thủ tục hành chính, dịch vụ công theo Quyết định số 766/QĐ-TTg của 15 xã, thị trấn thuộc huyện Tiên Lữ tháng 8/2024 như sau:",
      "- Toàn huyện đạt 88,03/100 điểm, xếp loại Tốt.",
      "- Dẫn đầu: xã Thủ Sỹ (89,63 điểm), xã Hải Triều (88,82 điểm), xã Nhật Tân (88,23 điểm).",
      "- Thấp nhất: xã Cương Chính (83,28 điểm), xã Ngô Quyền (83,58 điểm), xã Thiện Phiến (85,22 điểm).",
      "- Tăng nhiều nhất là xã Thủ Sỹ (tăng 6,96 điểm); giảm nhiều nhất là xã Cương Chính (giảm 2,60 điểm) so với tháng 7/2024.",
      "- Hồ sơ chưa số hóa thành phần hồ sơ: 29 hồ sơ ở 3 đơn vị, gồm xã Đức Thắng (13 hồ sơ), xã Nhật Tân (11 hồ sơ), xã Hưng Đạo (5 hồ sơ).",
      "- Hồ sơ chưa số hóa kết quả: 63 hồ sơ ở 3 đơn vị, gồm xã Trung Dũng (36 hồ sơ), xã Minh Phượng (15 hồ sơ), xã Đức Thắng (12 hồ sơ).",
      "(Số liệu chính thức, SỐ LIỆU MẪU; nguồn: công văn UBND huyện Tiên Lữ, kết quả tháng 8/2024; thời điểm trích xuất: công văn không nêu.)",
    ]);
    expect([reply?.text.spans, reply?.actions]).toEqual([[], []]);
  });

  it.each(["2026 cả nước", "Gia Lai t2/2026", "Phú Thọ t8/2026"])(
    "fits into one message: %s",
    async (words) => {
      const text = await bot.answer(`/bangtin ${words}`);
      expect(text.length).toBeLessThanOrEqual(1800);
      expect(text.split("\n").length).toBeGreaterThan(4);
    },
  );
});
