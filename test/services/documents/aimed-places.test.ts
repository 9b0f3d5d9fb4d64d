import { describe, expect, it } from "vitest";
import { read } from "#test/services/documents/reading.ts";

const HEAD =
  "UBND TỈNH LÀO CAI\nSố: 12/UBND-VP\nLào Cai, ngày 05 tháng 10 năm 2025\nV/v kết quả Bộ chỉ số 766 tháng 9/2025\n\nKính gửi: UBND các xã, phường.\n\nĐiểm tổng hợp Bộ chỉ số 766 tháng 9/2025 của tỉnh đạt 88,03 điểm.\n";

async function placesOf(sentence: string) {
  const { sheets, unread } = await read(`${HEAD}${sentence}\n`);
  return { ranks: sheets.flatMap(({ rows }) => rows.flatMap(({ rank }) => rank ?? [])), unread };
}

describe("a place that is to be reached", () => {
  it.each([
    "Phấn đấu năm 2025 xếp thứ 5/34 tỉnh, thành phố.",
    "Tỉnh phấn đấu đạt 95 điểm, xếp hạng 5/34.",
    "Phấn đấu tháng 10/2025 đạt 92,5 điểm, xếp vị trí thứ 5/34.",
    "Mục tiêu đến hết năm 2025 tỉnh đứng thứ 5/34.",
    "Tỉnh quyết tâm vươn lên vị trí thứ 5/34 trong quý IV/2025.",
    "Yêu cầu các đơn vị khắc phục để tỉnh vươn lên vị trí thứ 5/34 trong quý IV/2025.",
    "Xã Bát Xát đạt 91,2 điểm (phấn đấu xếp thứ 5/99).",
  ])("is no result, and is told: %s", async (sentence) => {
    const { ranks, unread } = await placesOf(sentence);
    expect(ranks).toEqual([]);
    expect(unread.join("\n")).toMatch(/thứ 5|hạng 5/u);
  });

  it.each([
    "Tỉnh đạt 88,03 điểm, xếp thứ 5/34.",
    "Hoàn thành mục tiêu đề ra, tỉnh xếp thứ 5/34.",
    "Tuy có phấn đấu, tỉnh mới xếp thứ 5/34.",
    "Đề nghị xã Bát Xát (xếp thứ 5/99) phát huy.",
    "Tỉnh vươn lên vị trí thứ 5/34.",
  ])("one that was reached is a result: %s", async (sentence) => {
    expect((await placesOf(sentence)).ranks).toEqual([5]);
  });
});
