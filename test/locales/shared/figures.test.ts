import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createFigures, fileSize, isDayOnly, writeDate, writeTime } from "#locales/shared/figures.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { createIndicators } from "#services/indicators/indicators.ts";

const vi = createFigures("vi", "vi-VN", {
  added: "mới",
  unchanged: "không đổi",
  percentagePoints: "điểm phần trăm",
  rose: "tăng",
  fell: "giảm",
});
const en = createFigures("en", "en-GB", {
  added: "new",
  unchanged: "unchanged",
  percentagePoints: "percentage points",
  rose: "up",
  fell: "down",
});
const indicators = createIndicators();

function indicator(id: string): Indicator {
  const found = indicators.get(id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
}

describe("sizes of files", () => {
  test.each([
    [1, "1 KB"],
    [3_700, "4 KB"],
    [999_001, "1.000 KB"],
    [1_000_000, "1 MB"],
    [1_460_000, "1,5 MB"],
  ])("%d bytes are %s", (bytes, written) => {
    expect(fileSize(bytes, vi.number)).toBe(written);
  });
});

describe("Vietnamese figures", () => {
  test.each([
    [88.03, undefined, "88,03"],
    [86.2, undefined, "86,2"],
    [86.2, 2, "86,20"],
    [100, undefined, "100"],
    [30_204, undefined, "30.204"],
    [1_000, undefined, "1.000"],
    [343_894, undefined, "343.894"],
    [0, 2, "0,00"],
    [-0, 2, "0,00"],
    [-0.001, 2, "0,00"],
    [-2.6, 2, "−2,60"],
  ])("write %d with %s decimals as %s", (value, decimals, written) => {
    expect(vi.number(value, decimals)).toBe(written);
  });

  test.each([
    [0.31, 2, "+0,31"],
    [-2.6, 2, "−2,60"],
    [6.96, 2, "+6,96"],
    [0, 2, "0,00"],
    [0.004, 2, "0,00"],
    [-0.004, 2, "0,00"],
    [3, undefined, "+3"],
    [-1_200, undefined, "−1.200"],
  ])("write the change %d as %3$s", (value, decimals, written) => {
    expect(vi.signed(value, decimals)).toBe(written);
  });

  test.each([
    [12, "▲12"],
    [-7, "▼7"],
    [0, "–"],
    [null, "mới"],
  ])("write %s places gained as %s", (places, written) => {
    expect(vi.moved(places)).toBe(written);
  });

  it("write points with two decimals, rates with their sign, counts with their noun", () => {
    expect(vi.value(86.2, indicator("TOTAL"))).toBe("86,20");
    expect(vi.valueOfMax(88.03, indicator("TOTAL"))).toBe("88,03/100");
    expect(vi.valueOfMax(7.6, indicator("TTTT"))).toBe("7,60/10");
    expect(vi.value(100, indicator("on-time-rate"))).toBe("100%");
    expect(vi.value(97.4, indicator("on-time-rate"))).toBe("97,4%");
    expect(vi.valueOfMax(82.71, indicator("on-time-rate"))).toBe("82,71%");
    expect(vi.value(30_204, indicator("e-certified-copies"))).toBe("30.204 bản");
    expect(vi.value(23, indicator("overdue-dossiers"))).toBe("23 hồ sơ");
  });

  it("write changes in the same measure, without a noun", () => {
    expect(vi.change(-2.6, indicator("TOTAL"))).toBe("−2,60");
    expect(vi.change(1.5, indicator("on-time-rate"))).toBe("+1,5 điểm phần trăm");
    expect(vi.change(3, indicator("overdue-dossiers"))).toBe("+3");
    expect(vi.change(0, indicator("TOTAL"))).toBe("không đổi");
    expect(en.change(0, indicator("on-time-rate"))).toBe("unchanged");
  });

  it("say in a sentence how far rates went, and how far apart values are", () => {
    expect(vi.went(-3.61, indicator("on-time-rate"))).toBe("giảm 3,61 điểm phần trăm");
    expect(vi.went(0, indicator("on-time-rate"))).toBe("không đổi");
    expect(vi.went(-2.6, indicator("TOTAL"))).toBe("−2,60");
    expect(vi.apart(-12.29, indicator("on-time-rate"))).toBe("12,29 điểm phần trăm");
    expect(en.went(1.5, indicator("on-time-rate"))).toBe("up 1.5 percentage points");
  });

  it("read back as the value that was written, whatever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (hundredths) => {
        const read = (text: string) =>
          Number(text.replaceAll(".", "").replace(",", ".").replace("−", "-").replace("+", ""));
        const value = hundredths / 100;
        expect(read(vi.number(value, 2))).toBe(value);
        expect(read(vi.signed(value, 2))).toBe(value);
        expect(read(vi.number(value))).toBe(value);
        expect(vi.signed(value, 2)).not.toContain("-");
      }),
    );
  });
});

describe("English figures", () => {
  it("are written the English way", () => {
    expect(en.number(30_204.5, 2)).toBe("30,204.50");
    expect(en.signed(-2.6, 2)).toBe("−2.60");
    expect(en.value(23, indicator("overdue-dossiers"))).toMatch(/^23 \w+/);
    expect(en.moved(null)).toBe("new");
  });
});

describe("dates and times", () => {
  it("are written as the stated place has them", () => {
    expect(writeDate("2024-08-14T12:00:00+07:00")).toBe("14/8/2024");
    expect(writeDate("2025-03-04")).toBe("4/3/2025");
    expect(writeTime("2025-03-04T09:05:00+07:00")).toBe("09:05");
  });

  it("tell a day from a moment", () => {
    expect(isDayOnly("2025-03-04T00:00:00+07:00")).toBe(true);
    expect(isDayOnly("2025-03-04T00:01:00+07:00")).toBe(false);
  });
});
