import { describe, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { facts, read } from "#test/services/documents/reading.ts";

const letter = (title: string, day = "06 tháng 10 năm 2026") =>
  `UBND TỈNH HƯNG YÊN\nSố: 12/UBND\nHưng Yên, ngày ${day}\nV/v công bố kết quả Bộ chỉ số 766 ${title}\n\n`;

const result = (span: string): string => `Kết quả ${span}: xã Tiên Lữ đạt 80,1 điểm.`;

const table = (head: string): string =>
  `Bảng điểm tổng hợp của các xã\n\nSTT\tĐơn vị\tTháng 9\t${head}\n1\txã Hoàng Hoa Thám\t83,3\t82,2\n2\txã Tiên Lữ\t82,3\t81,2\n`;

const periodsIn = async (text: string) => (await read(text)).sheets.map(({ period }) => period);

describe("months named by their number alone", () => {
  it.each([
    ["3 tháng đầu năm", "06 tháng 10 năm 2026", "2026-Q1"],
    ["3 tháng", "08 tháng 4 năm 2026", "2026-Q1"],
    ["cả 6 tháng", "05 tháng 7 năm 2026", "2026-H1"],
    ["6 tháng", "28 tháng 6 năm 2026", "2026-H1"],
    ["9 tháng", "06 tháng 10 năm 2026", "2026-01..2026-09"],
    ["lũy kế 9 tháng", "06 tháng 10 năm 2026", "2026-01..2026-09"],
  ])("“%s” in a paper of %s are %s", async (span, day, period) => {
    expect(await periodsIn(letter(span, day) + result(span))).toEqual([period]);
  });

  it.each(["3 tháng", "cả 3 tháng", "6 tháng", "cả 6 tháng"])(
    "“%s” in a paper of October may be any of the year: it is asked which, and the answer holds",
    async (span) => {
      const text = letter(span) + result(span);
      const { sheets, open, unread } = await read(text);
      expect(sheets).toEqual([]);
      expect(open).toContain("period");
      expect(unread.join()).toContain("80,1");
      const given = await read(text, "letter.txt", { period: toPeriod("2026-Q3") });
      expect(facts(given)).toEqual(["tỉnh Hưng Yên | 2026-Q3 | – | xã Tiên Lữ | TOTAL | 80.1 | – | – | –"]);
    },
  );

  it("are never the month of the paper", async () => {
    const text = `${letter("tháng 9/2026")}Kết quả tháng 9: xã Lệ Xá đạt 81,2 điểm. ${result("cả 3 tháng")}`;
    const { sheets, unread } = await read(text);
    expect(sheets.flatMap(({ rows }) => rows.map(({ value }) => value))).toEqual([81.2]);
    expect(unread.join()).toContain("80,1");
    expect(await periodsIn(letter("tháng 9/2026") + result("9 tháng"))).toEqual(["2026-01..2026-09"]);
  });

  it.each(["3 tháng", "Cả 3 tháng"])(
    "over a column of a quarter's paper, “%s”, are the quarter",
    async (head) => {
      expect(await periodsIn(letter("quý III năm 2026") + table(head))).toEqual(["2026-09", "2026-Q3"]);
    },
  );

  it("over a column, and of nobody knows which part of the year, are told", async () => {
    const { sheets, unread } = await read(letter("quý III năm 2026") + table("Cả 6 tháng"));
    expect(sheets.map(({ period }) => period)).toEqual(["2026-09"]);
    expect(unread.join()).toContain("Cả 6 tháng");
  });
});
