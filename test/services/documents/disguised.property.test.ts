import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "#test/services/documents/reading.ts";
import { disguises } from "#test/support/disguise.ts";

const LETTER = `UBND HUYỆN TIÊN LỮ
Số: 412/UBND-VP
Tiên Lữ, ngày 05 tháng 10 năm 2024
Kết quả Bộ chỉ số 766 tháng 9/2024 của các xã

Stt\tTên đơn vị\tĐiểm tổng hợp\tTiến độ giải quyết hồ sơ
1\txã Thủ Sỹ\t89,63\t100
2\txã Hải Triều\t88,23\t98
3\txã Hưng Đạo\t88,12\t97
4\txã M'Drắk Mới\t87,31\t96

Toàn huyện đạt 88,03/100 điểm (tăng 0,31 điểm), xếp hạng 3/10. Phấn đấu tháng 10 đạt tối thiểu 90 điểm.
`;

describe("a letter that looks like another", () => {
  it("is read like it, whatever is hidden in it", async () => {
    const plain = await read(LETTER);
    expect(plain.sheets.flatMap(({ rows }) => rows).length).toBeGreaterThan(8);
    await fc.assert(
      fc.asyncProperty(disguises, async (disguise) => {
        expect(await read(disguise(LETTER))).toEqual(plain);
      }),
      { numRuns: 20 },
    );
  });

  it.each(["utf-16le", "utf-16be"] as const)(
    "is read like it in %s, with and without a mark of its order",
    async (encoding) => {
      const plain = await read(LETTER);
      for (const text of [LETTER, `\ufeff${LETTER}`]) {
        const bytes = Buffer.from(text, "utf16le");
        expect(await read(encoding === "utf-16be" ? bytes.swap16() : bytes)).toEqual(plain);
      }
    },
  );
});
