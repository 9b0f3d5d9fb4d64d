import { describe, expect, it } from "vitest";
import { read } from "#test/services/documents/reading.ts";

const table = (scope: string, names: readonly string[]): string =>
  `UBND ${scope}\nKết quả Bộ chỉ số 766 tháng 9/2024\n\nStt\tTên đơn vị\tĐiểm tổng hợp\n${names
    .map((name, i) => `${i + 1}\t${name}\t${90 - i},50\n`)
    .join("")}`;

const unitsOf = async (text: string): Promise<readonly string[]> => [
  ...new Set((await read(text)).sheets.flatMap(({ rows }) => rows.map(({ unit }) => unit))),
];

describe("names without titles in a column of a district", () => {
  const KNOWN = ["Thủ Sỹ", "Nhật Tân", "Hưng Đạo", "An Viên"];

  it("that no list knows are units of the title most of the others bear", async () => {
    const names = [...KNOWN, "Hải Triều", "Dị Chế"];
    expect(await unitsOf(table("HUYỆN TIÊN LỮ", names))).toEqual(names.map((name) => `xã ${name}`));
  });

  it("are left unread where few of the others are known", async () => {
    const text = table("HUYỆN TIÊN LỮ", ["Thủ Sỹ", "Nhật Tân", "Hải Triều", "Dị Chế", "Đức Thắng"]);
    const { unread } = await read(text);
    expect(await unitsOf(text)).toEqual(["xã Thủ Sỹ", "xã Nhật Tân"]);
    expect(unread.join("\n")).toContain("Hải Triều");
  });

  it("are no rows of the highest, the lowest or notes", async () => {
    const names = [...KNOWN, "Cao Nhất", "Thấp nhất", "Bình Quân", "Ghi chú"];
    expect(await unitsOf(table("HUYỆN TIÊN LỮ", names))).toEqual(KNOWN.map((name) => `xã ${name}`));
  });

  it("are left unread in a province of today, whose list is whole", async () => {
    const names = ["Hoàn Lão", "Bố Trạch", "Bắc Trạch", "Đông Trạch", "Hải Triều"];
    expect(await unitsOf(table("TỈNH QUẢNG TRỊ", names))).not.toContain("xã Hải Triều");
  });
});
