import { describe, expect, it } from "vitest";
import type { Extraction } from "#services/documents/extraction.ts";
import { read } from "#test/services/documents/reading.ts";

const figuresOf = ({ sheets }: Extraction) =>
  sheets.flatMap(({ rows }) => rows).map(({ unit, value }) => `${unit} ${value}`);

const COMMUNES = ["Thủ Sỹ", "Cương Chính", "Hải Thắng"];

describe("a hundred small tables in one paper", () => {
  const paper = (heading: string, table: (i: number) => string) =>
    `ỦY BAN NHÂN DÂN\nHUYỆN TIÊN LỮ\n${heading}\n\nKính gửi: các xã.\n\n${Array.from({ length: 100 }, (_, i) => table(i)).join("\n\n")}`;
  const cells = (i: number) => COMMUNES.map((name) => `${name}\t8${i % 10},5\t${i % 3}`).join("\n");

  it.each([
    ["V/v kết quả", "Đơn vị\tTổng điểm\tHạng", "tables-without-period"],
    ["V/v kết quả tháng 9/2024", "Đơn vị\tCân nặng\tChiều cao", "tables-without-figures"],
  ])("%s, %s: one sentence says why none was read", async (heading, head, code) => {
    const extraction = await read(paper(heading, (i) => `Bảng số ${i}\n\n${head}\n${cells(i)}`));
    expect(extraction.sheets).toEqual([]);
    expect(extraction.warnings.filter(({ facts }) => "tables" in facts)).toEqual([
      { code, facts: { tables: 100, count: 300, shown: expect.stringContaining("Thủ Sỹ"), more: 295 } },
    ]);
    expect(extraction.unread).toHaveLength(300);
  });

  it("without the names of units says so once", async () => {
    const extraction = await read(
      paper(
        "V/v kết quả tháng 9/2024",
        (i) => `Bảng số ${i}\n\nTổng điểm\tSố hóa hồ sơ\n8${i % 10},5\t9,1\n7${i % 10},5\t8,1`,
      ),
    );
    expect(extraction.warnings.map(({ code }) => code).filter((code) => code.startsWith("tables-"))).toEqual([
      "tables-without-units",
    ]);
  });

  it("are read where each is whole, and a column nobody understands is told once for all", async () => {
    const extraction = await read(
      paper(
        "V/v kết quả tháng 9/2024",
        (i) => `Bảng số ${i}\n\nĐơn vị\tTổng điểm\tCân nặng\n${COMMUNES[i % 3]}\t8${i % 3},5\t51`,
      ),
    );
    expect(figuresOf(extraction)).toEqual(["xã Thủ Sỹ 80.5", "xã Cương Chính 81.5", "xã Hải Thắng 82.5"]);
    expect(extraction.warnings).toContainEqual({
      code: "unread-column",
      facts: { column: "Cân nặng", count: 100 },
    });
  });
});
