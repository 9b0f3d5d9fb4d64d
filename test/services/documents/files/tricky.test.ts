import { describe, expect, it } from "vitest";
import { fileOf, tablesOf, textsOf } from "#test/services/documents/files/office-set.ts";

/** Values and not what a program shows of them; ODF has no logical values of its own. */
const sheetRows = (yes: string) => [
  ["STT", "Đơn vị", "Điểm thành phần", "Điểm thành phần", "Tổng", "Ngày"],
  ["STT", "Đơn vị", "Tiến độ", "Tỷ lệ", "Tổng", "Ngày"],
  ["1", "UBND xã Thủ Sỹ", "18,5", "97,4%", "115,9", "05/09/2024"],
  ["2", "UBND xã Hải Triều", "88,82", "82,71%", "18,5", "45540"],
  ["3", "UBND xã Nhật Tân", "30204", "100%", "#DIV/0!", "05/9/2024"],
  ["4", "UBND xã Hưng Đạo", "86,2", "75%", "=cmd|' /C calc'!A0", yes],
  ["5", "UBND xã Ẩn", "88,08", "", "12,5", ""],
];

describe("a workbook with merged heads, formats, errors and hidden parts", () => {
  for (const [ending, yes] of [
    ["xlsx", "Có"],
    ["xls", "Có"],
    ["ods", "1"],
  ] as const) {
    it(`gives values, the Vietnamese way, and says what nobody sees in it: ${ending}`, async () => {
      const document = await fileOf(`office/tricky.${ending}`);
      expect(tablesOf(document)).toEqual([
        sheetRows(yes),
        [
          ["STT", "Đơn vị", "Điểm"],
          ["1", "UBND xã Lệ Xá", "87,31"],
        ],
      ]);
      expect(textsOf(document)).toEqual(["Tháng 8", "BẢNG ĐIỂM", "Tháng 9"]);
      expect(document.notes).toEqual([
        { code: "hidden-sheets", facts: { sheets: "Ẩn, RấtẨn" } },
        { code: "hidden-rows", facts: { sheet: "Tháng 8", rows: 1 } },
      ]);
    });
  }
});

describe("a Word file with automatic numbers, changes, notes and boxes", () => {
  it("is read as it would be printed: docx", async () => {
    const document = await fileOf("office/tricky.docx");
    expect(textsOf(document)).toEqual(["ĐẦU TRANG", ...TEXT, NOTE, BOX, "CHÂN TRANG"]);
    expect(tablesOf(document)).toEqual([TABLE]);
  });

  it("is read as it would be printed: doc", async () => {
    const document = await fileOf("office/tricky.doc");
    expect(textsOf(document)).toEqual(["ĐẦU TRANG", "CHÂN TRANG", ...TEXT, BOX, NOTE]);
    expect(tablesOf(document)).toEqual([TABLE]);
  });
});

const TEXT = ["Yêu cầu:", "1. Giao Sở Nội vụ", "a) Rà soát", "2. Giao Sở Y tế", "Hạn\t15/9\ndòng hai thêm"];
const NOTE = "Chú thích 59,06/100 điểm";
const BOX = "TRONG HỘP CHỮ";
const TABLE = [
  ["STT", "Điểm", "Điểm", "Tổng"],
  ["STT", "A", "B", "Tổng"],
  ["1", "8,5 dòng 2", "x trong 1 trong 2", "17"],
];
