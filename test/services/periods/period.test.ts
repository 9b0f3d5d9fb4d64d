import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays } from "#services/periods/calendar.ts";
import {
  comparePeriods,
  containsPeriod,
  isOpenAt,
  isPeriod,
  monthPeriod,
  monthsPeriod,
  nextPeriod,
  periodKind,
  periodRange,
  previousPeriod,
  quarterPeriod,
  toPeriod,
  weekOf,
  yearPeriod,
} from "#services/periods/period.ts";
import { anyPeriod } from "#test/services/periods/arbitraries.ts";

describe("a period", () => {
  test.each([
    ["2024-08", "month", "2024-08-01", "2024-08-31"],
    ["2024-02", "month", "2024-02-01", "2024-02-29"],
    ["2024-Q3", "quarter", "2024-07-01", "2024-09-30"],
    ["2024-H1", "half", "2024-01-01", "2024-06-30"],
    ["2024", "year", "2024-01-01", "2024-12-31"],
    ["2023-01..2023-10", "cumulative", "2023-01-01", "2023-10-31"],
    ["2023-11..2024-02", "cumulative", "2023-11-01", "2024-02-29"],
    ["2025-W47", "week", "2025-11-17", "2025-11-23"],
    ["2025-W01", "week", "2024-12-30", "2025-01-05"],
    ["2026-W53", "week", "2026-12-28", "2027-01-03"],
    ["2025-08-w3", "month-week", "2025-08-15", "2025-08-21"],
    ["2025-08-w5", "month-week", "2025-08-29", "2025-08-31"],
  ])("%s is a %s from %s to %s", (text, kind, start, end) => {
    const period = toPeriod(text);
    expect(periodKind(period)).toBe(kind);
    expect(periodRange(period)).toEqual({ start, end });
  });

  test.each([
    ["2023-01..2023-12", "2023"],
    ["2023-01..2023-06", "2023-H1"],
    ["2023-07..2023-12", "2023-H2"],
    ["2023-04..2023-06", "2023-Q2"],
    ["2023-05..2023-05", "2023-05"],
    ["2023-02..2023-04", "2023-02..2023-04"],
    ["2023-02..2023-07", "2023-02..2023-07"],
  ])("has one form for one span: %s is %s", (span, form) => {
    expect(toPeriod(span)).toBe(form);
    expect(isPeriod(span)).toBe(span === form);
  });

  test.each([
    "",
    "2024-13",
    "2024-00",
    "2024-Q5",
    "2024-H3",
    "2025-W53",
    "2025-W00",
    "2025-02-w5",
    "2025-08-w6",
    "2023-10..2023-01",
    "2023-10..",
    "1024",
    "2024-8",
    "2024-q3",
    " 2024",
    "2024-08-14",
    "Q3",
  ])("is not %j", (text) => {
    expect(isPeriod(text)).toBe(false);
    expect(() => toPeriod(text)).toThrow(RangeError);
  });

  it("is built from numbers", () => {
    expect(monthPeriod(2024, 8)).toBe("2024-08");
    expect(quarterPeriod(2024, 3)).toBe("2024-Q3");
    expect(monthsPeriod(2023, 1, 10)).toBe("2023-01..2023-10");
    expect(monthsPeriod(2024, 1, 12)).toBe("2024");
    expect(weekOf("2025-11-20")).toBe("2025-W47");
    expect(weekOf("2027-01-03")).toBe("2026-W53");
    expect(() => monthPeriod(2024, 13)).toThrow(RangeError);
  });
});

describe("neighbours", () => {
  test.each([
    ["2023-12", "2024-01", "2024-02"],
    ["2023-Q4", "2024-Q1", "2024-Q2"],
    ["2023-H2", "2024-H1", "2024-H2"],
    ["2023", "2024", "2025"],
    ["2026-W52", "2026-W53", "2027-W01"],
    ["2025-08-w2", "2025-08-w3", "2025-08-w4"],
  ])("%s comes before %s, %s after it", (before, period, after) => {
    expect(previousPeriod(toPeriod(period))).toBe(before);
    expect(nextPeriod(toPeriod(period))).toBe(after);
  });

  test.each(["2023-01..2023-10", "2025-08-w1"])("%s has none before it", (period) => {
    expect(previousPeriod(toPeriod(period))).toBeNull();
  });

  test.each(["2023-01..2023-10", "2025-08-w5", "2025-02-w4"])("%s has none after it", (period) => {
    expect(nextPeriod(toPeriod(period))).toBeNull();
  });

  it("touch, are of one kind, and lead back", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const next = nextPeriod(period);
        if (!next) return;
        expect(periodKind(next)).toBe(periodKind(period));
        expect(periodRange(next).start).toBe(addDays(periodRange(period).end, 1));
        expect(previousPeriod(next)).toBe(period);
      }),
    );
  });
});

describe("order", () => {
  it("puts the latest end last, and on a tie the shorter", () => {
    const periods = ["2024-12", "2025-01", "2024", "2024-Q4", "2024-H2", "2024-W52"].map(toPeriod);
    expect(periods.sort(comparePeriods)).toEqual([
      "2024-W52",
      "2024",
      "2024-H2",
      "2024-Q4",
      "2024-12",
      "2025-01",
    ]);
  });

  it("is an order", () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyPeriod, (a, b, c) => {
        expect(Math.sign(comparePeriods(a, b))).toBe(-Math.sign(comparePeriods(b, a)) + 0);
        expect(comparePeriods(a, b) === 0).toBe(a === b);
        if (comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0) {
          expect(comparePeriods(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

describe("containment", () => {
  it("goes by days", () => {
    expect(containsPeriod(toPeriod("2024-Q3"), toPeriod("2024-08"))).toBe(true);
    expect(containsPeriod(yearPeriod(2024), toPeriod("2024-01..2024-10"))).toBe(true);
    expect(containsPeriod(toPeriod("2024-08"), toPeriod("2024-08"))).toBe(true);
    expect(containsPeriod(yearPeriod(2025), toPeriod("2025-W01"))).toBe(false);
    expect(containsPeriod(toPeriod("2024-08"), toPeriod("2024-Q3"))).toBe(false);
  });

  it("of each other means the same days", () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        if (!containsPeriod(a, b) || !containsPeriod(b, a)) return;
        expect(periodRange(a)).toEqual(periodRange(b));
      }),
    );
  });
});

describe("an open period", () => {
  test.each([
    ["2026-08", "2026-08-31T16:59:59Z", true],
    ["2026-08", "2026-08-31T17:00:00Z", false],
    ["2026-08", "2026-09-01T00:00:00+07:00", false],
    ["2026", "2026-10-02T08:29:02Z", true],
    ["2026-Q4", "2026-09-30T12:00:00+07:00", true],
  ])("%s at %s: %s, by the clock of the place", (period, moment, open) => {
    expect(isOpenAt(toPeriod(period), moment, "Asia/Ho_Chi_Minh")).toBe(open);
  });
});
