import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { periods as en } from "#locales/en/period.ts";
import { periods as vi } from "#locales/vi/period.ts";
import { type FindPeriodsOptions, findPeriods } from "#services/periods/parse.ts";
import { clean } from "#services/text/clean.ts";
import { fold } from "#services/text/fold.ts";
import { anyPeriod } from "#test/services/periods/arbitraries.ts";
import { cpuMs } from "#test/support/cpu-ms.ts";

const TODAY = "2024-11-20";

/** "words = wish" for each period found. */
function read(text: string, options: Partial<FindPeriodsOptions> = {}): readonly string[] {
  return findPeriods(text, { today: TODAY, ...options }).map(({ start, end, wish, compared }) => {
    const { kind, ...rest } = wish;
    const said = kind === "exact" ? rest : [kind, ...Object.values(rest)].join(" ");
    const meant = typeof said === "string" ? said : Object.values(said).join(" ");
    return `${text.slice(start, end)} = ${meant}${compared ? " (compared)" : ""}`;
  });
}

const meaning = (text: string): string | undefined => read(text)[0]?.split(" = ")[1];

describe("a whole wish", () => {
  test.each([
    ["tháng 8", "month 8"],
    ["thang 8", "month 8"],
    ["Tháng 08", "month 8"],
    ["T8", "month 8"],
    ["t.8", "month 8"],
    ["thg 8", "month 8"],
    ["tháng tám", "month 8"],
    ["tháng Mười hai", "month 12"],
    ["thang muoi mot", "month 11"],
    ["tháng năm", "month 5"],
    ["tháng tư", "month 4"],
    ["t8/2024", "2024-08"],
    ["T08.2024", "2024-08"],
    ["t8-2024", "2024-08"],
    ["8/2024", "2024-08"],
    ["08 / 2024", "2024-08"],
    ["tháng 8/2024", "2024-08"],
    ["tháng 8/24", "2024-08"],
    ["tháng 08 năm 2024", "2024-08"],
    ["tháng 8, năm 2024", "2024-08"],
    ["tháng 8 của năm 2024", "2024-08"],
    ["thang 8 nam 2024", "2024-08"],
    ["tháng tám năm 2024", "2024-08"],
    ["tháng 8 năm ngoái", "2023-08"],
    ["tháng 8 năm nay", "2024-08"],
    ["tháng này", "2024-11"],
    ["thang nay", "2024-11"],
    ["tháng trước", "2024-10"],
    ["tháng vừa rồi", "2024-10"],
    ["tháng này năm ngoái", "2023-11"],
    ["quý 3", "quarter 3"],
    ["quý ba", "quarter 3"],
    ["quí III", "quarter 3"],
    ["Q3", "quarter 3"],
    ["q3/2024", "2024-Q3"],
    ["quý III/2024", "2024-Q3"],
    ["QUÝ IV NĂM 2024", "2024-Q4"],
    ["quý này", "2024-Q4"],
    ["quý trước", "2024-Q3"],
    ["6 tháng đầu năm", "half 1"],
    ["6 tháng cuối năm", "half 2"],
    ["sáu tháng đầu năm 2024", "2024-H1"],
    ["6 tháng đầu năm 2024", "2024-H1"],
    ["6 tháng đầu 2024", "2024-H1"],
    ["6 tháng đầu năm nay", "2024-H1"],
    ["6 tháng cuối năm ngoái", "2023-H2"],
    ["6 tháng đầu năm trước", "2023-H1"],
    ["nửa đầu năm 2024", "2024-H1"],
    ["nửa cuối năm", "half 2"],
    ["h1/2024", "2024-H1"],
    ["3 tháng đầu năm 2024", "2024-Q1"],
    ["02 tháng cuối năm 2023", "2023-11..2023-12"],
    ["10 tháng năm 2023", "2023-01..2023-10"],
    ["10 tháng đầu năm 2023", "2023-01..2023-10"],
    ["10 thang dau nam 2023", "2023-01..2023-10"],
    ["10 tháng/2023", "2023-01..2023-10"],
    ["mười tháng năm 2023", "2023-01..2023-10"],
    ["9 tháng", "months 1 9"],
    ["9 tháng đầu năm", "months 1 9"],
    ["3 quý đầu năm 2024", "2024-01..2024-09"],
    ["ba quý đầu năm", "months 1 9"],
    ["lũy kế đến tháng 10/2024", "2024-01..2024-10"],
    ["luỹ kế 10 tháng năm 2024", "2024-01..2024-10"],
    ["lũy kế từ đầu năm đến hết tháng 10/2024", "2024-01..2024-10"],
    ["tính đến tháng 10/2024", "2024-01..2024-10"],
    ["từ đầu năm đến tháng 10", "months 1 10"],
    ["năm 2024 (tính đến tháng 10/2024)", "2024-01..2024-10"],
    ["năm 2024 tính đến tháng 10", "2024-01..2024-10"],
    ["lũy kế năm 2024", "2024"],
    ["từ tháng 4 đến tháng 9/2024", "2024-04..2024-09"],
    ["từ tháng 11/2023 đến tháng 2/2024", "2023-11..2024-02"],
    ["tháng 7-9/2024", "2024-Q3"],
    ["từ ngày 01/8/2024 đến ngày 31/8/2024", "2024-08"],
    ["từ ngày 18/11/2024 đến hết ngày 24/11/2024", "2024-W47"],
    ["năm 2024", "2024"],
    ["cả năm 2024", "2024"],
    ["2024", "2024"],
    ["năm nay", "2024"],
    ["năm ngoái", "2023"],
    ["năm trước", "2023"],
    ["tuần 47", "week 47"],
    ["tuần thứ 47", "week 47"],
    ["tuần 47/2025", "2025-W47"],
    ["tuần 47 năm 2025", "2025-W47"],
    ["W47/2025", "2025-W47"],
    ["tuần này", "2024-W47"],
    ["tuần trước", "2024-W46"],
    ["tuần thứ 3, tháng 8/2025", "2025-08-w3"],
    ["tuần 3 tháng 8/2025", "2025-08-w3"],
    ["tuần thứ 2, tháng Tám", "month-week 2 8"],
    ["tuần đầu tháng 8/2025", "2025-08-w1"],
    ["tuần 3 tháng này", "2024-11-w3"],
    ["tháng gần nhất", "latest month"],
    ["kỳ mới nhất", "latest "],
    ["2024-08", "2024-08"],
    ["2024-q3", "2024-Q3"],
    ["2024-H1", "2024-H1"],
    ["2023-01..2023-10", "2023-01..2023-10"],
    ["2024-01..2024-06", "2024-H1"],
    ["2025-W47", "2025-W47"],
    ["2025-08-w3", "2025-08-w3"],
    ["tháng 13", "impossible"],
    ["quý 5/2024", "impossible"],
    ["August 2024", "2024-08"],
    ["last month", "2024-10"],
    ["this quarter", "2024-Q4"],
    ["last year", "2023"],
  ])("%s", (text, wish) => {
    expect(read(text)).toEqual([`${text} = ${wish}`]);
    expect(read(text.toUpperCase())).toEqual([`${text.toUpperCase()} = ${wish}`]);
    expect(meaning(fold(text))).toBe(wish);
  });
});

