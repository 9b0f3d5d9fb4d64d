import { describe, expect, it } from "vitest";
import { facts, read } from "#test/services/documents/reading.ts";

const HEAD = `ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
Số: 210/UBND-KSTT
Lào Cai, ngày 06 tháng 12 năm 2024
V/v công khai kết quả Bộ chỉ số 766 tháng 11/2024

Kính gửi: các sở, ban, ngành.

`;

describe("a department named in full or by initials keeps its own figure", () => {
  it.each([
    ["Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"],
    ["Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch"],
    ["Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"],
    ["Sở Khoa học và Công nghệ", "Sở Khoa học và Công nghệ"],
  ])("%s", async (written, name) => {
    const { sheets } = await read(
      `${HEAD}${written} đạt 91,20/100 điểm; Sở Tư pháp đạt 84,35/100 điểm trong tháng 11/2024.`,
    );
    const rows = sheets.flatMap((sheet) => sheet.rows);
    expect(rows.map(({ unit, value }) => [unit.toLowerCase(), value])).toEqual([
      [name.toLowerCase(), 91.2],
      ["sở tư pháp", 84.35],
    ]);
  });
});

it("a department keeps its figure where the province stands right behind its name", async () => {
  const reading = await read("Tháng 11/2025, Sở Nội vụ tỉnh Lào Cai đạt 96,2 điểm Bộ chỉ số 766.");
  expect(facts(reading)).toEqual(["tỉnh Lào Cai | 2025-11 | – | Sở Nội vụ | TOTAL | 96.2 | – | – | –"]);
});
