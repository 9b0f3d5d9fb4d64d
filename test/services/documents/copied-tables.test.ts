import { describe, expect, it } from "vitest";
import { facts, LETTERS, read, textOf } from "#test/services/documents/reading.ts";

const letter = textOf(LETTERS.tienLu);
const isRow = (line: string) => line.includes("\t");

/** The letter with its table as copying out of a pdf leaves it. */
const copied = (reshape: (line: string) => string) =>
  letter
    .split("\n")
    .map((line) => (isRow(line) ? reshape(line) : line))
    .join("\n");

const spaced = (line: string) => line.replaceAll("\t", " ");

describe("a table copied out of a pdf", () => {
  for (const [shape, text] of [
    ["with single spaces between cells", copied(spaced)],
    ["with one cell a line", copied((line) => line.replaceAll("\t", "\n"))],
    ["with one cell a line and empty lines between", copied((line) => `${line.replaceAll("\t", "\n\n")}\n`)],
    ["with heads broken over lines", copied(spaced).replace("Tăng hoặc giảm so", "Tăng hoặc\ngiảm so")],
  ] as const) {
    it(`${shape} gives every figure to the unit it belongs to`, async () => {
      expect(facts(await read(text))).toEqual(facts(await read(letter)));
    });
  }

  it("never gives a row that lost a cell to anybody, and names it", async () => {
    const extraction = await read(
      copied(spaced).replace("xã Minh Phượng 86,2 3,30 100", "xã Minh Phượng 86,2 100"),
    );
    expect(facts(extraction).filter((fact) => fact.includes("Minh Phượng"))).toEqual([]);
    expect(facts(extraction).filter((fact) => / 86\.2 | 15 /u.test(fact))).toEqual([]);
    expect(extraction.warnings).toContainEqual({
      code: "unread-rows",
      facts: { count: 1, shown: "11 · UBND xã Minh Phượng · 86,2 · 100", more: 0 },
    });
  });

  it("without heads that can be told is counted, named and gives nothing", async () => {
    const headless = copied(spaced).replace(/^Stt .*$/mu, "Kết quả như sau");
    const { sheets, warnings, unread } = await read(headless);
    expect(sheets.flatMap(({ rows }) => rows).filter(({ value }) => value === 86.2)).toEqual([]);
    expect(warnings).toContainEqual({
      code: "unread-table",
      facts: expect.objectContaining({ count: 15, more: 10 }),
    });
    expect(unread.filter((line) => /^\d+ · UBND/u.test(line))).toHaveLength(15);
  });

  it("is not made of sentences and lists that end in numbers", async () => {
    const prose = `UBND HUYỆN TIÊN LỮ
Số: 412/UBND-VP
Tiên Lữ, ngày 05 tháng 10 năm 2024
Kết quả Bộ chỉ số 766 tháng 9/2024

Căn cứ:
1. Nghị định số 61
2. Nghị định số 107
3. Quyết định số 766

Điểm tổng hợp: 88,03/100 điểm.
`;
    const { warnings, sheets } = await read(prose);
    expect(warnings.map(({ code }) => code)).not.toContain("unread-table");
    expect(sheets[0]?.rows).toMatchObject([{ indicator: "TOTAL", value: 88.03 }]);
  });
});
