import { describe, expect, it } from "vitest";
import type { Extraction } from "#services/documents/extraction.ts";
import { LETTERS, read, textOf } from "#test/services/documents/reading.ts";

const HEAD = `UBND HUYỆN TIÊN LỮ
Số: 412/UBND-VP
Tiên Lữ, ngày 05 tháng 10 năm 2024
Kết quả Bộ chỉ số 766 tháng 9/2024 của các xã

`;
const HEADS = ["Stt", "Tên đơn vị", "Điểm tổng hợp", "Tiến độ giải quyết hồ sơ"];
const ROWS = [
  ["1", "xã Thủ Sỹ", "89,63", "100"],
  ["2", "xã Nhật Tân", "88,23", "98"],
  ["3", "xã Hưng Đạo", "88,12", "97"],
  ["4", "xã Lệ Xá", "87,31", "96"],
];

const letter = (...rows: readonly (readonly string[])[]) =>
  HEAD + rows.map((row) => row.join("\t")).join("\n");

/** The letter with one cell of Nhật Tân's row written otherwise. */
const withCell = (column: number, text: string) =>
  letter(HEADS, ...ROWS.map((row, i) => (i === 1 ? row.with(column, text) : row)));

/** "TOTAL 88.23" for every figure of a unit. */
const figuresOf = ({ sheets }: Extraction, unit: string) =>
  sheets
    .flatMap(({ rows }) => rows)
    .filter((row) => row.unit === unit)
    .map(({ indicator, value }) => `${indicator} ${value}`);

const told = ({ warnings }: Extraction, code: string) =>
  warnings.filter((warning) => warning.code === code).map(({ facts }) => facts);

const OTHERS = ["xã Thủ Sỹ", "xã Hưng Đạo", "xã Lệ Xá"];

const expectOthersWhole = (extraction: Extraction) => {
  for (const unit of OTHERS) expect(figuresOf(extraction, unit)).toHaveLength(2);
};

describe("a cell that gives nothing", () => {
  for (const mark of [
    "",
    "-",
    "–",
    "—",
    "N/A",
    "…",
    "...",
    "Không phát sinh",
    "không có",
    "chưa có số liệu",
  ]) {
    it(`“${mark}” leaves the rest of its row and column as they are`, async () => {
      const extraction = await read(withCell(3, mark));
      expect(figuresOf(extraction, "xã Nhật Tân")).toEqual(["TOTAL 88.23"]);
      expectOthersWhole(extraction);
      expect(extraction.unread).toEqual([]);
    });
  }
});

describe("a number in another dress", () => {
  for (const written of ["88,23 điểm", "88,23đ", "'88,23", "88.23", "88,23/100", "(+88,23)"]) {
    it(`“${written}” is read`, async () => {
      const extraction = await read(withCell(2, written));
      expect(figuresOf(extraction, "xã Nhật Tân")).toEqual(["TOTAL 88.23", "on-time-rate 98"]);
      expectOthersWhole(extraction);
    });
  }

  for (const written of ["98%", "98 %", "98 phần trăm", "98/100", "98% (49/50)"]) {
    it(`“${written}” among rates is read`, async () => {
      const extraction = await read(withCell(3, written));
      expect(figuresOf(extraction, "xã Nhật Tân")).toEqual(["TOTAL 88.23", "on-time-rate 98"]);
      expectOthersWhole(extraction);
    });
  }

  it("a percentage among points is asked about, for that cell alone", async () => {
    const extraction = await read(withCell(2, "88,23%"));
    expect(figuresOf(extraction, "xã Nhật Tân")).toEqual(["TOTAL 88.23", "on-time-rate 98"]);
    expect(told(extraction, "doubtful-cells")).toEqual([
      { column: "Điểm tổng hợp", count: 1, shown: "xã Nhật Tân “88,23%”", more: 0 },
    ]);
    expectOthersWhole(extraction);
  });

  for (const [written, rate] of [
    ["12/12", 100],
    ["11/12", 91.67],
  ] as const) {
    it(`“${written}” among rates is that share, and asked about`, async () => {
      const extraction = await read(withCell(3, written));
      expect(figuresOf(extraction, "xã Nhật Tân")).toContain(`on-time-rate ${rate}`);
      expect(told(extraction, "doubtful-cells")).toMatchObject([{ shown: `xã Nhật Tân “${written}”` }]);
    });
  }

  it("counts of so many are counts, whatever is written beside them", async () => {
    const heads = ["Stt", "Tên đơn vị", "Hồ sơ quá hạn"];
    const extraction = await read(
      letter(heads, ["1", "xã Thủ Sỹ", "12/1.234"], ["2", "xã Lệ Xá", "5/987"], ["3", "xã Dị Chế", "7"]),
    );
    const figures = ["xã Thủ Sỹ", "xã Lệ Xá", "xã Dị Chế"].map((unit) => figuresOf(extraction, unit));
    expect(figures).toEqual([["overdue-dossiers 12"], ["overdue-dossiers 5"], ["overdue-dossiers 7"]]);
  });

  it("counts keep their thousands, rates over 100 stay for the checks to block", async () => {
    const heads = ["Stt", "Tên đơn vị", "Số hồ sơ quá hạn", "Tỷ lệ hồ sơ đúng hạn (%)"];
    const extraction = await read(
      letter(heads, ["1", "xã Thủ Sỹ", "1 234", "97"], ["2", "xã Lệ Xá", "1.300", "1 234"]),
    );
    expect(figuresOf(extraction, "xã Thủ Sỹ")).toEqual(["overdue-dossiers 1234", "on-time-rate 97"]);
    expect(figuresOf(extraction, "xã Lệ Xá")).toEqual(["overdue-dossiers 1300", "on-time-rate 1234"]);
  });
});

