import { describe, expect, it } from "vitest";
import { read } from "#test/services/documents/reading.ts";

const letter = (day: string, period: string) => `ỦY BAN NHÂN DÂN
HUYỆN TIÊN LỮ
Số: 15/UBND-VP
Tiên Lữ, ngày ${day}

V/v công bố kết quả đánh giá Bộ chỉ số phục vụ người dân, doanh nghiệp ${period}

Kết quả đánh giá ${period}: xã Thủ Sỹ đạt 80,5 điểm; xã Lệ Xá đạt 81,2 điểm.`;

async function periodOf(day: string, period: string): Promise<string | undefined> {
  const { sheets } = await read(letter(day, period));
  return sheets[0]?.period;
}

describe("a period without its year", () => {
  it.each([
    ["05 tháng 01 năm 2024", "tháng 12", "2023-12"],
    ["20 tháng 02 năm 2025", "quý IV", "2024-Q4"],
    ["10 tháng 01 năm 2025", "tuần thứ 52", "2024-W52"],
    ["05 tháng 9 năm 2024", "tháng 8", "2024-08"],
    ["28 tháng 8 năm 2024", "tháng 8", "2024-08"],
  ])("in a paper of %s, %s is %s", async (day, period, meant) => {
    expect(await periodOf(day, period)).toBe(meant);
  });

  it("is not one of the calendar where its week begins after the paper: it is asked for", async () => {
    const extraction = await read(letter("06 tháng 11 năm 2024", "tuần thứ 47"));
    expect(extraction.sheets).toEqual([]);
    expect(extraction.open).toContain("period");
    expect(extraction.unread.join()).toContain("80,5");
  });
});
