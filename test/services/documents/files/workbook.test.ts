import { utils, type WorkBook, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { readDocument } from "#services/documents/read-document.ts";
import { tablesOf, textsOf } from "#test/services/documents/files/office-set.ts";
import { bytesOf, facts, LETTERS, read } from "#test/services/documents/reading.ts";

type Value = string | number | null | { readonly v: number; readonly z: string };

function workbook(sheets: Readonly<Record<string, readonly (readonly Value[])[]>>): WorkBook {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const cells = rows.map((row) =>
      row.map((cell) => (typeof cell === "object" && cell ? { t: "n", ...cell } : cell)),
    );
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name);
  }
  return book;
}

const bytesIn = (book: WorkBook, bookType: "xlsx" | "biff8" | "ods" | "xlsb" | "xlml" = "xlsx"): Uint8Array =>
  new Uint8Array(write(book, { type: "array", bookType }));

const document = (book: WorkBook) => readDocument({ name: "a.docx", bytes: bytesIn(book) });

describe("a workbook", () => {
  it("gives values the Vietnamese way and without the noise of reckoning, whatever its formats show", async () => {
    const cells: readonly (readonly [number, string, string])[] = [
      [0.974, "0.0%", "97,4%"],
      [0.9740000000000001, "0%", "97,4%"],
      [88.03125, "0.00", "88,03125"],
      [81.07 + 6.96, "General", "88,03"],
      [30_204, "#,##0", "30204"],
      [97.4, '0.0"%"', "97,4%"],
      [-0.8, "0.00;[Red]-0.00", "-0,8"],
      [0, '0.00;-0.00;"-"', "0"],
      [45_540, "dd/mm/yyyy", "05/09/2024"],
      [45_540.5, "dd/mm/yyyy hh:mm", "05/09/2024 12:00"],
      [45_505, "mm-yyyy", "08/2024"],
      [45_540, "General", "45540"],
    ];
    const rows = cells.map(([v, z], i): Value[] => [`dòng ${i}`, { v, z }]);
    const [table] = tablesOf(await document(workbook({ Sheet1: [["Tên", "Số"], ...rows] })));
    expect(table?.slice(1).map(([, text]) => text)).toEqual(cells.map(([, , text]) => text));
  });

  it("sets what stands above heads and below the last row apart, and names its sheets", async () => {
    const book = workbook({
      "Tháng 8": [
        ["UBND HUYỆN TIÊN LỮ", null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Kết quả tháng 8/2024"],
        ["STT", "Đơn vị", "Điểm", "Hạng"],
        ["I", "Các xã"],
        [1, "xã Thủ Sỹ", 89.63, 1],
        [2, "xã Hải Triều", 88.82, 2],
        ["Người lập biểu"],
        [],
        ["Ghi chú: số liệu tạm tính"],
      ],
      Sheet2: [
        ["Đơn vị", "Điểm"],
        ["xã Lệ Xá", 87.31],
      ],
      Trống: [],
    });
    const read = await document(book);
    expect(textsOf(read)).toEqual([
      "Tháng 8",
      "UBND HUYỆN TIÊN LỮ  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Kết quả tháng 8/2024",
      "Người lập biểu",
      "Ghi chú: số liệu tạm tính",
    ]);
    expect(tablesOf(read)).toEqual([
      [
        ["STT", "Đơn vị", "Điểm", "Hạng"],
        ["I", "Các xã", "", ""],
        ["1", "xã Thủ Sỹ", "89,63", "1"],
        ["2", "xã Hải Triều", "88,82", "2"],
      ],
      [
        ["Đơn vị", "Điểm"],
        ["xã Lệ Xá", "87,31"],
      ],
    ]);
  });

  it("repeats words over what they cover, a figure never sideways", async () => {
    const book = workbook({
      Sheet1: [
        ["STT", "Cụm", "Đơn vị", "Tháng 8", null],
        [null, null, null, "Điểm", "Trừ"],
        [1, "Cụm 1", "xã A", 88.03, null],
        [2, null, "xã B", "Không phát sinh", null],
      ],
    });
    const merges = ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "B3:B4", "D3:E3", "D4:E4"];
    Object.assign(book.Sheets.Sheet1 ?? {}, { "!merges": merges.map(utils.decode_range) });
    expect(tablesOf(await document(book))).toEqual([
      [
        ["STT", "Cụm", "Đơn vị", "Tháng 8", "Tháng 8"],
        ["STT", "Cụm", "Đơn vị", "Điểm", "Trừ"],
        ["1", "Cụm 1", "xã A", "88,03", ""],
        ["2", "Cụm 1", "xã B", "Không phát sinh", "Không phát sinh"],
      ],
    ]);
  });

  it("says the same in each of its formats, and what the same letter says as text", async () => {
    const letter = new TextDecoder().decode(bytesOf(LETTERS.tienLu));
    const lines = letter.split("\n").filter((line) => line.includes("\t"));
    const rows = lines.map((line) => line.split("\t").map((cell) => cell.trim()));
    const title = "Phụ lục: kết quả các xã, thị trấn huyện Tiên Lữ, tỉnh Hưng Yên, tháng 8/2024";
    const pasted = facts(await read(`${title}\n\n${lines.join("\n")}`));
    expect(pasted.length).toBeGreaterThan(25);
    for (const format of ["xlsx", "biff8", "ods", "xlsb", "xlml"] as const) {
      const bytes = bytesIn(workbook({ Sheet1: [[title], [], ...rows] }), format);
      expect(facts(await read(bytes, "x"))).toEqual(pasted);
    }
  });

  it("is refused when it has more rows, columns or sheets than any paper", async () => {
    const codeOf = (book: WorkBook) =>
      document(book).then(
        () => null,
        (error: unknown) => (error as { code?: string }).code,
      );
    const wide = Array.from({ length: 130 }, (_, i) => i);
    expect(await codeOf(workbook({ a: [wide] }))).toBe("too-many-columns");
    const long = Array.from({ length: 20_001 }, (_, i) => [`xã ${i}`, i]);
    expect(await codeOf(workbook({ a: long }))).toBe("too-many-rows");
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`T${i}`, [["a", i]]]));
    expect(await codeOf(workbook(many))).toBe("too-many-sheets");
  });
});