describe("within a question", () => {
  test.each([
    ["/xephang tiến độ tháng 8 top 5 Tiên Lữ", ["tháng 8 = month 8"]],
    ["/xephang cuoi 3 t8/2024", ["t8/2024 = 2024-08"]],
    ["cuối 3 tháng 8/2024", ["tháng 8/2024 = 2024-08"]],
    ["xếp hạng tháng 8", ["tháng 8 = month 8"]],
    ["xep hang thang nay", ["thang nay = 2024-11"]],
    ["các tháng 7, 8/2024", ["tháng 7 = month 7", "8/2024 = 2024-08"]],
    ["/xa p. An Khê quý 3", ["quý 3 = quarter 3"]],
    ["Phường 8 tháng 9", ["tháng 9 = month 9"]],
    ["xã Bảo Lâm 5 tháng 8", ["tháng 8 = month 8"]],
    ["phường Hà Giang 2 8/2024", ["8/2024 = 2024-08"]],
    ["@bot tháng 8 xã nào thấp nhất?", ["tháng 8 = month 8"]],
    ["tháng 8 so với tháng 7", ["tháng 8 = month 8", "tháng 7 = month 7 (compared)"]],
    ["xu hướng 12 kỳ đến tháng 8/2024", ["tháng 8/2024 = 2024-08"]],
    ["/xephang 2024-01..2024-10 on-time-rate", ["2024-01..2024-10 = 2024-01..2024-10"]],
    ["xã Tiến Thắng 8/2024", ["8/2024 = 2024-08"]],
    ["/xa tien thang thang 8", ["thang 8 = month 8"]],
    ["/xa hung yen thang 8", ["thang 8 = month 8"]],
    ["xã Minh Phượng T8", ["T8 = month 8"]],
    ["tỉnh Hà Nam 2024", ["2024 = 2024"]],
    ["ha nam 2024", ["2024 = 2024"]],
    ["/tinh ha nam nam 2024", ["nam 2024 = 2024"]],
    ["tien do nam 2024", ["nam 2024 = 2024"]],
    ["so hoa nam 2024", ["nam 2024 = 2024"]],
  ])("%s", (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

describe("within a letter", () => {
  test.each([
    [
      "- Tổng số điểm huyện đạt được tháng 7/2024 là 68.38/100 điểm (tăng 0.31 điểm), xếp hạng 13/30 quận, huyện (tính tại thời điểm 12h00 ngày 14/8/2024.",
      ["tháng 7/2024 = 2024-07"],
    ],
    [
      "tháng 12/2024: 62.28/100 điểm (tăng 1.29 điểm so với tháng 11/2024), xếp hạng 61/63",
      ["tháng 12/2024 = 2024-12", "tháng 11/2024 = 2024-11 (compared)"],
    ],
    [
      "đạt 83,79/100 điểm, tăng 0,86 điểm so với kết quả đánh giá ở tuần thứ 2, tháng 8/2025",
      ["tuần thứ 2, tháng 8/2025 = 2025-08-w2 (compared)"],
    ],
    [
      "năm 2024 (tính đến tháng 10/2024) tỉnh Hậu Giang",
      ["năm 2024 (tính đến tháng 10/2024) = 2024-01..2024-10"],
    ],
    ["Số: 1532/UBND-VP, Tứ Kỳ, ngày 14 tháng 11 năm 2023", []],
    ["Tiến Thắng, ngày tháng năm 2025", []],
    ["Tiến Thắng, ngày … tháng … năm 2025", []],
    ["Mé Linh, ngay /6 thang & ndam 2024", []],
    ["Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng", []],
    ["Nghị định số 118/2025/NĐ-CP ngày 09/6/2025; Nghị định 61/2018", []],
    ["Thông tư số 01/2020/TT-VPCP", []],
    ["hàng tháng từ 1/1/2024, các tháng, mỗi tháng hai lần", []],
    ["giai đoạn 2021-2025", []],
    ["thắng 8 trận, quỹ 3, quy định 2, Ngô Quyền 3", []],
  ])("%s", (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

describe("numbers that name no period", () => {
  test.each([
    "Phường 8",
    "phuong 8",
    "Quận 3",
    "P.8",
    "p8",
    "Q.3",
    "q8",
    "xã 5",
    "ngày 14/8/2024",
    "14/8/2024",
    "2024-08-14",
    "8,5",
    "8.5",
    "88/100",
    "13/30",
    "8/12",
    "15/2024",
    "top 5",
    "cuối 3",
    "hạng 5",
    "12 kỳ",
    "12 tháng gần nhất",
    "3 tháng liên tiếp",
    "8%",
    "8 đơn vị",
    "2.024",
    "1999",
    "20245",
    "số 8/2024",
    "tháng sau",
    "tháng từ",
    "",
    "   ",
    "🎉",
  ])("%s", (text) => {
    expect(read(text)).toEqual([]);
    expect(read(text, { bareNumbers: true })).toEqual([]);
  });
});

describe("a number alone", () => {
  it("is a month only where the caller says so", () => {
    expect(read("8")).toEqual([]);
    expect(read("8", { bareNumbers: true })).toEqual(["8 = month 8"]);
    expect(read("tien thang 8", { bareNumbers: true })).toEqual(["8 = month 8"]);
    expect(read("Phường 8 09", { bareNumbers: true })).toEqual(["09 = month 9"]);
    expect(read("tiến độ top 5 8", { bareNumbers: true })).toEqual(["8 = month 8"]);
    expect(read("xã Minh Phượng 8", { bareNumbers: true })).toEqual(["8 = month 8"]);
    expect(read("13", { bareNumbers: true })).toEqual([]);
  });
});

describe("any period", () => {
  const readsBack = (say: (period: Parameters<typeof vi.name>[0]) => string): void => {
    fc.assert(
      fc.property(anyPeriod, fc.constantFrom("", "xếp hạng ", "(", "năm nay: "), (period, before) => {
        const text = `${before}${say(period)}`;
        const mention = findPeriods(text, { today: TODAY }).at(-1);
        expect(mention, text).toMatchObject({ wish: { kind: "exact", period }, end: text.length });
        expect(mention?.start).toBe(before.length);
      }),
      { numRuns: 1000 },
    );
  };

  it("is read back from its Vietnamese name", () => readsBack(vi.name));
  it("is read back from its Vietnamese short name", () => {
    fc.assert(
      fc.property(
        anyPeriod.filter((period) => period.length > 4),
        (period) => {
          expect(read(vi.short(period))).toEqual([`${vi.short(period)} = ${period}`]);
        },
      ),
    );
  });
  it("is read back from its English name", () => {
    fc.assert(
      fc.property(
        anyPeriod.filter((period) => period.length > 4),
        (period) => {
          expect(read(en.name(period))).toEqual([`${en.name(period)} = ${period}`]);
        },
      ),
    );
  });
  it("is read back from its canonical form in either case", () => {
    fc.assert(
      fc.property(
        anyPeriod.filter((period) => period.length > 4),
        (period) => {
          expect(read(`/xephang ${period}`)).toEqual([`${period} = ${period}`]);
          expect(meaning(period.toLowerCase())).toBe(period);
        },
      ),
    );
  });
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    ..."tháng quý năm tuần thứ đầu cuối đến từ 8 2024 /2024 10 3 , . / - .. Q3 T8 ngày số so với 🎉 ‏עברית Thắng Nam\n".split(
      " ",
    ),
  );

  it("gives mentions in order, apart, and inside the text as the door leaves it", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: "grapheme" })), { maxLength: 12 }), (parts) => {
        const text = clean(parts.join(" "));
        const mentions = findPeriods(text, { today: TODAY, bareNumbers: true });
        let position = 0;
        for (const { start, end } of mentions) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(end).toBeGreaterThan(start);
          position = end;
        }
        expect(position).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it("of 100,000 characters takes less than a second of processor time", async () => {
    const text = "Tổng số điểm tháng 7/2024 là 68.38/100 điểm, xếp hạng 13/30, ngày 14/8/2024; ".repeat(1300);
    const took = await cpuMs(() => expect(findPeriods(text, { today: TODAY })).toHaveLength(1300));
    expect(took).toBeLessThan(1000);
  });

  it.each(["8".repeat(50_000), "8/".repeat(25_000), "tháng ".repeat(8_000), " ".repeat(50_000)])(
    "of one endless word or number takes less than a second of processor time",
    async (text) => {
      const took = await cpuMs(() => findPeriods(text, { today: TODAY, bareNumbers: true }));
      expect(took).toBeLessThan(1000);
    },
  );
});
