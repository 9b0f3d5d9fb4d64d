import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lostNumbers } from "#test/services/documents/every-number.ts";
import { read } from "#test/services/documents/reading.ts";

const figure = fc.integer({ min: 5_001, max: 9_989 }).map((hundredths) => (hundredths / 100).toFixed(2));
const written = figure.map((value) => value.replace(".", ","));

/** Short lines that stand above "Kính gửi" and report something. */
const LINES: readonly ((value: string, other: string) => string)[] = [
  (value) => `V/v kết quả Bộ chỉ số 766 tháng 9/2024 của huyện Tiên Lữ đạt ${value} điểm`,
  (value, other) => `V/v kết quả tháng 9/2024 đạt ${value} điểm, tăng ${other} điểm`,
  (value) => `Tổng điểm: ${value}`,
  (value) => `Kết quả: ${value}/100 điểm`,
  (value) => `Điểm tổng hợp tháng 9: ${value} điểm, xếp hạng 3/10`,
  (value) => `Tỷ lệ hồ sơ đúng hạn ${value}%`,
  (value) => `(Tỷ lệ thanh toán trực tuyến đạt ${value} %)`,
  (value, other) => `Xã Thủ Sỹ ${value} điểm; xã Nhật Tân ${other} điểm`,
  (value) => `Trích yếu: kết quả ${value}`,
  (value, other) => `Điểm kỳ này ${value}, kỳ trước ${other}`,
  () => "Tổng số hồ sơ tiếp nhận: 30.204 hồ sơ",
  () => "Tiếp nhận 1.234 hồ sơ, quá hạn 17 hồ sơ",
  (value) => `Chỉ tiêu: phấn đấu đạt ${value}% hồ sơ`,
  (value) => `BÁO CÁO NHANH: ${value} ĐIỂM`,
];

const line = fc
  .tuple(fc.constantFrom(...LINES), written, written)
  .map(([say, value, other]) => say(value, other));

const letter = fc
  .record({
    office: fc.constantFrom(
      "UBND HUYỆN TIÊN LỮ",
      "UBND HUYỆN TIÊN LỮ\nVĂN PHÒNG",
      "UBND HUYỆN TIÊN LỮ\t\tCỘNG HÒA",
    ),
    above: fc.array(line, { minLength: 1, maxLength: 4 }),
    gap: fc.constantFrom("\n", "\n\n"),
    number: fc.boolean(),
    first: fc.boolean(),
    opening: fc.constantFrom(
      "Kính gửi: UBND các xã, thị trấn.",
      "Căn cứ Quyết định số 766/QĐ-TTg ngày 23/6/2022;",
    ),
  })
  .map(({ office, above, gap, number, first, opening }) => {
    const stamp = [...(number ? ["Số: 412/UBND-VP"] : []), "Tiên Lữ, ngày 05 tháng 10 năm 2024"];
    const lines = first ? [...above, ...stamp] : [...stamp, ...above];
    return `${office}\n${lines.join(gap)}\n\n${opening}\n\nĐiểm tổng hợp tháng 9/2024 của huyện đạt 88,03 điểm.\n`;
  });

describe("a figure above the text proper", () => {
  it("is taken, told as unread, or of a kind that is no result, wherever it stands", async () => {
    await fc.assert(
      fc.asyncProperty(letter, async (text) => {
        expect(lostNumbers(text, await read(text), false)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("is told with its place where the text gives another one", async () => {
    const subject =
      "Tỷ lệ hồ sơ đúng hạn 54,01%\nV/v kết quả Bộ chỉ số 766 tháng 9/2024 của huyện Tiên Lữ đạt 51,01 điểm\nĐiểm tổng hợp tháng 9: 53,01 điểm, xếp hạng 3/10";
    const text = `UBND HUYỆN TIÊN LỮ\nTiên Lữ, ngày 05 tháng 10 năm 2024\n${subject}\n\nKính gửi: UBND các xã.\n\nĐiểm tổng hợp tháng 9/2024 của huyện đạt 88,03 điểm.\n`;
    const { unread } = await read(text);
    expect(unread.join("\n")).toContain("53,01 điểm, xếp hạng 3/10");
  });

  it("of the subject is the result it speaks of", async () => {
    const text =
      "UBND HUYỆN TIÊN LỮ\nSố: 412/UBND-VP\nTiên Lữ, ngày 05 tháng 10 năm 2024\nV/v kết quả Bộ chỉ số 766 tháng 9/2024 đạt 87,03 điểm\n\nKính gửi: UBND các xã.\n\nĐề nghị các xã nghiên cứu.\n";
    const { sheets } = await read(text);
    expect(sheets.flatMap(({ rows }) => rows.map(({ indicator, value }) => [indicator, value]))).toEqual([
      ["TOTAL", 87.03],
    ]);
  });
});
