import { describe, expect, it, test } from "vitest";
import { periods as en } from "#locales/en/period.ts";
import { periods as vi } from "#locales/vi/period.ts";
import { toPeriod } from "#services/periods/period.ts";

describe("the name of a period", () => {
  test.each([
    ["2024-08", "tháng 8/2024", "t8/2024", "August 2024", "Aug 2024"],
    ["2024-Q3", "quý 3/2024", "q3/2024", "Q3 2024", "Q3 2024"],
    ["2024-H1", "6 tháng đầu năm 2024", "6t đầu 2024", "first half of 2024", "H1 2024"],
    ["2024-H2", "6 tháng cuối năm 2024", "6t cuối 2024", "second half of 2024", "H2 2024"],
    ["2024", "năm 2024", "2024", "2024", "2024"],
    ["2023-01..2023-10", "10 tháng năm 2023", "10t/2023", "January–October 2023", "Jan–Oct 2023"],
    ["2024-04..2024-09", "từ tháng 4 đến tháng 9/2024", "t4–t9/2024", "April–September 2024", "Apr–Sep 2024"],
    [
      "2023-11..2024-02",
      "từ tháng 11/2023 đến tháng 2/2024",
      "t11/2023–t2/2024",
      "November 2023–February 2024",
      "Nov 2023–Feb 2024",
    ],
    ["2025-W07", "tuần 7/2025", "tuần 7/2025", "week 7 of 2025", "W7 2025"],
    ["2025-08-w3", "tuần 3 tháng 8/2025", "tuần 3 t8/2025", "week 3 of August 2025", "W3 Aug 2025"],
  ])("%s: %s, %s, %s, %s", (text, name, short, english, englishShort) => {
    const period = toPeriod(text);
    expect([vi.name(period), vi.short(period)]).toEqual([name, short]);
    expect([en.name(period), en.short(period)]).toEqual([english, englishShort]);
  });

  it("beside another goes without their common year", () => {
    expect(vi.relative(toPeriod("2024-07"), toPeriod("2024-08"))).toBe("tháng 7");
    expect(vi.relative(toPeriod("2023-12"), toPeriod("2024-01"))).toBe("tháng 12/2023");
    expect(vi.relative(toPeriod("2024-Q2"), toPeriod("2024-Q3"))).toBe("quý 2");
    expect(vi.relative(toPeriod("2023"), toPeriod("2024"))).toBe("năm 2023");
    expect(en.relative(toPeriod("2024-07"), toPeriod("2024-08"))).toBe("July");
  });
});