describe("a cell that is no figure", () => {
  for (const written of ["8O,18", "13/12", "88,23,1", "88,23 (hạng 3)", "3/10/2024", "xx", "9".repeat(400)]) {
    it(`“${written.slice(0, 20)}” is told by its unit's name, and stands among what is unread`, async () => {
      const extraction = await read(withCell(3, written));
      expect(figuresOf(extraction, "xã Nhật Tân")).toEqual(["TOTAL 88.23"]);
      expect(told(extraction, "unread-cells")).toMatchObject([
        { column: "Tiến độ giải quyết hồ sơ", count: 1 },
      ]);
      expect(extraction.unread.join()).toContain(`xã Nhật Tân “${written.slice(0, 20)}`);
      expectOthersWhole(extraction);
    });
  }

  it("many of them are one warning a column, and all stand among what is unread", async () => {
    const rows = Array.from({ length: 40 }, (_, i) => [
      `${i + 1}`,
      `xã Mẫu ${"ABCDEFGH"[i % 8]}${"abcde"[i % 5]}n`,
      "l0,5",
      "100",
    ]);
    const extraction = await read(letter(HEADS, ...rows));
    const [warning, ...others] = told(extraction, "unread-cells");
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ column: "Điểm tổng hợp", count: 40, more: 35 });
    expect(extraction.unread.join().match(/“l0,5”/gu)).toHaveLength(40);
  });
});

describe("a column", () => {
  it("of rates keeps its meaning when one lies over 100", async () => {
    const text = textOf(LETTERS.tienLu);
    for (const wrong of ["100,5", "9254"]) {
      const { sheets } = await read(text.replaceAll("92,54", wrong));
      const rates = sheets
        .flatMap(({ rows }) => rows)
        .filter(({ indicator }) => indicator === "on-time-rate");
      expect(rates.map(({ value }) => value)).toContain(Number(wrong.replace(",", ".")));
      expect(rates.length).toBeGreaterThanOrEqual(15);
    }
  });

  it("of notes costs nobody a figure; numbers in it are shown", async () => {
    const notes = ["", "Đạt", "Chưa đạt, còn 3 hồ sơ quá hạn", ""];
    const extraction = await read(
      letter([...HEADS, "Ghi chú"], ...ROWS.map((row, i) => [...row, notes[i] ?? ""])),
    );
    for (const [, unit = ""] of ROWS) expect(figuresOf(extraction, unit)).toHaveLength(2);
    expect(extraction.unread).toEqual(["Ghi chú: xã Hưng Đạo “Chưa đạt, còn 3 hồ sơ quá hạn”"]);
  });

  it("nobody understands is named, with its numbers", async () => {
    const extraction = await read(
      letter([...HEADS, "Số cán bộ"], ...ROWS.map((row, i) => [...row, `${i + 11}`])),
    );
    expect(told(extraction, "unread-column")).toEqual([{ column: "Số cán bộ", count: 4 }]);
    expect(extraction.unread).toEqual([
      "Số cán bộ: xã Thủ Sỹ “11”; xã Nhật Tân “12”; xã Hưng Đạo “13”; xã Lệ Xá “14”",
    ]);
  });

  it("of places gained is no change of points", async () => {
    const heads = ["Stt", "Tên đơn vị", "Điểm tổng hợp", "Tăng/giảm bậc"];
    const extraction = await read(letter(heads, ...ROWS.map((row) => row.with(3, "2"))));
    expect(extraction.sheets.flatMap(({ rows }) => rows).every(({ change }) => change === null)).toBe(true);
    expect(told(extraction, "unread-column")).toMatchObject([{ column: "Tăng/giảm bậc" }]);
  });
});

describe("a row", () => {
  it("with a cell too few or too many gives nobody a figure, and is told", async () => {
    for (const damaged of [
      ["2", "xã Nhật Tân", "98"],
      ["2", "xã Nhật Tân", "", "88,23", "98"],
    ]) {
      const extraction = await read(letter(HEADS, ...ROWS.with(1, damaged)));
      expect(figuresOf(extraction, "xã Nhật Tân")).toEqual([]);
      expect(told(extraction, "unread-rows")).toMatchObject([{ count: 1 }]);
      expect(extraction.unread.join()).toContain("xã Nhật Tân");
      expectOthersWhole(extraction);
    }
  });

  it("left out of the list's own numbering is missed", async () => {
    const extraction = await read(letter(HEADS, ...ROWS.toSpliced(1, 1)));
    expect(told(extraction, "missing-numbers")).toEqual([{ count: 1, numbers: "2" }]);
    expect(told(await read(letter(HEADS, ...ROWS)), "missing-numbers")).toEqual([]);
  });

  it("of averages is shown, and is nobody's", async () => {
    const extraction = await read(letter(HEADS, ...ROWS, ["", "Bình quân", "88,3", "97,75"]));
    expect(extraction.unread).toEqual(["Bình quân · 88,3 · 97,75"]);
    expect(told(extraction, "unread-rows")).toEqual([]);
  });
});

it("a share of one among percentages is taken as written, and asked about by name", async () => {
  const heads = ["Stt", "Tên đơn vị", "Tỷ lệ số hóa hồ sơ (%)"];
  const rates = ["82,5", "0,97", "91,2", "88,1"];
  const rows = ROWS.slice(0, 4).map((row, i) => [row[0] ?? "", row[1] ?? "", rates[i] ?? ""]);
  const extraction = await read(letter(heads, ...rows));
  expect(extraction.sheets.flatMap((sheet) => sheet.rows.map(({ value }) => value))).toEqual([
    82.5, 0.97, 91.2, 88.1,
  ]);
  expect(told(extraction, "share-or-rate")).toMatchObject([{ count: 1, shown: "xã Nhật Tân “0,97”" }]);
});
