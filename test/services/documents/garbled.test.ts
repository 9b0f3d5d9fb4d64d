import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facts, LETTERS, read, textOf } from "#test/services/documents/reading.ts";

/** What engines without Vietnamese make of its letters, other ways than in the scans at hand too. */
const CONFUSIONS: Readonly<Record<string, readonly string[]>> = {
  ă: ["i", "A", "d", "ã"],
  â: ["d", "é", "4"],
  ê: ["é", "8"],
  ệ: ["é", "1é", "&", "¢", "@"],
  ế: ["é", "&"],
  ề: ["é", "è"],
  ể: ["é"],
  ô: ["0", "d", "6"],
  ố: ["6", "b", "d", "é"],
  ồ: ["6", "d", "b", "g"],
  ộ: ["6", "¢"],
  ờ: ["d", "0"],
  ớ: ["6", "d", "é"],
  ợ: ["g"],
  ư: ["w", "ir", "u’"],
  ứ: ["ir", "tr", "ur"],
  ự: ["y"],
  ạ: ["q"],
  ả: ["d"],
  ậ: ["4", "é"],
  á: ["4", "é"],
};
const SHARE_CONFUSED = 0.25;

/** Accents lost or confused; digits are left alone, since a scan that loses those gives no figure to compare. */
function garble(text: string, seed: number): string {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return text.normalize("NFC").replace(/\P{ASCII}/gu, (letter) => {
    const ways = CONFUSIONS[letter] ?? [];
    if (ways.length > 0 && random() < SHARE_CONFUSED)
      return ways[Math.floor(random() * ways.length)] ?? letter;
    return letter.normalize("NFD").replace(/\p{M}/gu, "").replace("Đ", "D").replace("đ", "d");
  });
}

const REPORT = `ỦY BAN NHÂN DÂN
HUYỆN KIM ĐỘNG
Số: 45/BC-UBND
Kim Động, ngày 08 tháng 4 năm 2025

V/v kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp tháng 3/2025

Kính gửi: UBND các xã, thị trấn.

- Tổng số điểm huyện đạt được tháng 3/2025 là 81,2/100 điểm (tăng 3,15 điểm so với tháng 02/2025), xếp hạng 2/10 huyện, thị xã, thành phố (tính tại thời điểm 10h30 ngày 04/4/2025).
- Hồ sơ quá hạn: 12 hồ sơ, xếp thứ 3/10 toàn tỉnh.
- Tỷ lệ thanh toán trực tuyến: 66,02%.
- Số hóa kết quả giải quyết TTHC: 91,5%.
`;

const seeds = fc.integer({ min: 1, max: 2 ** 31 });

describe("a scan that garbles accents", () => {
  it("leaves every figure of a report as it was", async () => {
    const expected = facts(await read(REPORT));
    expect(expected).toHaveLength(4);
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        expect(facts(await read(garble(REPORT, seed)))).toEqual(expected);
      }),
      { numRuns: 25, endOnFailure: true, seed: 766 },
    );
  });

  it("never makes a figure of a letter's table another's or another one", async () => {
    const text = textOf(LETTERS.tienLu);
    const expected = new Set(facts(await read(text)).map(withoutName));
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const found = facts(await read(garble(text, seed))).map(withoutName);
        expect(found.filter((fact) => !expected.has(fact))).toEqual([]);
        expect(found.length).toBeGreaterThan(expected.size * 0.8);
      }),
      { numRuns: 6, endOnFailure: true, seed: 766 },
    );
  });
});

/** A new unit's name is kept as the scan shows it. */
function withoutName(fact: string): string {
  const [, period, asOf, , ...figures] = fact.split(" | ");
  return [period, asOf, ...figures].join(" | ");
}
