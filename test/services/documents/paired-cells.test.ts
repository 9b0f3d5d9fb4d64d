import { describe, expect, it } from "vitest";
import { withPairsApart } from "#services/documents/tables/paired-cells.ts";
import { facts, read } from "#test/services/documents/reading.ts";

const letter = (head: string, cells: readonly string[]): string =>
  `UBND TỈNH HƯNG YÊN\nSố: 12/UBND\nHưng Yên, ngày 06 tháng 10 năm 2026\nV/v công bố kết quả Bộ chỉ số 766 tháng 9/2026\n\nSTT\tĐơn vị\t${head}\n${cells
    .map((cell, i) => `${i + 1}\txã ${["Hoàng Hoa Thám", "Tiên Lữ", "Tiên Hoa"][i]}\t${cell}\n`)
    .join("")}`;

describe("a value and its place in one cell", () => {
  it.each([
    ["Tổng điểm (xếp hạng)", ["91,2 (2)", "92,2 (1)", "89,2 (3)"]],
    ["Điểm (hạng)", ["91,2 (hạng 2)", "92,2 (hạng 1)", "89,2 (hạng 3)"]],
    ["Điểm/hạng", ["91,2 (2)", "92,2 (1)", "89,2 (3)"]],
  ])("are both read under “%s”", async (head, cells) => {
    const read766 = await read(letter(head, cells));
    expect(facts(read766)).toEqual([
      "tỉnh Hưng Yên | 2026-09 | – | xã Hoàng Hoa Thám | TOTAL | 91.2 | – | 2 | –",
      "tỉnh Hưng Yên | 2026-09 | – | xã Tiên Lữ | TOTAL | 92.2 | – | 1 | –",
      "tỉnh Hưng Yên | 2026-09 | – | xã Tiên Hoa | TOTAL | 89.2 | – | 3 | –",
    ]);
    expect(read766.unread).toEqual([]);
  });

  it("are told where no head says what the bracket is", async () => {
    const { sheets, unread } = await read(letter("Tổng điểm", ["91,2 (2)", "92,2 (1)", "89,2 (3)"]));
    expect(sheets).toEqual([]);
    expect(unread.join()).toContain("91,2 (2)");
  });

  it("stand under each of their own heads, several side by side", () => {
    const rows = [
      ["Đơn vị", "Tháng 8", "Tháng 9"],
      ["Đơn vị", "Điểm (hạng)", "Điểm (hạng)"],
      ["Xã A", "91,2 (2)", "90,1"],
      ["Xã B", "-", "92 (1)"],
    ];
    expect(withPairsApart(rows)).toEqual([
      ["Đơn vị", "Tháng 8", "Tháng 8", "Tháng 9", "Tháng 9"],
      ["Đơn vị", "Điểm", "Điểm Hạng", "Điểm", "Điểm Hạng"],
      ["Xã A", "91,2", "2", "90,1", ""],
      ["Xã B", "-", "", "92", "1"],
    ]);
  });
});
